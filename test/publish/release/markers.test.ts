import { describe, expect, test } from "vitest";
import { isOwnNotesEdit, readWorkflowEvent } from "../../../src/platform/github/event.ts";
import { removeMarkedBlocks } from "../../../src/platform/github/marker.ts";
import { hasBlock, withBlock, writeBlock } from "../../../src/publish/release/notes.ts";
import { eventEnvironment } from "../../support/github/event-environment.ts";
import { openWorkflow } from "../../support/github/open-workflow.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const key = "ci/video/make/tour";
const [begin, end] = [`<!-- showreel:${key} -->`, `<!-- /showreel:${key} -->`];
const old = `${begin}\n\n[▶ Watch the video](https://old.example)\n\n${end}`;
const block = old.replace("old", "new");
const others = old.replaceAll(key, "ci/other/make/tour");
const each = (text: string, before: string) => text.replaceAll(/^/gm, before);

/** Notes in which a user quotes our block. */
const quoted: readonly (readonly [where: string, notes: string])[] = [
  ["a fence of backticks", `Like this:\n\n\`\`\`html\n${old}\n\`\`\`\n\nBye.`],
  ["a longer fence with a shorter one in it", `\`\`\`\`\n\`\`\`\n${old}\n\`\`\`\n\`\`\`\`\n`],
  ["a fence of tildes", `~~~\n${old}\n~~~`],
  ["a fence that is set in", `   \`\`\`\n${old}\n   \`\`\`\n`],
  ["a fence with the line ends of Windows", `\`\`\`\r\n${old.replaceAll("\n", "\r\n")}\r\n\`\`\`\r\n`],
  ["a fence in a list", `- A\n- \`\`\`html\n${each(old, "  ")}\n  \`\`\`\n\nBye.`],
  ["a fence in a numbered list", `10. \`\`\`\n${each(old, "    ")}\n    \`\`\`\n\nBye.`],
  ["a quotation", each(old, "> ")],
  ["a quotation without blanks", each(old, ">")],
  ["a quotation in a quotation", each(old, ">> ")],
  ["code by indentation", `Hm.\n\n${each(old, "    ")}`],
  ["code by a tab", `Hm.\n\n${each(old, "\t")}`],
  ["code in a line", `It writes \`${begin}\` and \`${end}\` around it.`],
];

/** Notes that end in code, so that a block after them would be code too. */
const open: readonly (readonly [what: string, notes: string])[] = [
  ["a fence without an end, and an older block in it", `Hm.\n\n\`\`\`\n${old}`],
  ["a fence without an end", "Hm.\n\n```sh\nnpm i"],
  ["a fence of tildes that backticks do not end", "~~~\ncode\n```"],
  ["a fence that a shorter one does not end", "````\ncode\n```"],
  ["a fence that is set in too far for its end", "```\ncode\n    ```"],
  ["a fence whose end has words", "```\ncode\n``` sh"],
  ["a fence that begins in the last line", "Run this:\n\n```"],
  ["a fence in a list item that ended, and another", "- ```\ncode\n```"],
];

/** Notes with lines that look like an open code fence, but do not end in code. */
const closed: readonly (readonly [what: string, notes: string])[] = [
  ["code in a line between three backticks", "Install:\n\n```npm i showreel@2```\n\nBye."],
  ["code in the last line between three backticks", "Install: \n```npm i showreel@2```"],
  ["code in a list between three backticks", "- A\n- ```npm i```\n- B"],
  ["a fence in a list", "- ```sh\n  npm i\n  ```\n\nBye."],
  ["a fence in a list that the item ends", "- ```sh\n  npm i\n\nBye."],
  ["a fence in a list in a list", "- A\n  - ```sh\n    npm i\n    ```\n\nBye."],
  ["a fence in a comment", "<!-- Template:\n```\n-->\n\nBye."],
  ["a fence in `pre`", "<pre>\n```\n</pre>\n\nBye."],
  ["a fence in a quotation", "> ```\n> code\n\nBye."],
  ["a fence as code by indentation", "A:\n\n    ```\n\nBye."],
  ["two backticks", "``\n\nBye."],
];

/** Notes in which our block is recognized. */
const live: readonly (readonly [where: string, notes: string])[] = [
  ["alone", old],
  ["behind words", `Hello.\n\n${old}`],
  ["before words", `${old}\n\nBye.`],
  ["with the line ends of Windows", `Hello.\r\n\r\n${old.replaceAll("\n", "\r\n")}\r\n\r\nBye.`],
  ["behind words in one line", `Hello. ${old}`],
  ["in a list", `- A\n- ${old}`],
  ["within details", `<details>\n\n${old}\n\n</details>`],
  ["behind a fence that has ended", `\`\`\`\ncode\n\`\`\`\n\n${old}`],
  ["behind code in a line between three backticks", `\`\`\`npm i\`\`\`\n\n${old}`],
  ["behind a fence in a list", `- \`\`\`\n  npm i\n  \`\`\`\n\n${old}`],
  ["before a fence without an end", `${old}\n\n\`\`\`\nnpm i`],
  ["behind a quotation of it", `${each(old, "> ")}\n\n${old}`],
  ["before a quotation of it", `${old}\n\n${each(old, "> ")}`],
  ["behind the block of another video", `${others}\n\n${old}`],
  ["behind a begin without an end", `${begin}\n\nMine.\n\n${old}`],
];

