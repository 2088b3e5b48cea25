import type { z } from "zod";
import { settingGroups } from "../inputs/schema/define-setting.ts";
import { describeSettings, type SettingDescription } from "../inputs/schema/describe-settings.ts";
import { flagOf } from "./args.ts";
import { listSettings } from "./list-settings.ts";

type FlagHelp = readonly [flag: string, description: string];

const helpFlag: FlagHelp = ["--help", "Show this help."];

const ownFlags: readonly FlagHelp[] = [
  [
    "--dotenv FILE",
    "Also write the outputs to FILE as KEY=value lines, for CI systems that read such a file.",
  ],
  [
    "--dotenv-include-url",
    "Include VIDEO_URL in that file. It is a signed link, and many people may be able to read the file.",
  ],
  [
    "--include-urls",
    "Include the signed links in the JSON in a CI system too, where stdout is a log that many people may be able to read.",
  ],
  helpFlag,
  ["--version", "Show the version."],
];

/** Returns what `showreel --help` prints: the flags by group, made from the schema of the settings. */
export function helpText(schema: z.ZodObject): string {
  const settings = describeSettings(schema);
  return [
    "showreel [render] [flags]: turns a prompt or a script into a finished video.",
    "showreel check [flags]: estimates length and cost and checks everything, and submits nothing.",
    "showreel preview FILE [flags]: draws the storyboard of a script here, free and without an account.",
    "showreel list avatars|voices|styles|templates: lists what the provider offers.",
    "",
    '  showreel --provider sandbox --prompt "A short welcome"     needs no account',
    '  HEYGEN_API_KEY=… showreel --prompt "A 30-second tour of our product"',
    "",
    ...Object.entries(settingGroups).flatMap(([group, heading]) => [
      `${heading}:`,
      ...flagLines(settings.filter((setting) => setting.group === group).map(flagHelp)),
      "",
    ]),
    "Command line:",
    ...flagLines(ownFlags),
    "",
    "Every setting can also be set as SHOWREEL_<NAME> in the environment. Keys are only read from the environment:",
    "HEYGEN_API_KEY, and GITHUB_TOKEN for requests to GitHub. Progress goes to stderr; stdout gets one JSON object with",
    "the outputs. Exit status: 0 done, 1 failed, 2 invalid input, 3 key or credit, 4 timed out, 5 the video failed,",
    "130 interrupted.",
    "",
  ].join("\n");
}

/** Returns what `showreel list --help` prints. */
export function listHelpText(): string {
  return [
    "showreel list avatars|voices|styles|templates [flags]: lists what the provider offers.",
    "",
    "  showreel list voices --language German --gender female",
    "  showreel list avatars --json | jq -r '.[].avatar_id'",
    "",
    ...flagLines([...describeSettings(listSettings).map(flagHelp), helpFlag]),
    "",
    "The key is read from HEYGEN_API_KEY. The table, or the JSON, goes to stdout; everything else to stderr.",
    "",
  ].join("\n");
}

function flagHelp({ name, description, defaultValue }: SettingDescription): FlagHelp {
  const text = defaultValue === "" ? description : `${description} Default: ${defaultValue}.`;
  return [flagOf(name), text.replaceAll("`", "")];
}

function flagLines(flags: readonly FlagHelp[]): string[] {
  return flags.flatMap(([flag, description]) => [
    `  ${flag}`,
    ...wrap(description, 72).map((line) => `      ${line}`),
  ]);
}

function wrap(text: string, width: number): string[] {
  return text.match(new RegExp(`.{1,${width}}(?:\\s|$)`, "g"))?.map((line) => line.trimEnd()) ?? [];
}
