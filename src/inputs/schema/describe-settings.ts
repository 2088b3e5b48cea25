import { z } from "zod";
import { type SettingMeta, settingMeta } from "./define-setting.ts";

export interface SettingDescription extends SettingMeta {
  readonly name: string;
  /** The default as text; empty if there is none. */
  readonly defaultValue: string;
}

/**
 * Describes every setting, in the schema's order. Flags, `--help`, the README and the workflows are generated
 * from these descriptions.
 */
export function describeSettings(schema: z.ZodObject): SettingDescription[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries(schema.shape).map(([name, setting]) => {
    const property = properties[name];
    const { default: defaultValue = "" } = typeof property === "object" ? property : {};
    return { name, defaultValue: String(defaultValue), ...settingMeta(setting) };
  });
}
