import { describe, expect, test } from "vitest";
import { fillPlaceholders, parsePlaceholders } from "../../src/text/placeholders.ts";
import { failureOf } from "../support/failure-of.ts";

const known = ["tag", "release.notes", "my-name"];
const filled = (text: string, value = "X") =>
  fillPlaceholders(parsePlaceholders(text, { setting: "prompt" }, known), (name) => `${name}=${value}`);

test.each([
  ["{{ tag }}", "tag=X"],
  ["{{tag}}{{ release.notes }}", "tag=Xrelease.notes=X"],
  ["a {{   my-name   }} b", "a my-name=X b"],
  ["no placeholder", "no placeholder"],
  ["", ""],
  ["{ tag } and {{", "{ tag } and {{"],
  ["}} {{ tag }} {{", "}} tag=X {{"],
  ["{{{ tag }}}", "{tag=X}"],
  ["\\{{ tag }} stays", "{{ tag }} stays"],
  ["\\{{ unknown }} stays too", "{{ unknown }} stays too"],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how GitHub writes an expression.
  ["${{ secrets.KEY }} is GitHub's own", "${{ secrets.KEY }} is GitHub's own"],
  ["{{ two\nlines }}", "{{ two\nlines }}"],
])("%j becomes %j", (text, expected) => {
  expect(filled(text)).toBe(expected);
});

test("a value is never looked through again", () => {
  expect(filled("{{ tag }}", "{{ release.notes }} $& $1 \\{{")).toBe("tag={{ release.notes }} $& $1 \\{{");
});

describe("what is not known", () => {
  const failing = (text: string, origin = {}) =>
    failureOf(() => parsePlaceholders(text, { setting: "prompt", ...origin }, known));

  test.each([
    ["{{ relase.notes }}", "`prompt` holds {{ relase.notes }}: unknown. Did you mean {{ release.notes }}?"],
    ["{{ tag | upper }}", "`prompt` holds {{ tag | upper }}: unknown."],
    ["{{}}", "`prompt` holds {{  }}: unknown."],
    ["{{ __proto__ }}", "`prompt` holds {{ __proto__ }}: unknown."],
  ])("in %j is an error", async (text, words) => {
    const { code, message } = await failing(text);
    expect(code).toBe("invalid_input");
    expect(message).toContain(words);
  });

  test("is told with all names that are", async () => {
    const { hint } = await failing("{{ x }}");
    expect(hint).toContain("Known are: tag, release.notes, my-name.");
    expect(hint).toContain("`variables`");
  });

  test("is told with the line of the file", async () => {
    const { message, location } = await failing("one\ntwo {{ x }}", {
      file: "docs/a.md",
      firstLine: 5,
    });
    expect(location).toEqual({ file: "docs/a.md", line: 6 });
    expect(message).toMatch(/^docs\/a\.md:6: `prompt` holds \{\{ x \}\}/);
  });
});
