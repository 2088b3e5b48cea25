import { z } from "zod";

/** A setting: what it does, in one sentence, and what it allows, as the end of "must be …". */
export function setting<Schema extends z.ZodType>(
  schema: Schema,
  description: string,
  allowed: string,
): Schema {
  return schema.meta({ description, allowed });
}

/** Words as they are typed. */
export const text = (description: string) => setting(z.string().optional(), description, "text");
/** Yes or no. */
export const flag = (byDefault: boolean, description: string) => {
  const words = z.stringbool({ truthy: ["true"], falsy: ["false"] });
  return setting(words.prefault(String(byDefault)), description, "`true` or `false`");
};
/** A number with its limits. */
export const between = (from: number, to: number) => z.coerce.number().min(from).max(to);
