import { expect, test } from "vitest";
import { toSpeech } from "../../../src/text/speech/index.ts";

test("removes invisible characters", () => {
  expect(toSpeech("a\u200bb\u00adc \u202edesrever\u202c \u0007x\ud800&#x200b;y")).toBe("abc desrever xy.");
});

test("keeps placeholders as they were typed, without a full stop after one that ends a block", () => {
  const typed = "Hello {{ a_b.c-d }}, `{{x}}`\n\n# {{ _title_ }}\n\n- \\{{ y }}";
  expect(toSpeech(typed)).toBe("Hello {{ a_b.c-d }}, {{x}}\n\n{{ _title_ }}\n\n\\{{ y }}");
});

test("removes GitHub expressions, which are not placeholders", () => {
  expect(toSpeech(`Build $\{{ github.sha }} now`)).toBe("Build now.");
});
