import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";

const described = z.strictObject({ description: z.string(), default: z.string().optional() });

const metadata = z.object({
  name: z.string(),
  inputs: z.record(z.string(), described),
  outputs: z.record(z.string(), described),
  runs: z.strictObject({ using: z.string(), main: z.string() }),
});

/** Reads `action.yml`, with every scalar as a string. */
export function readActionMetadata(): z.infer<typeof metadata> {
  const text = readFileSync(new URL("../../../action.yml", import.meta.url), "utf8");
  return metadata.parse(parse(text, { schema: "failsafe" }));
}
