import { describe, expect, test } from "vitest";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { ProviderPlugin, VideoJob } from "../../src/jobs/provider.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import { heygen } from "../../src/providers/heygen/index.ts";
import { heygenV2 } from "../../src/providers/heygen-v2/index.ts";
import { reelbot } from "../../src/providers/reelbot/index.ts";
import { startScriptedApi } from "../support/network/scripted-api.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

const ours = "https://files.example/ours.mp4";
const theirs = "https://files.example/theirs.mp4";

/** A request about a job, and how the provider's response contains the id of the job or video. */
interface IdRequest {
  readonly name: string;
  readonly plugin: ProviderPlugin;
  readonly path: RegExp;
  job(id: string): VideoJob;
  /** The response that leads to this link, with the id (in JSON) or, if undefined, without. */
  answer(id: string | undefined, link: string): string;
  /** The responses to the other requests on the way to the link. */
  others(path: string, id: string): object;
}

const jobOf = (provider: string, surface: string, ids: VideoJob["ids"]) => ({ provider, surface, ids });
const done = (link: string) => ({ status: "completed", video_url: link });
const inData = (key: string) => (id: string | undefined, link: string) =>
  `{"data":{${id === undefined ? "" : `"${key}":${id},`}${JSON.stringify(done(link)).slice(1)}}`;

const video = (surface: string, path: RegExp, key: string): IdRequest => ({
  name: `heygen, ${surface}, with ${key} in the response`,
  plugin: heygen,
  path,
  job: (id) => jobOf("heygen", surface, { video_id: id }),
  answer: inData(key),
  others: () => ({ error: { code: "not_found" } }),
});

// The id of a session's video corresponds to its link.
const videoIdOf = (link: string) => (link === ours ? "v_ours" : "v_theirs");
const linkOf = (path: string) => (path.includes("v_ours") ? ours : theirs);
const session = (surface: string, extra: object): IdRequest => ({
  name: `heygen, the session of a ${surface}`,
  plugin: heygen,
  path: /^\/v3\/video-agents\/[^/?]+$/,
  job: (id) => jobOf("heygen", "video_agent", { session_id: id }),
  answer: (id, link) =>
    inData("session_id")(id, link).replace(/"video_url":"[^"]*"/, `"video_id":"${videoIdOf(link)}"`),
  others: (path) => ({ data: { ...done(linkOf(path)), ...extra } }),
});
const videosOfSession = (name: string, ids: object): IdRequest => ({
  name: `heygen, ${name}`,
  plugin: heygen,
  path: /^\/v3\/video-agents\/[^/?]+\/videos$/,
  job: (id) => jobOf("heygen", "video_agent", { session_id: id, ...ids }),
  answer: (id, link) =>
    `{"data":[{"id":"${videoIdOf(link)}"${id === undefined ? "" : `,"session_id":${id}`}},{"id":"v_older"}]}`,
  others: (path, id) =>
    path.startsWith("/v3/videos/")
      ? { data: done(linkOf(path)) }
      : { data: { session_id: id, status: "completed" } },
});

const idRequests: readonly IdRequest[] = [
  video("video", /^\/v3\/videos\//, "id"),
  video("video", /^\/v3\/videos\//, "video_id"),
  video("instant_video", /^\/v3\/models\/videos\//, "video_id"),
  video("hyperframes", /^\/v3\/hyperframes\/renders\//, "render_id"),
  { ...video("typed_id", /^\/v3\/videos\//, "id"), name: "heygen, an id that a user typed" },
  session("prompt", {}),
  session("prompt, whose video response has an id", { id: "v_ours" }),
  videosOfSession("the videos of a session", {}),
  videosOfSession("the videos of a revised session", { revised_video_id: "v_older" }),
  {
    ...video("video", /^\/v1\/video_status\.get/, "id"),
    name: "heygen_v2",
    plugin: heygenV2,
    job: (id) => jobOf("heygen_v2", "video", { video_id: id }),
  },
  {
    name: "reelbot, the status",
    plugin: reelbot,
    path: /\/status\//,
    job: (id) => jobOf("reelbot", "project", { video_id: id }),
    answer: (id) => `{${id === undefined ? "" : `"projectId":${id},`}"status":"completed"}`,
    others: () => ({ downloadUrl: ours }),
  },
  {
    name: "reelbot, the link",
    plugin: reelbot,
    path: /\/download\//,
    job: (id) => jobOf("reelbot", "project", { video_id: id }),
    answer: (id, link) => `{${id === undefined ? "" : `"projectId":${id},`}"downloadUrl":"${link}"}`,
    others: () => ({ status: "completed" }),
  },
];

const uuid = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const long = "12345678901234567890";

const mismatches: readonly (readonly [what: string, asked: string, named: string])[] = [
  ["another id", "v_1", '"v_2"'],
  ["a longer id with the same beginning", "v_1", '"v_10"'],
  ["an id in another case", "v_aB", '"v_Ab"'],
  ["a number", "v_1", "1"],
  ["a long number that differs in the last digit", long, "12345678901234567891"],
  ["another UUID", uuid, '"3f2504e0-4f89-41d3-9a0c-0305e82c3302"'],
  ["an object", "v_1", "{}"],
  ["a list of two ids", "v_1", '["v_1","v_2"]'],
  ["a sentence", "v_1", '"v_1 and v_2"'],
];

const matches: readonly (readonly [what: string, asked: string, named: string | undefined])[] = [
  ["the id", "v_1", '"v_1"'],
  ["the id between white space", "v_1", '" v_1\\n"'],
  ["the id as a number", "42", "42"],
  ["the id as a long number", long, long],
  ["a UUID in upper case", uuid, `"${uuid.toUpperCase()}"`],
  ["a UUID without hyphens", uuid, `"${uuid.replaceAll("-", "")}"`],
  ["no id", "v_1", undefined],
  ["null", "v_1", "null"],
  ["an empty id", "v_1", '""'],
];

/** Waits for a video. The request under test gets these responses; the last one repeats. */
async function wait(question: IdRequest, asked: string, answers: readonly string[]) {
  let count = 0;
  await using api = await startScriptedApi((_, path) => {
    if (!question.path.test(path)) {
      const body = question.others(path, asked);
      return { status: "error" in body ? 404 : 200, body };
    }
    count += 1;
    return { text: answers[Math.min(count, answers.length) - 1] ?? "" };
  });
  const runtime = createFakeRuntime();
  const provider = await question.plugin.open({ runtime, apiKey: "test-key", baseUrl: api.url });
  const deadline = createDeadline(runtime, 1_200_000);
  const isTyped = question.job(asked).surface === "typed_id";
  const watch = { isUserSuppliedId: isTyped, onJob: () => {} };
  return (
    await waitForVideo(
      question.job(asked),
      { runtime, provider, deadline },
      { poll: { minMs: question.plugin.minPollMs }, ...watch },
    )
  ).url;
}

describe.each(idRequests)("$name:", (question) => {
  test.each(mismatches)(
    "a response with %s is requested again, and its video is never delivered",
    async (_, asked, named) => {
      const [wrong, right] = [question.answer(named, theirs), question.answer(JSON.stringify(asked), ours)];
      expect(await wait(question, asked, [wrong, wrong, right])).toBe(ours);
      const failure = await failureOf(() => wait(question, asked, [wrong]));
      expect(failure).toMatchObject({ code: "provider_error", retryable: true, terminal: false });
      expect(failure.message).toContain(`${asked} was requested`);
    },
  );

  test.each(matches)("a response with %s is accepted", async (_, asked, named) => {
    expect(await wait(question, asked, [question.answer(named, ours)])).toBe(ours);
  });
});
