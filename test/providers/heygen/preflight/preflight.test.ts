import { describe, expect, test } from "vitest";
import type { VideoRequest } from "../../../../src/inputs/video-request.ts";
import { preflightRows } from "../../../../src/jobs/cost/preflight.ts";
import { failure } from "../../../support/heygen/fake-heygen/replies.ts";
import type { FakeHeygenOptions } from "../../../support/heygen/fake-heygen.ts";
import { openHeygen } from "../../../support/heygen/open-heygen.ts";
import { runPreflight } from "../../../support/heygen/run-preflight.ts";
import { createScriptRequest, createVideoRequest } from "../../../support/jobs/video-request.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

const own = { id: "look_own", name: "Me", avatar_type: "digital_twin", default_voice_id: "voice_1" };
const withOwn = (fields: object): FakeHeygenOptions => ({ looks: [{ ...own, ...fields }] });
const ownScript = createScriptRequest({ avatarId: "look_own" });

describe("the preflight check requests from HeyGen", () => {
  test("the account, the look and the voice of a script", async () => {
    const found = await runPreflight(createScriptRequest({ voiceId: "voice_2", text: "word ".repeat(150) }));
    expect(found.asked).toEqual(["/v3/users/me", "/v3/avatars/looks/look_1", "/v3/voices/voice_2"]);
    expect(preflightRows({ rows: [], estimate: {}, warnings: [], ...found })).toEqual([
      ["Account", "wallet, 12.50 USD"],
      ["Avatar", "Anna in the office (studio_avatar)"],
      ["Voice", "Daniel (English)"],
      ["Expected length", "about 1 min"],
      ["Expected cost", "about 4.00 USD, up to 5.00 USD"],
      ["Expected wait", "5 min to 15 min"],
    ]);
    expect(found.warnings).toEqual([]);
  });

  test("only the account if a prompt names neither look nor voice", async () => {
    const found = await runPreflight(createVideoRequest({ text: "A 30-second tour" }));
    expect(found.asked).toEqual(["/v3/users/me"]);
    expect(found.estimate?.seconds).toBe(30);
  });

  test("every look and voice of a video with several scenes, once each", async () => {
    const scene = (avatar_id: string) => ({
      type: "avatar_video",
      input: { type: "avatar", avatar_id, script: "Hello.", voice_id: "voice_1" },
    });
    const scenes = ["look_1", "look_2", "look_1"].map(scene);
    const found = await runPreflight(createVideoRequest({ kind: "options", text: "", options: { scenes } }));
    expect(found.asked.slice(1)).toEqual([
      "/v3/avatars/looks/look_1",
      "/v3/avatars/looks/look_2",
      "/v3/voices/voice_1",
    ]);
    expect(found.estimate).toEqual({});
  });
});

describe("the preflight check fails with `invalid_input` for", () => {
  test.each<[what: string, request: VideoRequest, options: FakeHeygenOptions, says: RegExp]>([
    [
      "an avatar that does not exist",
      createScriptRequest({ avatarId: "look_9" }),
      {},
      /^`avatar_id` is "look_9"/,
    ],
    [
      "a prompt's avatar that does not exist",
      createVideoRequest({ avatarId: "x" }),
      {},
      /^`avatar_id` is "x"/,
    ],
    ["a voice that does not exist", createScriptRequest({ voiceId: "v_9" }), {}, /^`voice_id` is "v_9"/],
    [
      "an avatar that is still processing",
      ownScript,
      withOwn({ status: "processing" }),
      /^`avatar_id` .+ is processing/,
    ],
    ["an avatar without consent", ownScript, withOwn({ status: "pending_consent" }), /is pending consent/],
    [
      "an avatar that failed",
      ownScript,
      withOwn({ status: "failed", error: { code: "bad_photo", message: "No face\u001b[1m found" } }),
      /\(No face found\)/,
    ],
    [
      "an engine that cannot render the avatar",
      createScriptRequest({ options: { engine: { type: "avatar_v" } } }),
      {},
      /avatar_v cannot render this look, but avatar_iv, avatar_iii can/,
    ],
    [
      "the default engine if it cannot render the avatar",
      ownScript,
      withOwn({ supported_api_engines: ["avatar_iii"] }),
      /avatar_iv cannot render this look, but avatar_iii can/,
    ],
    ["a script without a voice", ownScript, withOwn({ default_voice_id: null }), /^`voice_id` is required/],
  ])("%s", async (_what, request, options, says) => {
    const failed = await failureOf(() => runPreflight(request, options));
    expect(failed.code).toBe("invalid_input");
    expect(failed.message).toMatch(says);
    expect(failed.submitted).toBe(false);
  });

  test("neither a recording without a voice nor a completed private avatar", async () => {
    const audio = { from: "asset", id: "ast_1" } as const;
    const options = withOwn({ status: "completed", default_voice_id: null });
    const found = await runPreflight(
      createVideoRequest({ kind: "audio", text: "", audio, avatarId: "look_own" }),
      options,
    );
    expect(found.rows?.at(-1)).toEqual(["Avatar", "Me (digital_twin)"]);
  });
});

test("the preflight check rejects a cloned voice that is still processing", async () => {
  await using heygen = await openHeygen();
  const voice = { voice_id: "voice_1", support_pause: true, status: "processing" };
  heygen.fake.on("GET /v3/voices/{voice_id}", { status: 200, body: { data: voice } });
  const request = createScriptRequest({ voiceId: "voice_1" });
  const failed = await failureOf(async () => heygen.provider.preflight?.(request));
  expect(failed).toMatchObject({
    code: "invalid_input",
    message: expect.stringMatching(/`voice_id`.+processing/),
  });
});

test.each([
  ["a rejected API key", failure(401, "unauthorized", "Unauthorized"), "unauthorized"],
  ["a passing fault", { status: 503, body: "<html></html>" }, "provider_error"],
])("%s keeps its own code", async (_what, reply, code) => {
  await using heygen = await openHeygen();
  heygen.fake.on("GET /v3/users/me", reply);
  const failed = await failureOf(async () => heygen.provider.preflight?.(createVideoRequest()));
  expect(failed.code).toBe(code);
});

test("a 404 from a gateway does not mean that the avatar is missing", async () => {
  await using heygen = await openHeygen();
  heygen.fake.on("GET /v3/avatars/looks/{look_id}", { status: 404, body: "<html>Not found</html>" });
  const failed = await failureOf(async () => heygen.provider.preflight?.(createScriptRequest()));
  expect(failed.code).toBe("provider_error");
});

test("an `avatar_id` in the variables of a template is not looked up", async () => {
  const variables = { hero: { avatar_id: "mine" } };
  const request = createVideoRequest({
    kind: "template_id",
    text: "",
    templateId: "t_1",
    options: { variables },
  });
  expect((await runPreflight(request)).asked).toEqual(["/v3/users/me"]);
});
