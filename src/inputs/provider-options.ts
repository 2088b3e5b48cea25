import type { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";
import { nearestName } from "./invalid-input.ts";

/**
 * Checks `provider_options`, or another setting that holds options, strictly against what a service accepts. Fails with `invalid_input` that names
 * the option, and the nearest known one.
 */
export function readOptions<Schema extends z.ZodObject>(
  schema: Schema,
  options: Readonly<Record<string, unknown>>,
  service: string,
  setting = "provider_options",
): z.infer<Schema> {
  const known = schema.safeParse(options);
  if (known.success) return known.data;
  const names = Object.keys(schema.shape);
  const sentences = known.error.issues.map((issue) => describeIssue(issue, names, service, setting));
  throw new ShowreelError("invalid_input", sentences.join("\n"), {
    hint: `${service} accepts: ${names.sort().join(", ")}.`,
    settings: [setting],
    submitted: false,
  });
}

function describeIssue(
  issue: z.core.$ZodIssue,
  names: readonly string[],
  service: string,
  setting: string,
): string {
  const place = [setting, ...issue.path].join(".");
  if (issue.code !== "unrecognized_keys") {
    return `\`${setting}\`: ${plainText(place, 120)} is not valid (${plainText(issue.message, 200)}).`;
  }
  const unknown = issue.keys.map((key) => {
    const near = issue.path.length === 0 ? nearestName(key, names) : undefined;
    return `"${plainText(key, 60)}"${near ? ` (did you mean "${near}"?)` : ""}`;
  });
  return `\`${setting}\`: ${service} knows no ${unknown.join(", ")} in ${plainText(place, 120)}.`;
}
