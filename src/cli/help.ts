import type { z } from "zod";
import { describeSettings } from "../inputs/schema/describe-settings.ts";
import { flagOf } from "./args.ts";
import { listSettings } from "./list-settings.ts";

const ownFlagHelp: readonly (readonly [string, string])[] = [
  ["--dotenv FILE", "Also write the outputs to FILE as KEY=value, for CI systems that read that."],
  [
    "--dotenv-include-url",
    "Write VIDEO_URL as well: it is a signed link, and the file is often readable by many.",
  ],
  ["--help", "Show this."],
  ["--version", "Show the version."],
];

/** What `--help` prints, made from the schema of the settings. */
export function helpText(schema: z.ZodObject): string {
  return [
    "showreel [render] [flags]: turns a prompt or a script into a finished video.",
    "showreel check [flags]: says what it would find and cost, and submits nothing.",
    "showreel list avatars|voices|styles|templates: what there is to choose from.",
    "",
    '  showreel --provider sandbox --prompt "A short welcome"     no account needed',
    '  HEYGEN_API_KEY=… showreel --prompt "A 30-second tour of our product"',
    "",
    ...flagLines(schema, ownFlagHelp),
    "",
    "Every flag may also be given as SHOWREEL_<NAME> in the environment. Keys come from the environment alone:",
    "HEYGEN_API_KEY, and GITHUB_TOKEN for what GitHub is asked. Progress goes to stderr; stdout gets one JSON object with the outputs.",
    "Exit status: 0 done, 1 failed, 2 invalid input, 3 key or credit, 4 timed out, 5 the video failed, 130 interrupted.",
    "",
  ].join("\n");
}

/** What `showreel list --help` prints. */
export function listHelpText(): string {
  return [
    "showreel list avatars|voices|styles|templates [flags]: what the provider has to choose from.",
    "",
    "  showreel list voices --language German --gender female",
    "  showreel list avatars --json | jq -r '.[].avatar_id'",
    "",
    ...flagLines(listSettings, [["--help", "Show this."]]),
    "",
    "The key comes from HEYGEN_API_KEY. The table, or the JSON, goes to stdout; everything else to stderr.",
    "",
  ].join("\n");
}

function flagLines(schema: z.ZodObject, more: readonly (readonly [string, string])[]): string[] {
  const flags = describeSettings(schema).map(({ name, description, defaultValue }) => {
    const words = defaultValue === "" ? description : `${description} Default: ${defaultValue}.`;
    return [flagOf(name), words.replaceAll("`", "")] as const;
  });
  return [...flags, ...more].flatMap(([flag, words]) => [
    `  ${flag}`,
    ...wrap(words, 72).map((line) => `      ${line}`),
  ]);
}

function wrap(words: string, width: number): string[] {
  return words.match(new RegExp(`.{1,${width}}(?:\\s|$)`, "g"))?.map((line) => line.trimEnd()) ?? [];
}
