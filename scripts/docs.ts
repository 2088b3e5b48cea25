import { readFileSync, writeFileSync } from "node:fs";
import { exitStatuses } from "../src/base/errors.ts";
import { describeSettings, type SettingDescription } from "../src/inputs/schema/describe-settings.ts";
import { actionSettings } from "../src/inputs/schema/settings.ts";
import { plugins, providerNames } from "../src/providers/index.ts";
import { outputDescriptions } from "../src/publish/outputs.ts";

// Writes what the schema says into README.md and action.yml, between markers that name the block.

const key: SettingDescription = {
  name: "api_key",
  description:
    "The provider's key. By default the environment variable that the provider names (`HEYGEN_API_KEY`).",
  defaultValue: "",
};
const token: SettingDescription = {
  name: "github_token",
  description:
    "For what GitHub is asked (release notes, commits, changed files, who may spend), for the comment and for the release.",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how GitHub writes an expression.
  defaultValue: "${{ github.token }}",
};
const [provider, ...others] = describeSettings(actionSettings(providerNames));
const inputs = [provider, key, ...others, token].filter((input) => input !== undefined);
const outputs = Object.entries(outputDescriptions);

replaceBlock("README.md", "inputs", [
  "| Input | Default | Meaning |",
  "| --- | --- | --- |",
  ...inputs.map(
    ({ name, description, defaultValue }) => `| \`${name}\` | ${code(defaultValue)} | ${description} |`,
  ),
]);
replaceBlock("README.md", "providers", [
  "| `provider` | What it makes | How long it takes | Price | Limits | Download links | Key |",
  "| --- | --- | --- | --- | --- | --- | --- |",
  ...plugins.map(({ name, facts, keyVariable }) => {
    const { makes, renderTime, price, limits, links } = facts;
    return `| ${[code(name), makes, renderTime, price, limits, links, code(keyVariable ?? "")].join(" | ")} |`;
  }),
]);
replaceBlock("README.md", "outputs", [
  "| Output | Value |",
  "| --- | --- |",
  ...outputs.map(([name, description]) => `| \`${name}\` | ${description} |`),
]);
replaceBlock("README.md", "errors", [
  "| `error_code` | Exit status |",
  "| --- | --- |",
  ...Object.entries(exitStatuses).map(([name, status]) => `| \`${name}\` | ${status} |`),
]);
replaceBlock("action.yml", "inputs", ["inputs:", ...inputs.flatMap(inputYaml)]);
replaceBlock("action.yml", "outputs", [
  "outputs:",
  ...outputs.flatMap(([name, words]) => describe(name, words)),
]);

function inputYaml({ name, description, defaultValue }: SettingDescription): string[] {
  return [
    ...describe(name, description),
    ...(defaultValue === "" ? [] : [`    default: ${JSON.stringify(defaultValue)}`]),
  ];
}

function describe(name: string, description: string): string[] {
  return [`  ${name}:`, `    description: ${JSON.stringify(description)}`];
}

function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}

function replaceBlock(file: string, name: string, lines: readonly string[]): void {
  const [open, close] = file.endsWith(".md")
    ? [`<!-- ${name} -->`, `<!-- /${name} -->`]
    : [`# ${name}`, `# /${name}`];
  const [before, rest] = split(readFileSync(file, "utf8"), `${open}\n`, file);
  const [, after] = split(rest, `${close}\n`, file);
  writeFileSync(file, `${before}${open}\n${lines.join("\n")}\n${close}\n${after}`);
}

function split(text: string, marker: string, file: string): [string, string] {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`${file} has no line ${marker.trim()}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}
