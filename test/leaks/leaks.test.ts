import { describe, expect, test } from "vitest";
import { ok } from "../support/heygen/fake-heygen/replies.ts";
import { collectOutput } from "../support/leaks/collect-output.ts";
import { containsSecret } from "../support/leaks/contains-secret.ts";
import { fakeKey, fakePathSegment, fakeSignature } from "../support/leaks/fake-secrets.ts";
import { type LeakCase, mainLeakCases, otherLeakCases, textPrefix } from "../support/leaks/leak-cases.ts";
import { secretEncodings } from "../support/leaks/secret-encodings.ts";
import { startFakeWithVideo } from "../support/pipeline/video-run.ts";

const secrets = { key: fakeKey, signature: fakeSignature };

/** Runs the case with this text in its responses; returns all that people can see of it. */
async function runLeakCase(leakCase: LeakCase, text: string, withoutRedaction = false) {
  await using heygen = await startFakeWithVideo({ videoStatuses: ["completed"], apiKey: fakeKey });
  return await collectOutput({ ...leakCase.prepare(heygen, text), withoutRedaction });
}

/** Lists the outputs that show the secret, and the expected outputs that do not show the text around it. */
async function findLeaks(
  leakCase: LeakCase,
  encode: (secret: string) => string,
  secret: string,
): Promise<string[]> {
  const shown = await runLeakCase(leakCase, encode(secret));
  return [
    ...Object.entries(shown).flatMap(([output, text]) =>
      containsSecret(text, secret) ? [`${output} shows the secret`] : [],
    ),
    ...leakCase.channels.flatMap((output) =>
      shown[output].toLowerCase().includes(textPrefix) ? [] : [`${output} does not show the text`],
    ),
  ];
}

const [rejectedKey, failedVideo] = mainLeakCases;

describe.each([
  { ...rejectedKey, secret: "key" },
  { ...failedVideo, secret: "key" },
  { ...failedVideo, secret: "signature" },
] as const)("$what", ({ secret: name, ...leakCase }) => {
  describe(`shows no ${name}`, () => {
    test.each(Object.entries(secretEncodings))("%s", async (_, encode) => {
      expect(await findLeaks(leakCase, encode, secrets[name])).toEqual([]);
    });
  });
});

const fewEncodings = Object.entries(secretEncodings).filter(([name]) =>
  /^(as it is|percent-encoded throughout|with decimal references|with escaped Markdown|broken by blanks|in Base64|in full-width letters|as JSON in JSON)$/.test(
    name,
  ),
);

describe.each(otherLeakCases)("$what", (leakCase) => {
  test.each(fewEncodings)("shows no key %s", async (_, encode) => {
    expect(await findLeaks(leakCase, encode, fakeKey)).toEqual([]);
  });
});

test("the signature in the path of a redirect from a download host is never shown", async () => {
  await using heygen = await startFakeWithVideo({ videoStatuses: ["completed"], apiKey: fakeKey });
  heygen.on(
    "GET /files/{name}",
    ...Array(20).fill({ redirect: `https://127.0.0.1/${fakePathSegment}/v.mp4` }),
  );
  const shown = await collectOutput({ url: heygen.url, typed: { script: "Welcome.", avatar_id: "look_1" } });
  expect(shown.annotation).toContain("https://127.0.0.1/***/v.mp4");
  expect(Object.values(shown).filter((text) => containsSecret(text, fakePathSegment))).toEqual([]);
});

describe("an id that the user typed is shown in the error even if a link in a response contains it:", () => {
  const id = "6f1c9d52e0b84b7f9b8a2f0c1d3e5a7b";
  const script = { script: "Welcome.", avatar_id: "look_1" };
  const preview_image_url = `https://files2.heygen.ai/avatar/v3/${id}/full/2.2/preview_target.webp?Signature=${fakePathSegment}`;
  const links = { preview_image_url, preview_audio_url: preview_image_url, video_url: preview_image_url };
  const fields = { name: "Anna", avatar_type: "studio_avatar", default_voice_id: "voice_1" };
  const look = (status: string) =>
    ok({ ...fields, ...links, id, status, supported_api_engines: ["avatar_iv"] });
  const voice = ok({
    voice_id: id,
    name: "Clara",
    language: "English",
    gender: "female",
    ...links,
    status: "failed",
  });

  test.each([
    [
      "avatar_id",
      "of a look that failed",
      { avatar_id: id },
      { "GET /v3/avatars/looks/{look_id}": look("failed") },
    ],
    [
      "avatar_id",
      "of a look for another engine",
      { avatar_id: id, provider_options: "{engine: {type: avatar_v}}" },
      { "GET /v3/avatars/looks/{look_id}": look("completed") },
    ],
    ["voice_id", "of a voice that failed", { voice_id: id }, { "GET /v3/voices/{voice_id}": voice }],
  ] as const)("%s %s", async (setting, _, typed, replies) => {
    await using heygen = await startFakeWithVideo({ apiKey: fakeKey });
    for (const [route, reply] of Object.entries(replies)) heygen.on(route as never, reply);
    const shown = await collectOutput({ url: heygen.url, typed: { ...script, ...typed, dry_run: "true" } });
    expect(shown.annotation).toContain(`\`${setting}\` is "${id}"`);
    expect(shown.summary).toContain(id);
    expect(Object.values(shown).filter((text) => containsSecret(text, fakePathSegment))).toEqual([]);
  });
});

describe("without redaction,", () => {
  test.each([...mainLeakCases, ...otherLeakCases])(
    "$what shows the key in every output of its text",
    async (leakCase) => {
      const shown = await runLeakCase(leakCase, fakeKey, true);
      const outputs = Object.entries(shown).flatMap(([output, text]) =>
        containsSecret(text, fakeKey) ? [output] : [],
      );
      expect(outputs).toEqual(expect.arrayContaining([...leakCase.channels]));
    },
  );
});
