import { closest, distance } from "fastest-levenshtein";
import type { z } from "zod";
import { invalidInputError, type ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/text/plain-text.ts";
import { settingMeta } from "./schema/define-setting.ts";

/**
 * Returns the error for invalid settings. One sentence per setting states its name, its value and what is
 * allowed.
 */
export function invalidSettingsError(
  error: z.ZodError,
  schema: z.ZodObject,
  typed: Readonly<Record<string, string | undefined>>,
): ShowreelError {
  const names = [...new Set(error.issues.map((issue) => String(issue.path[0])))];
  const invalid = names.flatMap((name) => {
    const setting = schema.shape[name];
    return setting ? [{ name, value: typed[name] ?? "", ...settingMeta(setting) }] : [];
  });
  const sentences = invalid.map(({ name, value, allowed }) => {
    const issue = error.issues.find(({ path }) => String(path[0]) === name);
    const detail = issue?.code === "custom" ? ` (${plainText(issue.message, 300)})` : "";
    return `\`${name}\` is "${plainText(value, 80)}": it must be ${allowed}${detail}.`;
  });
  const suggestions = invalid.flatMap(({ value, choices }) => nearestName(value, choices) ?? []);
  return invalidInputError(sentences.join("\n"), {
    hint: suggestions.length > 0 ? `Did you mean ${suggestions.join(", ")}?` : "Correct it and run again.",
    settings: names,
  });
}

/** Returns the name that is most similar to a misspelled one; undefined if none is similar enough. */
export function nearestName(name: string, names: readonly string[]): string | undefined {
  if (names.length === 0) return undefined;
  const candidate = closest(name, names);
  return distance(name, candidate) <= Math.max(2, candidate.length / 3) ? candidate : undefined;
}
