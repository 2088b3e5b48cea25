import { expect, test } from "vitest";
import { z } from "zod";
import { readOptions } from "../../src/inputs/provider-options.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const schema = z.lazy(() =>
  z.strictObject({
    fit: z.enum(["contain", "cover"]).optional(),
    voice_settings: z.strictObject({ speed: z.number().max(1.5) }).optional(),
  }),
);
const read = (options: Record<string, unknown>) => readOptions(schema, options, "Acme");

test("supported options are returned unchanged", () => {
  const options = { fit: "cover", voice_settings: { speed: 1.2 } };
  expect(read(options)).toEqual(options);
});

test("an unknown option is rejected with a suggestion and the list of supported options", async () => {
  const failure = await failureOf(() => read({ voice_setings: {} }));
  expect(failure.code).toBe("invalid_input");
  expect(failure.message).toBe(
    '`provider_options` has an unknown option: "voice_setings" (did you mean "voice_settings"?).',
  );
  expect(failure.hint).toBe("Acme accepts: fit, voice_settings.");
  expect(failure.submitted).toBe(false);
});

test("an unknown option that resembles none is rejected without a suggestion", async () => {
  const { message } = await failureOf(() => read({ watermark: true }));
  expect(message).toBe('`provider_options` has an unknown option: "watermark".');
});

test("an error in a nested option names its full path", async () => {
  const unknown = await failureOf(() => read({ voice_settings: { speed: 1, pace: 2 } }));
  expect(unknown.message).toContain('an unknown option: "pace" in voice_settings.');
  const wrong = await failureOf(() => read({ voice_settings: { speed: 9 } }));
  expect(wrong.message).toContain("provider_options.voice_settings.speed is not valid (");
});

test("each invalid option is reported on its own line", async () => {
  const { message } = await failureOf(() => read({ fit: "squeeze", voice_settings: { speed: "fast" } }));
  expect(message.split("\n").map((sentence) => /provider_options\.(\S+)/.exec(sentence)?.[1])).toEqual([
    "fit",
    "voice_settings.speed",
  ]);
});
