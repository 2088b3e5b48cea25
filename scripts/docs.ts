import { readFileSync, writeFileSync } from "node:fs";
import { exitStatuses } from "../src/base/errors.ts";
import { describeSettings, type SettingDescription } from "../src/inputs/schema/describe-settings.ts";
import { actionSettings } from "../src/inputs/schema/settings.ts";
import { providerNames, providers } from "../src/providers/index.ts";
import { outputDescriptions } from "../src/publish/outputs.ts";

// Writes the settings, outputs and error codes into README.md, action.yml and render.yml, between markers
// with the name of the block.

type Input = Pick<SettingDescription, "name" | "description" | "defaultValue" | "kind">;

const apiKey: Input = {
  name: "api_key",
  kind: "text",
  description:
    "The provider's API key. By default the provider's environment variable, such as `HEYGEN_API_KEY`.",
  defaultValue: "",
};
const githubToken: Input = {
  name: "github_token",
  kind: "text",
  description:
    "The token to read release notes, commits, changed files and permissions, and to write the comment and the release.",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how GitHub writes an expression.
  defaultValue: "${{ github.token }}",
};
const [provider, ...others] = describeSettings(actionSettings(providerNames));
const inputs: readonly Input[] = [...(provider ? [provider] : []), apiKey, ...others, githubToken];
const outputs = Object.entries(outputDescriptions);

// A caller of the workflow can't use a path on the runner, or the settings for gateways and tests. The key is
// a secret.
const actionOnlyInputs = [
  "api_key",
  "github_token",
  "output_path",
  "poll_interval_seconds",
  "max_size_mb",
  "api_base_url",
];
// A signed link is a secret, and a path is of no use on another machine.
const actionOnlyOutputs = [
  "video_url",
  "thumbnail_url",
  "video_path",
  "rejected_path",
  "captions_path",
  "captions_vtt_path",
  "preview_path",
];
const workflowInputs = inputs.filter(({ name }) => !actionOnlyInputs.includes(name));
const workflowOutputs = outputs.filter(([name]) => !actionOnlyOutputs.includes(name));

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
  ...(await Promise.all(providers.map(({ load }) => load()))).map(({ name, facts, keyVariable }) => {
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
  ...outputs.flatMap(([name, description]) => descriptionYaml(name, description)),
]);

const workflow = ".github/workflows/render.yml";
replaceBlock(workflow, "inputs", indent(6, workflowInputs.flatMap(workflowInputYaml)));
replaceBlock(
  workflow,
  "outputs",
  indent(
    6,
    workflowOutputs.flatMap(([name, description]) => [
      `${name}:`,
      `  description: ${JSON.stringify(description)}`,
      `  value: \${{ jobs.render.outputs.${name} }}`,
    ]),
  ),
);
replaceBlock(
  workflow,
  "job outputs",
  indent(
    6,
    workflowOutputs.map(([name]) => `${name}: \${{ steps.video.outputs.${name} }}`),
  ),
);
replaceBlock(
  workflow,
  "with",
  indent(
    10,
    workflowInputs.map(({ name }) => `${name}: \${{ inputs.${name} }}`),
  ),
);

function workflowInputYaml({ name, description, defaultValue, kind }: Input): string[] {
  // GitHub turns a number that is not set into 0.
  const isText = kind !== "flag" && (kind !== "number" || defaultValue === "");
  const comment =
    isText && kind === "number" ? " # a string: GitHub makes 0 of a number that is not set" : "";
  const value = isText ? JSON.stringify(defaultValue) : defaultValue;
  return [
    `${name}:${comment}`,
    `  description: ${JSON.stringify(description)}`,
    `  type: ${isText ? "string" : kind === "flag" ? "boolean" : "number"}`,
    ...(defaultValue === "" ? [] : [`  default: ${value}`]),
  ];
}

function indent(columns: number, lines: readonly string[]): string[] {
  return lines.map((line) => " ".repeat(columns) + line);
}

function inputYaml({ name, description, defaultValue }: Input): string[] {
  return [
    ...descriptionYaml(name, description),
    ...(defaultValue === "" ? [] : [`    default: ${JSON.stringify(defaultValue)}`]),
  ];
}

function descriptionYaml(name: string, description: string): string[] {
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
  const indentation = /[ ]*$/.exec(before)?.[0] ?? "";
  writeFileSync(file, `${before}${open}\n${lines.join("\n")}\n${indentation}${close}\n${after}`);
}

function split(text: string, marker: string, file: string): [string, string] {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`${file} has no line ${marker.trim()}`);
  return [text.slice(0, at), text.slice(at + marker.length)];
}
