import { describe, expect, test } from "vitest";
import { withoutOwnBlock } from "../../src/github/own-block.ts";
import { hasBlock, withBlock } from "../../src/publish/release/block.ts";

const key = "ci/video/make/tour";
const [begin, end] = [`<!-- showreel:${key} -->`, `<!-- /showreel:${key} -->`];
const old = `${begin}\n\n[▶ Watch the video](https://old.example)\n\n${end}`;
const block = old.replace("old", "new");
const others = old.replaceAll(key, "ci/other/make/tour");
const each = (text: string, before: string) => text.replaceAll(/^/gm, before);

/** Where a block of ours may be quoted: it is somebody's. */
const quoted: readonly (readonly [where: string, notes: string])[] = [
  ["a fence of backticks", `Like this:\n\n\`\`\`html\n${old}\n\`\`\`\n\nBye.`],
  ["a longer fence with a shorter one in it", `\`\`\`\`\n\`\`\`\n${old}\n\`\`\`\n\`\`\`\`\n`],
  ["a fence of tildes", `~~~\n${old}\n~~~`],
  ["a fence that is set in", `   \`\`\`\n${old}\n   \`\`\`\n`],
  ["a fence with the line ends of Windows", `\`\`\`\r\n${old.replaceAll("\n", "\r\n")}\r\n\`\`\`\r\n`],
  ["a fence without an end", `Hm.\n\n\`\`\`\n${old}`],
  ["a quotation", each(old, "> ")],
  ["a quotation without blanks", each(old, ">")],
  ["a quotation in a quotation", each(old, ">> ")],
  ["code by indentation", `Hm.\n\n${each(old, "    ")}`],
  ["code by a tab", `Hm.\n\n${each(old, "\t")}`],
  ["code in a line", `It writes \`${begin}\` and \`${end}\` around it.`],
];

/** Where a block of ours is ours. */
const live: readonly (readonly [where: string, notes: string])[] = [
  ["alone", old],
  ["behind words", `Hello.\n\n${old}`],
  ["before words", `${old}\n\nBye.`],
  ["with the line ends of Windows", `Hello.\r\n\r\n${old.replaceAll("\n", "\r\n")}\r\n\r\nBye.`],
  ["behind words in one line", `Hello. ${old}`],
  ["in a list", `- A\n- ${old}`],
  ["within details", `<details>\n\n${old}\n\n</details>`],
  ["behind a fence that has ended", `\`\`\`\ncode\n\`\`\`\n\n${old}`],
  ["behind a quotation of it", `${each(old, "> ")}\n\n${old}`],
  ["before a quotation of it", `${old}\n\n${each(old, "> ")}`],
  ["behind the block of another video", `${others}\n\n${old}`],
  ["behind a begin without an end", `${begin}\n\nMine.\n\n${old}`],
];

describe("our block in release notes", () => {
  test.each(quoted)("is left as it is in %s", (_, notes) => {
    expect(withBlock(notes, key, block)).toBe(`${notes}\n\n${block}`);
    expect(hasBlock(notes.replaceAll("old", "new"), key, block)).toBe(false);
    expect(withoutOwnBlock(notes)).toBe(notes.trim());
  });

  test.each(live)("is replaced %s, once, and all else stays", (_, notes) => {
    const placed = withBlock(notes, key, block);
    const ours = notes.includes("\r\n") ? old.replaceAll("\n", "\r\n") : old;
    const at = notes.startsWith("> ") ? notes.lastIndexOf(ours) : notes.indexOf(ours, notes.indexOf("Mine."));
    expect(placed).toBe(notes.slice(0, at) + block + notes.slice(at + ours.length));
    expect(hasBlock(placed, key, block)).toBe(true);
    expect(withBlock(placed, key, block)).toBe(placed);
    expect(withoutOwnBlock(placed)).not.toContain("new.example");
  });

  test("is there whatever line ends GitHub gives it", () => {
    expect(hasBlock(`Hello.\r\n\r\n${block.replaceAll("\n", "\r\n")}`, key, block)).toBe(true);
  });
});
