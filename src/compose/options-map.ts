import { parse } from "yaml";
import { z } from "zod";

/** A YAML or JSON map as text; `{}` when not given. Aliases are limited by the parser, so that no bomb goes off. */
export const optionsMap = z
  .string()
  .prefault("{}")
  .transform((text, context): Record<string, unknown> => {
    try {
      const map = z.record(z.string(), z.json()).safeParse(parse(text));
      if (map.success) return map.data;
      context.addIssue({ code: "custom", message: "this is not a map of names and values" });
    } catch (error) {
      context.addIssue({ code: "custom", message: firstLine(error) });
    }
    return z.NEVER;
  });

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
