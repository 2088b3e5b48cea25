import { describe, expect, test } from "vitest";
import { plainText, withoutQuery } from "../../../src/base/text/plain-text.ts";

describe("untrusted text", () => {
  test.each([
    ["::error::gotcha", ": :error::gotcha"],
    ["  ::set-output name=a::b", ": :set-output name=a::b"],
    ["\u001b[31m::stop-commands::x", ": :stop-commands::x"],
    ["##[error]gotcha", "# # [error]gotcha"],
    ["nice ##[group]gotcha", "nice # # [group]gotcha"],
    ["##vso[task.setvariable variable=a]b", "# # vso[task.setvariable variable=a]b"],
  ])("cannot be a workflow command: %j", (text, harmless) => {
    expect(plainText(text)).toBe(harmless);
  });

  test.each(["###[error]", "####vso[a]", "#\u200b##[error]", "##\u001b[0m[error]"])(
    "cannot hide a workflow command: %j",
    (text) => {
      expect(plainText(text)).not.toMatch(/##\w*\[/);
    },
  );

  test.each([
    ["one\r\ntwo\nthree\rfour", "one two three four"],
    ["tab\tand\u0000null\u0085next", "tab and null next"],
    ["\u001b[1;31mred\u001b[0m \u001b]8;;https://x.example\u0007link\u001b]8;;\u0007", "red link"],
    ["user\u202egpj.exe", "user gpj.exe"],
    ["left\u2066right\u2069", "left right"],
    ["line\u2028paragraph\u2029", "line paragraph"],
    ["in\u200bvisible\ufeff", "in visible"],
    ["tag\u{e0041}\u{e007f}", "tag"],
  ])("becomes one visible line: %j", (text, line) => {
    expect(plainText(text)).toBe(line);
  });

  test.each(["Grüße, 世界! ½ – “quoted”", "a :: b", "C# and #5", "👩‍👩‍👧 family"])(
    "is not changed: %j",
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );

  test("is cut to the maximum length without splitting an emoji", () => {
    expect(plainText("🎬".repeat(10), 10)).toBe("🎬".repeat(10));
    expect(plainText("🎬".repeat(11), 10)).toBe(`${"🎬".repeat(9)}…`);
    expect(Array.from(plainText("x".repeat(501)))).toHaveLength(500);
  });
});

test.each([
  ["https://files.example/video/1.mp4?Signature=secret#part", "https://files.example/video/1.mp4"],
  ["https://user:password@files.example:8443/a", "https://files.example:8443/a"],
])("withoutQuery removes the secrets of a URL: %j", (link, shown) => {
  expect(withoutQuery(link)).toBe(shown);
});

test.each([
  [
    "Could not download https://b.s3.example/deck.pdf?X-Amz-Signature=secret now",
    "https://b.s3.example/deck.pdf now",
  ],
  ["(http://user:secret@files.example/a.png)", "(http://files.example/a.png)"],
  ["see https://files.example/a#secret", "see https://files.example/a"],
])("plainText removes the secrets of a URL in %j", (text, shown) => {
  expect(plainText(text)).toContain(shown);
  expect(plainText(text)).not.toContain("secret");
});
