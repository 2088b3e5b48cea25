import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { toAnnotations } from "../support/action/annotations.ts";
import { readCommands } from "../support/action/workflow-commands.ts";
import type { Attack } from "../support/attacks/attack.ts";
import { findFaults, type Outcome } from "../support/attacks/find-faults.ts";
import { hostile } from "../support/attacks/hostile-text.ts";
import { runAttack } from "../support/attacks/run-attack.ts";

const sends = { type: "avatar", avatar_id: "look_1", script: "Hello.", title: "showreel-test main" };
const harmless: Attack = {
  what: "nothing",
  inputs: { script: "Hello.", avatar_id: "look_1" },
  expected: { sends },
};
const outcome = await runAttack(harmless);

/** The harmless outcome, as it were if the step had printed this too. */
function printing(line: string): Outcome {
  const stdout = `${outcome.step.stdout}${line}\n`;
  return { ...outcome, step: { ...outcome.step, stdout, annotations: toAnnotations(readCommands(stdout)) } };
}

const changed = (step: Partial<Outcome["step"]>): Outcome => ({
  ...outcome,
  step: { ...outcome.step, ...step },
});
const summarising = (text: string) => changed({ summary: `${outcome.step.summary}${text}\n` });
const withOutputs = (outputs: Record<string, string>) =>
  changed({ outputs: { ...outcome.step.outputs, ...outputs } });
const sending = (body: object): Outcome => ({
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

describe("the battery sees", () => {
  test("nothing in a step that nobody attacks", () => {
    expect(findFaults(outcome, harmless.expected)).toEqual([]);
  });

  test.each([
    [
      "an output that is forged in the log",
      printing("::set-output name=x::y"),
      "A command was forged: set-output",
    ],
    ["an older command in the midst of a line", printing("a ##[add-path]/b"), "The log holds a command"],
    ["commands that are stopped", printing("::stop-commands::x"), "The log holds a command"],
    ["an annotation", printing(" ::error file=a.ts::forged"), "An annotation was forged: forged"],
    ["an annotation under our name", printing("::warning title=Showreel::x"), "The annotations are: warning"],
    ["all hostile words in the log", printing(hostile), "A character that nobody sees was shown: U+1b"],
    ["a change of direction", printing("\u202e"), "A character that nobody sees was shown: U+202e"],
    ["hidden words", summarising("\u{e0041}"), "A character that nobody sees was shown: U+e0041"],
    ["a key in the log", printing("the key is test-key"), "A secret was shown: the key is test-key"],
    ["a token in the summary", summarising("ghs_test-token"), "A secret was shown: ghs_test-token"],
    ["HTML", summarising("<img src=x>"), "The summary is live: <img src=x>"],
    ["a link", summarising("[a](https://evil.example)"), "The summary is live: ](https://evil.example"],
    ["a mention", summarising("hello @octocat"), "The summary is live: @octocat"],
    ["our own marks", summarising("<!-- showreel -->"), "The summary is live: <!-- showreel -->"],
    ["a forged output", withOutputs({ evil_output: "" }), "An output was forged: evil_output"],
    ["a changed output", withOutputs({ video_id: "evil" }), "video_id is evil"],
    ["a file elsewhere", withOutputs({ video_path: "/tmp/a.mp4" }), "The video is not where it should be"],
    [
      "another step's environment",
      { ...outcome, written: "A=b" },
      "The environment of later steps was changed: A=b",
    ],
    ["a new file", { ...outcome, added: ["videos", "evil.sh"] }, "There is a new evil.sh"],
    ["a changed word", sending({ ...sends, script: "Evil." }), 'It sent as script: "Evil."'],
    ["another avatar", sending({ ...sends, avatar_id: "evil" }), 'It sent as avatar_id: "evil"'],
    [
      "one more setting",
      sending({ ...sends, callback_url: "https://evil.example" }),
      "It sent as callback_url",
    ],
    ["GitHub's token at HeyGen", sending({ ...sends, title: "ghs_test-token" }), "HeyGen got GitHub's token"],
    [
      "a key at GitHub",
      { ...outcome, github: { ...outcome.github, requests: [{ a: "test-key" }] } },
      "GitHub got HeyGen's key",
    ],
  ])("%s", (_, bad, fault) => {
    const faults = findFaults(bad, harmless.expected);
    expect(faults.filter((found) => found.startsWith(fault))).not.toEqual([]);
  });

  test("a video where none should be", () => {
    const faults = findFaults(outcome, { says: /`script`/ });
    expect(faults).toEqual(["The annotations are: none", "It ended with ", "It says: ", "It was submitted"]);
  });

  test("a video with a wild name", async () => {
    const own = await runAttack(harmless);
    const { video_path = "" } = own.step.outputs;
    renameSync(video_path, join(own.step.workspace, "videos", "$(reboot).mp4"));
    expect(findFaults(own, harmless.expected)).toEqual([
      expect.stringMatching(/^The video is not where it should be: \$\(reboot\)\.mp4/),
    ]);
  });
});
