import { parse } from "yaml";
import { z } from "zod";
import { firstLine } from "../../base/lines-and-characters.ts";

/** A setting: what it does, in one sentence, and what it allows, as the end of "must be …". */
export function defineSetting<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  allowed: string,
): Schema {
  return schema.meta({ description, allowed });
}

/** Words as they are typed. */
export const textSetting = (description: string) => defineSetting(z.string().optional(), description, "text");
/** Yes or no. */
export const booleanSetting = (byDefault: boolean, description: string) => {
  const words = z.stringbool({ truthy: ["true"], falsy: ["false"] });
  return defineSetting(words.prefault(String(byDefault)), description, "`true` or `false`");
};
/** A number with its limits. */
export const numberBetween = (from: number, to: number) => z.coerce.number().min(from).max(to);

/** A YAML or JSON map as text; `{}` when not given. Aliases are limited by the parser, so that no bomb goes off. */
export const optionsMap = yamlMap(z.json(), "this is not a map of names and values");

/** A map of names and texts. Every value is the text that stands there: a version 1.10 does not become 1.1. */
export const variablesMap = yamlMap(
  z.string(),
  "this is not a map of names and texts; names have letters, digits and _ . -",
  { schema: "failsafe" },
  z.string().regex(/^[\w.-]+$/),
);

function yamlMap<Value extends z.ZodType>(
  value: Value,
  complaint: string,
  options: { schema?: "failsafe" } = {},
  name = z.string(),
) {
  return z
    .string()
    .prefault("{}")
    .transform((text, context): Record<string, z.infer<Value>> => {
      try {
        const map = z.record(name, value).safeParse(parse(text, { ...options, logLevel: "error" }));
        if (map.success) return map.data;
        context.addIssue({ code: "custom", message: complaint });
      } catch (error) {
        context.addIssue({ code: "custom", message: firstLineOfError(error) });
      }
      return z.NEVER;
    });
}

function firstLineOfError(error: unknown): string {
  return firstLine(String(error instanceof Error ? error.message : error));
}
