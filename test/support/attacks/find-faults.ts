import { readdirSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { outputDescriptions } from "../../../src/publish/outputs.ts";
import type { StepResult } from "../action/step.ts";
import { readCommands } from "../action/workflow-commands.ts";
import type { RecordedRequest } from "../heygen/fake-heygen.ts";
import { linesWithSecrets } from "../leaks/visible-output.ts";
import type { ExpectedError, ExpectedVideo } from "./attack.ts";

/** Everything that an attack led to. */
export interface Outcome {
  readonly step: StepResult;
  /** The content of the files that affect later steps. */
  readonly written: string;
  /** Files that the run added to the workspace. */
  readonly added: readonly string[];
  readonly heygen: {
    readonly requests: readonly Pick<RecordedRequest, "method" | "headers" | "body" | "problems">[];
    readonly billed: number;
    readonly leakedKeys: readonly string[];
  };
  readonly github: { readonly requests: readonly object[]; readonly token: string };
}

/** Describes each effect of the attack; empty if it had none. */
export function findFaults(outcome: Outcome, ends: ExpectedVideo | ExpectedError): string[] {
  const expected = ends.annotations ?? ("sends" in ends ? [] : ["error"]);
  return [
    ...findForged(outcome, expected),
    ...findUnseen(outcome.step),
    ...findLiveMarkup(outcome.step.summary).map((live) => `The summary is live: ${live}`),
    ...findLeaks(outcome),
    ...("sends" in ends ? findNotMade(outcome, ends) : findNotRefused(outcome, ends)),
  ];
}

const ours = new Set(["add-mask", "debug", "notice", "warning", "error", "group", "endgroup"]);

function findForged({ step, written, added }: Outcome, expected: readonly string[]): string[] {
  const log = `${step.stdout}\n${step.stderr}`;
  const levels = step.annotations.map(({ level }) => level);
  const strange = Object.keys(step.outputs).filter((name) => !(name in outputDescriptions));
  return [
    ...readCommands(log).flatMap(({ name }) => (ours.has(name) ? [] : [`A command was forged: ${name}`])),
    ...(/^\s*::stop-commands::|##\[/im.test(log) ? ["The log holds a command that is not ours"] : []),
    ...step.annotations.filter(({ title = "" }) => !title.startsWith("Showreel")).map(toForgery),
    ...(levels.join() === expected.join() ? [] : [`The annotations are: ${levels.join() || "none"}`]),
    ...strange.map((name) => `An output was forged: ${name}`),
    ...Object.entries(step.outputs).flatMap(([name, value]) =>
      isOurs(name, value) ? [] : [`${name} is ${value}`],
    ),
    ...(written === "" ? [] : [`The environment of later steps was changed: ${written}`]),
    ...added
      .filter((name) => name !== "videos" && name !== ".showreel")
      .map((name) => `There is a new ${name}`),
  ];
}

// A path contains the sanitized title.
const isOurs = (name: string, value: string) => name === "video_path" || !/evil|forged/.test(value);

const toForgery = ({ message }: { message: string }) => `An annotation was forged: ${message}`;

function findUnseen({ stdout, stderr, summary }: StepResult): string[] {
  const found = `${stdout}${stderr}${summary}`.match(
    /[^\P{Cc}\n\t]|[\p{Bidi_C}\u200b\u2028\u2029\ufeff\u{e0000}-\u{e007f}]/gu,
  );
  const codes = new Set(found?.map((character) => `U+${character.codePointAt(0)?.toString(16)}`));
  return [...codes].map((code) => `A character that nobody sees was shown: ${code}`);
}

// The timeline and the collapsed details contain no untrusted text.
const drawn = /```mermaid\n[\w\s%{}:",.]*```/;
const folded = /<details><summary>[\w ]+<\/summary>|<\/details>/g;

/** Returns the Markdown and HTML that a browser would render. */
export function findLiveMarkup(summary: string): string[] {
  const page = summary.replace(drawn, "").replace(folded, "");
  const harmless = new Set(["<br>", "<code>", "</code>"]);
  const tags = (page.match(/<[^>]*>?/g) ?? []).filter((tag) => !harmless.has(tag));
  return [...tags, ...(page.match(/@\w+|\]\([^)]*|https?:[^\s|]*|www\.|javascript:|(?<!&)#\d|`|~~/g) ?? [])];
}

function findLeaks({ step, heygen, github }: Outcome): string[] {
  const shown = [step.stdout, step.stderr, step.summary].join("\n").split("\n");
  const withToken = shown.filter((line) => line.includes(github.token) && !line.startsWith("::add-mask::"));
  return [
    ...[...linesWithSecrets(step), ...withToken].map((line) => `A secret was shown: ${line}`),
    ...heygen.leakedKeys,
    ...(JSON.stringify(heygen.requests).includes(github.token) ? ["HeyGen got GitHub's token"] : []),
    ...(JSON.stringify(github.requests).includes("test-key") ? ["GitHub got HeyGen's key"] : []),
  ];
}

function findNotMade({ step, heygen }: Outcome, { sends, never }: ExpectedVideo): string[] {
  const { status, video_id, error_code, video_path = "" } = step.outputs;
  const bodies = heygen.requests.filter(({ method }) => method === "POST").map(({ body }) => body);
  const said = JSON.stringify([step.exitCode, status, video_id, error_code]);
  return [
    ...(said === '[0,"completed","v_1",""]' ? [] : [`It ended with ${said}`]),
    ...(heygen.billed === 1 && bodies.length === 1 ? [] : [`${heygen.billed} videos were billed`]),
    ...findOthers(bodies[0], sends),
    ...(never?.test(JSON.stringify(bodies)) ? [`What was sent has ${never}`] : []),
    ...heygen.requests.flatMap(({ problems }) => problems),
    ...findWild(step.workspace, video_path),
  ];
}

function findOthers(body: unknown, sends: ExpectedVideo["sends"]): string[] {
  const sent = new Map(Object.entries(body ?? {}).map(([name, value]) => [name, toText(value)]));
  return [...new Set([...sent.keys(), ...Object.keys(sends)])].flatMap((name) => {
    const [value, expected] = [sent.get(name), sends[name]];
    const isRight = expected instanceof RegExp ? expected.test(value ?? "") : expected === value;
    return isRight ? [] : [`It sent as ${name}: ${JSON.stringify(value)?.slice(0, 2_000)}`];
  });
}

const toText = (value: unknown) => (typeof value === "string" ? value : JSON.stringify(value));

// The video may have a poster.
function findWild(workspace: string, path: string): string[] {
  const folder = join(workspace, "videos");
  const names = path === "" ? [] : readdirSync(folder);
  const areTame = names.every((name) => /^[\w.-]{1,80}\.(mp4|jpg)$/.test(name));
  const videos = names.filter((name) => name.endsWith(".mp4")).map((name) => join(folder, name));
  const isThere =
    videos.length === 1 && videos[0] === path && realpathSync(folder) === realpathSync(dirname(path));
  return areTame && isThere ? [] : [`The video is not where it should be: ${names.join()}`];
}

function findNotRefused(
  { step, heygen }: Outcome,
  { says, code = "invalid_input", ...where }: ExpectedError,
): string[] {
  const { error_code, status } = step.outputs;
  const { message = "", file } = step.annotations.find(({ level }) => level === "error") ?? {};
  return [
    ...(step.exitCode === 1 && status === "failed" && error_code === code
      ? []
      : [`It ended with ${error_code}`]),
    ...(says.test(message) ? [] : [`It says: ${message}`]),
    ...("file" in where && where.file !== file ? [`It points at ${file}`] : []),
    ...(heygen.billed === 0 && heygen.requests.every(({ method }) => method === "GET")
      ? []
      : ["It was submitted"]),
  ];
}
