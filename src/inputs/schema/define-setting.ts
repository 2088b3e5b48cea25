import { z } from "zod";

/** The headings under which help and documentation list the settings, in this order. */
export const settingGroups = {
  source: "Source",
  look: "Look",
  cost: "Cost and reuse",
  waiting: "Waiting",
  output: "Output",
  publishing: "Publishing",
} as const;

export type SettingGroup = keyof typeof settingGroups;

/**
 * The type of a setting's value, as users type it: a flag is `true` or `false`, a list has one item per line.
 */
export type SettingKind = "flag" | "text" | "number" | "choice" | "list" | "map";

/** The metadata of a setting, for help, documentation, error messages and the command line's parser. */
export interface SettingMeta {
  readonly kind: SettingKind;
  /** Full sentences, in Markdown. */
  readonly description: string;
  /** What a value must be; it completes "it must be …". */
  readonly allowed: string;
  /** All values of a flag or a choice; empty for any other kind. */
  readonly choices: readonly string[];
  /** Undefined for settings that are listed under no heading. */
  readonly group?: SettingGroup;
}

const metas = z.registry<SettingMeta>();

/** Registers the metadata of a setting. Don't wrap its schema afterwards: the wrapper has no metadata. */
export function defineSetting<Schema extends z.ZodType>(
  schema: Schema,
  meta: Omit<SettingMeta, "choices" | "group"> & Pick<Partial<SettingMeta>, "choices">,
): Schema {
  metas.add(schema, { choices: [], ...meta });
  return schema;
}

/** Puts settings under a heading, and returns them. */
export function settingGroup<Settings extends Readonly<Record<string, z.ZodType>>>(
  group: SettingGroup,
  settings: Settings,
): Settings {
  for (const schema of Object.values(settings)) metas.add(schema, { ...settingMeta(schema), group });
  return settings;
}

/** Returns the metadata of a setting. */
export function settingMeta(schema: z.core.$ZodType): SettingMeta {
  const meta = metas.get(schema as z.ZodType);
  if (!meta) throw new TypeError("The schema is not registered as a setting.");
  return meta;
}

// Shared by many settings, because it takes a tenth of a millisecond to create a schema. The outermost schema of
// each setting is its own: it has the metadata.
const text = z.string();
const flag = z.stringbool({ truthy: ["true"], falsy: ["false"] });
const decimalText = text
  .trim()
  .refine((typed) => /^\d+(\.\d+)?$/.test(typed), "only digits and a decimal point")
  .transform(Number);

/** A setting that may be any text. */
export const textSetting = (description: string) =>
  defineSetting(text.optional(), { kind: "text", description, allowed: "text" });

/** A setting with one item per line; see `nonEmptyLines`. */
export const listSetting = (description: string) =>
  defineSetting(text.optional(), { kind: "list", description, allowed: "text, one item per line" });

/** A setting that is on or off. */
export function flagSetting(description: string, options: { readonly default: boolean }) {
  const schema = flag.prefault(String(options.default));
  const choices = ["true", "false"];
  return defineSetting(schema, { kind: "flag", description, allowed: oneOf(choices), choices });
}

/** A setting with a fixed set of values: an enum that is optional or has a default. */
export function choiceSetting<Schema extends z.ZodType & { unwrap(): Pick<z.ZodEnum, "options"> }>(
  schema: Schema,
  description: string,
): Schema {
  const choices = schema.unwrap().options.map(String);
  return defineSetting(schema, { kind: "choice", description, allowed: oneOf(choices), choices });
}

function oneOf(choices: readonly string[]): string {
  const quoted = choices.map((choice) => `\`${choice}\``);
  return quoted.length === 2 ? quoted.join(" or ") : `one of ${quoted.join(", ")}`;
}

/** A setting that is a number; `allowed` names its unit and its range. */
export const numberSetting = <Schema extends z.ZodType>(
  schema: Schema,
  { description, allowed }: Pick<SettingMeta, "description" | "allowed">,
) => defineSetting(schema, { kind: "number", description, allowed });

/**
 * The schema of a number within limits, typed as a plain decimal. `Number()` would also read `0x10`, `1e1` and
 * `Infinity`, which are mistakes here.
 */
export const decimal = (limits: z.ZodNumber) => decimalText.pipe(limits);

/** The schema of a number between two limits, both included. */
export const decimalBetween = (from: number, to: number) => decimal(z.number().min(from).max(to));

/** A setting that is a YAML or JSON map; `{}` if it is not set. */
export const mapSetting = (description: string) =>
  defineSetting(
    yamlMap(() => z.record(z.string(), z.json()), { expected: "this is not a map of names and values" }),
    {
      kind: "map",
      description,
      allowed: "a YAML or JSON map",
    },
  );

/**
 * A setting that is a map from names to texts. Values are kept as typed: the version 1.10 does not become
 * 1.1.
 */
export const textMapSetting = (description: string) =>
  defineSetting(
    yamlMap(() => z.record(z.string().regex(/^[\w.-]+$/), z.string()), {
      expected: "this is not a map of names and texts; names have letters, digits and _ . -",
      schema: "failsafe",
    }),
    { kind: "map", description, allowed: "a YAML or JSON map of names and texts" },
  );

const noEntries = "{}";

// The parser limits how often aliases are expanded, so that a "YAML bomb" fails instead of exhausting the
// memory.
function yamlMap<Map extends z.ZodRecord>(
  createSchema: () => Map,
  { expected, ...options }: { readonly expected: string; readonly schema?: "failsafe" },
) {
  return text
    .prefault(noEntries)
    .transform(async (typed, context): Promise<z.infer<Map> | Record<string, never>> => {
      if (typed === noEntries) return {};
      const { parse } = await import("yaml");
      try {
        const map = createSchema().safeParse(parse(typed, { ...options, logLevel: "error" }));
        if (map.success) return map.data;
        context.addIssue({ code: "custom", message: expected });
      } catch (error) {
        context.addIssue({ code: "custom", message: firstLineOfError(error) });
      }
      return z.NEVER;
    });
}

function firstLineOfError(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