/** Returns whether a run that this edit starts recognizes it as our own. */
function isOurEdit(from: string, body: string): boolean {
  const payload = { action: "edited", release: { tag_name: "v2", body }, changes: { body: { from } } };
  return isOwnNotesEdit(readWorkflowEvent(eventEnvironment("release", payload)));
}

/** Returns all texts of this number of these lines. */
function combinations(lines: readonly string[], count: number): string[] {
  if (count === 1) return [...lines];
  return combinations(lines, count - 1).flatMap((text) => lines.map((line) => `${text}\n${line}`));
}

describe("our block in release notes", () => {
  test.each(quoted)("is not changed in %s", (_, notes) => {
    expect(withBlock(notes, key, block)).toBe(`${notes}\n\n${block}`);
    expect(hasBlock(notes.replaceAll("old", "new"), key, block)).toBe(false);
    expect(removeMarkedBlocks(notes)).toBe(notes.trim());
  });

  test.each(live)("is replaced %s, and the rest is not changed", (_, notes) => {
    const placed = withBlock(notes, key, block);
    const ours = notes.includes("\r\n") ? old.replaceAll("\n", "\r\n") : old;
    const at = notes.startsWith("> ") ? notes.lastIndexOf(ours) : notes.indexOf(ours, notes.indexOf("Mine."));
    expect(placed).toBe(notes.slice(0, at) + block + notes.slice(at + ours.length));
    expect(hasBlock(placed, key, block)).toBe(true);
    expect(withBlock(placed, key, block)).toBe(placed);
    expect(removeMarkedBlocks(placed)).not.toContain("new.example");
  });

  test.each(open)("is written at the start of notes that end in %s", (_, notes) => {
    expect(withBlock(notes, key, block)).toBe(`${block}\n\n${notes}`);
  });

  test.each(closed)("is written at the end of notes with %s", (_, notes) => {
    expect(withBlock(notes, key, block)).toBe(`${notes}\n\n${block}`);
  });

  const all = [...quoted, ...open, ...closed, ...live].flatMap(
    ([what, notes]) =>
      [
        [what, notes],
        [`${what}, with the line ends of Windows`, notes.replaceAll(/\r?\n/g, "\r\n")],
      ] as const,
  );

  test.each(all)("is written once, found again, and recognized as our own edit: %s", async (_, notes) => {
    const release = { id: 2, tag: "v2", name: "Two", body: notes };
    await using opened = await openWorkflow({ github: { releases: [release] } });
    for (let runs = 0; runs < 2; runs += 1)
      await writeBlock(
        { key, block },
        { runtime: opened.runtime, github: opened.workflow.github, releaseId: 2 },
      );
    expect(opened.requestedRoutes().filter((line) => line.startsWith("PATCH"))).toHaveLength(1);
    const placed = opened.github.state.releases[0]?.body ?? "";
    expect(withBlock(placed, key, block)).toBe(placed);
    expect(isOurEdit(notes, placed)).toBe(true);
  });

  test("is found again and recognized as our own edit in notes of any four lines", {
    timeout: 120_000,
  }, () => {
    const lines = ["", "Hm.", "```", "````", "~~~", "```x```", "- ```", "  ```", "    ```", "> ```", "<!--"];
    const more = ["-->", "<pre>", begin, end, `${begin} \``, others];
    const wrong = combinations([...lines, ...more], 4).filter((notes) => {
      const placed = withBlock(notes, key, block);
      const isStable = hasBlock(placed, key, block) && withBlock(placed, key, block) === placed;
      return !isStable || removeMarkedBlocks(placed) !== removeMarkedBlocks(notes);
    });
    expect(wrong).toEqual([]);
  });

  test("is not written if it would not be found again", async () => {
    const release = { id: 2, tag: "v2", name: "Two", body: "Hello." };
    await using opened = await openWorkflow({ github: { releases: [release] } });
    const { github } = opened.workflow;
    const failure = await failureOf(() =>
      writeBlock({ key: "a key", block: "No marks." }, { runtime: opened.runtime, github, releaseId: 2 }),
    );
    expect(failure).toMatchObject({
      code: "publish_failed",
      hint: expect.stringContaining("The notes were not changed."),
    });
    expect(opened.github.state.releases[0]?.body).toBe("Hello.");
  });

  test("is found whatever its line endings", () => {
    expect(hasBlock(`Hello.\r\n\r\n${block.replaceAll("\n", "\r\n")}`, key, block)).toBe(true);
  });
});
