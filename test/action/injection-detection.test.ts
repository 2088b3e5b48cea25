import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toAnnotations } from "../support/action/annotations.ts";
import { readCommands } from "../support/action/workflow-commands.ts";
import type { Attack } from "../support/attacks/attack.ts";
import { findFaults, type Outcome } from "../support/attacks/find-faults.ts";
import { hostile } from "../support/attacks/hostile-text.ts";
import { runAttack } from "../support/attacks/run-attack.ts";

const sends = { type: "avatar", avatar_id: "look_1", script: "Hello.", title: "Hello" };
const harmless: Attack = {
  what: "nothing",
  inputs: { script: "Hello.", avatar_id: "look_1" },
  expected: { sends },
};
const outcome = await runAttack(harmless);

/** Returns the harmless outcome as if the step had also printed `line`. */
function withLog(line: string): Outcome {
  const stdout = `${outcome.step.stdout}${line}\n`;
  return { ...outcome, step: { ...outcome.step, stdout, annotations: toAnnotations(readCommands(stdout)) } };
}

const withStep = (step: Partial<Outcome["step"]>): Outcome => ({
  ...outcome,
  step: { ...outcome.step, ...step },
});
const withSummary = (text: string) => withStep({ summary: `${outcome.step.summary}${text}\n` });
const withOutputs = (outputs: Record<string, string>) =>
  withStep({ outputs: { ...outcome.step.outputs, ...outputs } });
const withRequestBody = (body: object): Outcome => ({
  ...outcome,
  heygen: {
    ...outcome.heygen,
    requests: outcome.heygen.requests.map((request) =>
      request.method === "POST" ? { ...request, body } : request,
    ),
    billed: 1,
    leakedKeys: [],
  },
});

describe("the injection tests detect", () => {
  test("no faults in a step without an attack", () => {
    expect(findFaults(outcome, harmless.expected)).toEqual([]);
  });

  test.each([
    ["a forged output in the log", withLog("::set-output name=x::y"), "A command was forged: set-output"],
    ["a legacy command in the middle of a line", withLog("a ##[add-path]/b"), "The log holds a command"],
    ["a stop-commands command", withLog("::stop-commands::x"), "The log holds a command"],
    ["an annotation", withLog(" ::error file=a.ts::forged"), "An annotation was forged: forged"],
    [
      "an annotation with Showreel's title",
      withLog("::warning title=Showreel::x"),
      "The annotations are: warning",
    ],
    ["all hostile text in the log", withLog(hostile), "A character that nobody sees was shown: U+1b"],
    ["a right-to-left override", withLog("\u202e"), "A character that nobody sees was shown: U+202e"],
    ["invisible text", withSummary("\u{e0041}"), "A character that nobody sees was shown: U+e0041"],
    ["a key in the log", withLog("the key is test-key"), "A secret was shown: the key is test-key"],
    ["a token in the summary", withSummary("ghs_test-token"), "A secret was shown: ghs_test-token"],
    ["HTML", withSummary("<img src=x>"), "The summary is live: <img src=x>"],
    ["a link", withSummary("[a](https://evil.example)"), "The summary is live: ](https://evil.example"],
    ["a mention", withSummary("hello @octocat"), "The summary is live: @octocat"],
    ["a Showreel comment marker", withSummary("<!-- showreel -->"), "The summary is live: <!-- showreel -->"],
    ["a forged output", withOutputs({ evil_output: "" }), "An output was forged: evil_output"],
    ["a changed output", withOutputs({ video_id: "evil" }), "video_id is evil"],
    [
      "a video outside the workspace",
      withOutputs({ video_path: "/tmp/a.mp4" }),
      "The video is not where it should be",
    ],
    [
      "another step's environment",
      { ...outcome, written: "A=b" },
      "The environment of later steps was changed: A=b",
    ],
    ["a new file", { ...outcome, added: ["videos", "evil.sh"] }, "There is a new evil.sh"],
    ["a changed script", withRequestBody({ ...sends, script: "Evil." }), 'It sent as script: "Evil."'],
    ["another avatar", withRequestBody({ ...sends, avatar_id: "evil" }), 'It sent as avatar_id: "evil"'],
    [
      "an additional setting",
      withRequestBody({ ...sends, callback_url: "https://evil.example" }),
      "It sent as callback_url",
    ],
    [
      "GitHub's token sent to HeyGen",
      withRequestBody({ ...sends, title: "ghs_test-token" }),
      "HeyGen got GitHub's token",
    ],
    [
      "HeyGen's key sent to GitHub",
      { ...outcome, github: { ...outcome.github, requests: [{ a: "test-key" }] } },
      "GitHub got HeyGen's key",
    ],
  ])("%s", (_title, faulty, fault) => {
    const faults = findFaults(faulty, harmless.expected);
    expect(faults.filter((found) => found.startsWith(fault))).not.toEqual([]);
  });

  test("a video that should have been rejected", () => {
    const faults = findFaults(outcome, { says: /`script`/ });
    expect(faults).toEqual(["The annotations are: none", "It ended with ", "It says: ", "It was submitted"]);
  });

  test("a video with an unsafe name", async () => {
    const renamed = await runAttack(harmless);
    const { video_path = "" } = renamed.step.outputs;
    renameSync(video_path, join(renamed.step.workspace, "videos", "$(reboot).mp4"));
    expect(findFaults(renamed, harmless.expected)).toEqual([
      expect.stringMatching(/^The video is not where it should be: \$\(reboot\)\.mp4/),
    ]);
  });
});
