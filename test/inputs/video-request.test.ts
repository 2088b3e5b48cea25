import { describe, expect, expectTypeOf, test } from "vitest";
import type { SupportedSources } from "../../src/inputs/source.ts";
import { fingerprint, type VideoRequest, type VideoSubject } from "../../src/inputs/video-request.ts";
import type { Subject } from "../../src/studio/request.ts";
import { createVideoRequest } from "../support/jobs/video-request.ts";
import { readJobInput } from "../support/pipeline/read-job-input.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const textSources: SupportedSources = { kinds: ["prompt", "script"] };

const read = (typed: Record<string, string>) => readJobInput(typed, textSources);

test("a request for a prompt contains all settings of the video", async () => {
  const typed = {
    prompt: "A tour",
    title: "Tour",
    avatar_id: "look_1",
    voice_id: "voice_1",
    style_id: "style_1",
    orientation: "portrait",
    aspect_ratio: "9:16",
    captions: "true",
    provider_options: "incognito_mode: true",
  };
  const request = createVideoRequest({
    text: "A tour",
    title: "Tour",
    avatarId: "look_1",
    voiceId: "voice_1",
    styleId: "style_1",
    orientation: "portrait",
    aspectRatio: "9:16",
    captions: true,
    options: { incognito_mode: true },
  });
  expect(await read(typed)).toEqual({ kind: "new", request, stableRequest: request });
});

test("a request for a script takes its title from the event when `title` is not set", async () => {
  const request = createVideoRequest({
    kind: "script",
    text: "Hello.",
    title: "Title of the event",
    resolution: "720p",
  });
  expect(await read({ script: "Hello.", resolution: "720p" })).toEqual({
    kind: "new",
    request,
    stableRequest: request,
  });
});

test("the subject of a request is that of the studio", () => {
  expectTypeOf<VideoSubject>().toEqualTypeOf<Subject>();
});

describe("a request without exactly one source", () => {
  test.each([
    [["prompt", "script"], "`prompt` and `script` are set together"],
    [["prompt", "video_id"], "`prompt` and `video_id` are set together"],
    [["script", "video_id"], "`script` and `video_id` are set together"],
    [["prompt", "script", "video_id"], "`prompt` and `script` and `video_id` are set together"],
    [[], "No source is set"],
  ])("is rejected: %j", async (names, problem) => {
    const typed = Object.fromEntries(names.map((name) => [name, "v_1"]));
    const { code, message, hint } = await failureOf(() => read(typed));
    expect(code).toBe("invalid_input");
    expect(message).toBe(
      `${problem}: set exactly one of \`prompt\`, \`prompt_file\`, \`script\`, \`script_file\`, \`template\`, \`video_id\`.`,
    );
    expect(hint).toMatch(/^(Keep|Set) /);
  });
});

describe("the id of a video to resume", () => {
  test.each(["v_1", "sess-1", "a.b~c", "x".repeat(128), "0f3c"])("can be %j", async (id) => {
    expect(await read({ video_id: id })).toMatchObject({ videoId: id });
  });

  test.each([
    "a/b",
    "../v_1",
    ".",
    "..",
    "a b",
    "é",
    "x".repeat(129),
    "v_1?x=1",
    "v_1\n",
    "https://x.example/v",
  ])("can't be %j, because ids are used in URLs and file names", async (id) => {
    const { code, message } = await failureOf(() => read({ video_id: id }));
    expect(code).toBe("invalid_input");
    expect(message).toMatch(/^`video_id` is ".*": it must be 1 to 128 letters/);
  });
});

describe("the fingerprint", () => {
  const request = createVideoRequest({ options: { a: 1, b: { c: [1, 2], d: true } } });
  const scope = ["showreel/showreel", "42"];
  const same = fingerprint(request, "account", scope);

  test("is 64 hexadecimal digits, and the same for an equal request", () => {
    expect(same).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint(structuredClone(request), "account", [...scope])).toBe(same);
  });

  test("does not depend on the order of keys at any depth", () => {
    const reversed = Object.fromEntries(Object.entries(request).reverse()) as unknown as VideoRequest;
    const options = { b: { d: true, c: [1, 2] }, a: 1 };
    expect(fingerprint({ ...reversed, options }, "account", scope)).toBe(same);
  });

  test.each<Partial<VideoRequest>>([
    { provider: "sandbox" },
    { kind: "script" },
    { text: "A short welcome." },
    { title: "Release 2.1" },
    { avatarId: "look_1" },
    { voiceId: "voice_1" },
    { styleId: "style_1" },
    { orientation: "portrait" },
    { aspectRatio: "1:1" },
    { resolution: "4k" },
    { captions: true },
    { options: {} },
    { options: { a: 1, b: { c: [2, 1], d: true } } },
    { options: { a: "1", b: { c: [1, 2], d: true } } },
  ])("changes with %j", (change) => {
    expect(fingerprint({ ...request, ...change }, "account", scope)).not.toBe(same);
  });

  test.each([[["showreel/showreel"]], [["showreel/showreel", "43"]], [["42", "showreel/showreel"]], [[]]])(
    "changes with the scope %j",
    (other) => {
      expect(fingerprint(request, "account", other)).not.toBe(same);
    },
  );

  test("changes with the account that pays, and does not contain it", () => {
    expect(fingerprint(request, "another account", scope)).not.toBe(same);
    expect(same).not.toContain("account");
  });
});
