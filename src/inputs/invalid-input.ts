import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";

/** Turns what zod found into one sentence for each bad setting: its name, its value, what is allowed. */
export function invalidSettingsError(
  error: z.ZodError,
  schema: z.ZodObject,
  typed: Readonly<Record<string, string | undefined>>,
): ShowreelError {
  const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))];
  const sentences = names.map((name) => {
    const issue = error.issues.find((candidate) => String(candidate.path[0]) === name);
    const detail = issue?.code === "custom" ? ` (${plainText(issue.message, 300)})` : "";
    return `\`${name}\` is "${plainText(typed[name] ?? "", 80)}": it must be ${allowedBy(schema, name)}${detail}.`;
  });
  return new ShowreelError("invalid_input", sentences.join("\n"), {
    hint: suggestionHint(names, schema, typed),
    settings: names,
    submitted: false,
  });
}

function allowedBy(schema: z.ZodObject, name: string): string {
  const allowed = schema.shape[name]?.meta()?.allowed;
  return typeof allowed === "string" ? allowed : "something else";
}

function suggestionHint(
  names: readonly string[],
  schema: z.ZodObject,
  typed: Readonly<Record<string, string | undefined>>,
) {
  const meant = names.flatMap((name) => {
    const words = [...allowedBy(schema, name).matchAll(/`([a-z]\w*)`/g)].map(([, word]) => word ?? "");
    return nearestName(typed[name] ?? "", words) ?? [];
  });
  return meant.length > 0 ? `Did you mean ${meant.join(", ")}?` : "Correct it and run again.";
}

/** The known name that a typing mistake was meant to be, if one is near enough. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  const candidate = closest(name, known);
  return distance(name, candidate) <= Math.max(2, candidate.length / 3) ? candidate : undefined;
}
