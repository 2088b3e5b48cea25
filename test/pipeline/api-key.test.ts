import { expect, test } from "vitest";
import { readApiKey } from "../../src/pipeline/api-key.ts";
import { heygenInfo } from "../../src/providers/heygen/info.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

test.each([
  ["missing", undefined, "HEYGEN_API_KEY is empty: HeyGen needs a key."],
  ["blank", " ", "HEYGEN_API_KEY is empty: HeyGen needs a key."],
  ["two words", "a b", /^HEYGEN_API_KEY contains a line break, a space or a character/],
])("rejects a key that is %s before anything is submitted", async (_, key, message) => {
  const source = { apiKey: () => key, apiKeyLabel: (variable: string) => variable };
  const error = await failureOf(() => readApiKey(heygenInfo, source));
  expect(error).toMatchObject({ code: "invalid_input", submitted: false });
  expect(error.message).toMatch(message);
});
