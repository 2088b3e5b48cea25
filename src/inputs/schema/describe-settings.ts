import { z } from "zod";

export interface SettingDescription {
  readonly name: string;
  readonly description: string;
  /** As text; empty when there is none. */
  readonly defaultValue: string;
}

/** Name, meaning and default of every setting, in the schema's order: the source of `--help`, README and `action.yml`. */
export function describeSettings(schema: z.ZodObject): SettingDescription[] {
  const { properties = {} } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description = "", default: defaultValue = "" } = typeof property === "object" ? property : {};
    return { name, description, defaultValue: String(defaultValue) };
  });
}
