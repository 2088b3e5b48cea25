import { expect, test } from "vitest";
import { withoutComments } from "../../scripts/without-comments.ts";

test.each([
  ["a line", "a();\n  // Why\nb();\n", "a();\nb();\n"],
  ["the end of a line", "a(); // Why\nb();\n", "a(); \nb();\n"],
  ["a block of several lines", "a();\n/**\n * Why\n */\nb();\n", "a();\nb();\n"],
  [
    "between two words",
    "return_: for (const/**/a of b) break return_;",
    "return_: for (const a of b) break return_;",
  ],
  ["that ends a statement", "a()/*\n*/b()", "a()\nb()"],
  ["after another on its line", "/* one */ /* two */\na();", "   \na();"],
])("removes a comment: %s", (_, code, expected) => {
  expect(withoutComments(code)).toBe(expected);
});

test("keeps what looks like a comment, the first line of a program, and the names of bundled files", () => {
  const code = [
    "#!/usr/bin/env node",
    ";// CONCATENATED MODULE: ./node_modules/a/index.js",
    'const url = "https://a.example/*", expression = /\\/\\/x/, text = `// /* a */`;',
  ].join("\n");
  expect(withoutComments(code)).toBe(code);
});
