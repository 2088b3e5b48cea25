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

/** One question that a provider is asked about a job, and how its answer names what it is about. */
interface Question {
  readonly name: string;
  readonly plugin: ProviderPlugin;
  readonly path: RegExp;
  job(id: string): VideoJob;
  /** The answer, with the id as it stands in JSON, or without; it leads to this link. */
  answer(id: string | undefined, link: string): string;
  /** What the other questions on the way to the link are answered. */
  others(path: string, id: string): object;
}

const jobOf = (provider: string, surface: string, ids: VideoJob["ids"]) => ({ provider, surface, ids });
const done = (link: string) => ({ status: "completed", video_url: link });
const inData = (key: string) => (id: string | undefined, link: string) =>
  `{"data":{${id === undefined ? "" : `"${key}":${id},`}${JSON.stringify(done(link)).slice(1)}}`;

const video = (surface: string, path: RegExp, key: string): Question => ({
  name: `heygen, ${surface}, which names ${key}`,
  plugin: heygen,
  path,
  job: (id) => jobOf("heygen", surface, { video_id: id }),
  answer: inData(key),
  others: () => ({ error: { code: "not_found" } }),
});

// The video of a session has the name of its link.
const videoIdOf = (link: string) => (link === ours ? "v_ours" : "v_theirs");
const linkOf = (path: string) => (path.includes("v_ours") ? ours : theirs);
const session = (surface: string, extra: object): Question => ({
  name: `heygen, the session of a ${surface}`,
  plugin: heygen,
  path: /^\/v3\/video-agents\/[^/?]+$/,
  job: (id) => jobOf("heygen", "video_agent", { session_id: id }),
  answer: (id, link) =>
    inData("session_id")(id, link).replace(/"video_url":"[^"]*"/, `"video_id":"${videoIdOf(link)}"`),
  others: (path) => ({ data: { ...done(linkOf(path)), ...extra } }),
});
const videosOfSession = (name: string, ids: object): Question => ({
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

const questions: readonly Question[] = [
  video("video", /^\/v3\/videos\//, "id"),
  video("video", /^\/v3\/videos\//, "video_id"),
  video("instant_video", /^\/v3\/models\/videos\//, "video_id"),
  video("hyperframes", /^\/v3\/hyperframes\/renders\//, "render_id"),
  { ...video("typed_id", /^\/v3\/videos\//, "id"), name: "heygen, an id that a user typed" },
  session("prompt", {}),
  session("prompt, whose video names it", { id: "v_ours" }),
  videosOfSession("the videos of a session", {}),
  videosOfSession("the videos of a session that is revised", { revised_video_id: "v_older" }),
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

const strangers: readonly (readonly [what: string, asked: string, named: string])[] = [
  ["another id", "v_1", '"v_2"'],
  ["an id that begins with it", "v_1", '"v_10"'],
  ["an id in other letters", "v_aB", '"v_Ab"'],
  ["a number", "v_1", "1"],
  ["a long number that differs in the last digit", long, "12345678901234567891"],
  ["another UUID", uuid, '"3f2504e0-4f89-41d3-9a0c-0305e82c3302"'],
  ["an object", "v_1", "{}"],
  ["a list with it among others", "v_1", '["v_1","v_2"]'],
  ["words", "v_1", '"v_1 and v_2"'],
];

const own: readonly (readonly [what: string, asked: string, named: string | undefined])[] = [
  ["the id", "v_1", '"v_1"'],
  ["the id with blanks around it", "v_1", '" v_1\\n"'],
  ["the id as a number", "42", "42"],
  ["the id as a long number, to the last digit", long, long],
  ["a UUID in capitals", uuid, `"${uuid.toUpperCase()}"`],
  ["a UUID without hyphens", uuid, `"${uuid.replaceAll("-", "")}"`],
  ["no id", "v_1", undefined],
  ["null", "v_1", "null"],
  ["an empty id", "v_1", '""'],
];

/** Waits for a video; the question under test gets these answers, of which the last repeats. */
async function wait(question: Question, asked: string, answers: readonly string[]) {
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
  const { pollInterval } = question.plugin;
  const isTyped = question.job(asked).surface === "typed_id";
  const watch = { isUserSuppliedId: isTyped, onJob: () => {} };
  return (
    await waitForVideo(question.job(asked), { runtime, provider, deadline }, { pollInterval, ...watch })
  ).url;
}

describe.each(questions)("$name:", (question) => {
  test.each(strangers)(
    "an answer about %s is asked for again, and never delivered",
    async (_, asked, named) => {
      const [wrong, right] = [question.answer(named, theirs), question.answer(JSON.stringify(asked), ours)];
      expect(await wait(question, asked, [wrong, wrong, right])).toBe(ours);
      const failure = await failureOf(() => wait(question, asked, [wrong]));
      expect(failure).toMatchObject({ code: "provider_error", retryable: true, terminal: false });
      expect(failure.message).toContain(`${asked} was requested`);
    },
  );

  test.each(own)("an answer that names %s is believed", async (_, asked, named) => {
    expect(await wait(question, asked, [question.answer(named, ours)])).toBe(ours);
  });
});
