import type { z } from "zod";
import { invalidInputError } from "../base/errors.ts";
import { plainText } from "../base/text/plain-text.ts";
import { nearestName } from "./invalid-input.ts";

/**
 * Parses `provider_options`, or another setting that contains options, with a strict schema. Throws
 * `invalid_input`, which names an unknown option and the most similar known one.
 */
export function readOptions<Schema extends z.ZodObject>(
  schema: z.ZodLazy<Schema>,
  options: Readonly<Record<string, unknown>>,
  service: string,
  setting = "provider_options",
): z.infer<Schema> {
  const parsed = schema.safeParse(options);
  if (parsed.success) return parsed.data;
  const names = Object.keys(schema.unwrap().shape);
  const sentences = parsed.error.issues.map((issue) => describeIssue(issue, names, setting));
  throw invalidInputError(sentences.join("\n"), {
    hint: `${service} accepts: ${names.sort().join(", ")}.`,
    settings: [setting],
  });
}

function describeIssue(issue: z.core.$ZodIssue, names: readonly string[], setting: string): string {
  if (issue.code !== "unrecognized_keys") {
    const path = plainText([setting, ...issue.path].join("."), 120);
    return `\`${setting}\`: ${path} is not valid (${plainText(issue.message, 200)}).`;
  }
  const unknown = issue.keys.map((key) => {
    const nearest = issue.path.length === 0 ? nearestName(key, names) : undefined;
    return `"${plainText(key, 60)}"${nearest ? ` (did you mean "${nearest}"?)` : ""}`;
  });
  const noun = unknown.length === 1 ? "an unknown option" : "unknown options";
  const parent = issue.path.length === 0 ? "" : ` in ${plainText(issue.path.join("."), 120)}`;
  return `\`${setting}\` has ${noun}: ${unknown.join(", ")}${parent}.`;
}
