import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Environment } from "../processes/child-process.ts";

const actionFile = new URL("../../../action.yml", import.meta.url);

// The failsafe schema reads a name without a value as an empty string.
const nothing = z.literal("").transform(() => ({}));
const input = z.object({ default: z.string().optional() });
const metadata = z.object({ inputs: nothing.or(z.record(z.string(), input.or(nothing))).default({}) });

let declaredDefaults: Readonly<Record<string, string>> | undefined;

/**
 * The environment variables of a step's inputs: declared defaults, as the runner sets them, then the given
 * ones.
 */
export function toInputEnvironment(inputs: Record<string, string>): Environment {
  declaredDefaults ??= readDeclaredDefaults();
  const all = { ...declaredDefaults, ...inputs };
  return Object.fromEntries(
    Object.entries(all).map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}

/** The runner fills in `${{ }}` expressions before the step starts; here they are empty. */
function readDeclaredDefaults(): Record<string, string> {
  if (!existsSync(actionFile)) return {};
  // The failsafe schema reads every scalar as the string in the file, which is what the runner passes on.
  const { inputs } = metadata.parse(parse(readFileSync(actionFile, "utf8"), { schema: "failsafe" }));
  return Object.fromEntries(
    Object.entries<z.infer<typeof input>>(inputs).map(([name, { default: value = "" }]) => {
      return [name, value.includes("${{") ? "" : value];
    }),
  );
}
