import { describe, expect, test } from "vitest";
import { fillPlaceholders, parsePlaceholders } from "../../../src/text/placeholders/placeholders.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const names = ["tag", "release.notes", "my-name"];
const filled = (text: string, value = "X") =>
  fillPlaceholders(parsePlaceholders(text, { setting: "prompt" }, names), (name) => `${name}=${value}`);

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

test("does not fill placeholders in a value", () => {
  expect(filled("{{ tag }}", "{{ release.notes }} $& $1 \\{{")).toBe("tag={{ release.notes }} $& $1 \\{{");
});

describe("an unknown placeholder", () => {
  const failing = (text: string, origin = {}) =>
    failureOf(() => parsePlaceholders(text, { setting: "prompt", ...origin }, names));

  test.each([
    [
      "{{ relase.notes }}",
      "`prompt` uses the unknown placeholder {{ relase.notes }}. Did you mean {{ release.notes }}?",
    ],
    ["{{ tag | upper }}", "`prompt` uses the unknown placeholder {{ tag | upper }}."],
    ["{{}}", "`prompt` uses the unknown placeholder {{  }}."],
    ["{{ __proto__ }}", "`prompt` uses the unknown placeholder {{ __proto__ }}."],
  ])("in %j is an error", async (text, expected) => {
    const { code, message } = await failing(text);
    expect(code).toBe("invalid_input");
    expect(message).toContain(expected);
  });

  test("is reported with the available names", async () => {
    const { hint } = await failing("{{ x }}");
    expect(hint).toContain("Available: tag, release.notes, my-name.");
    expect(hint).toContain("`variables`");
  });

  test("is reported with the line of the file", async () => {
    const { message, location } = await failing("one\ntwo {{ x }}", {
      file: "docs/a.md",
      textStartLine: 5,
    });
    expect(location).toEqual({ file: "docs/a.md", line: 6 });
    expect(message).toMatch(/^docs\/a\.md:6: `prompt` uses the unknown placeholder \{\{ x \}\}/);
  });
});
