import { describe, expect, test } from "vitest";
import { readWorkflow, type Workflow } from "../../src/platform/github/workflow.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { eventEnvironment } from "../support/github/event-environment.ts";
import { startFakeGithub } from "../support/github/fake-github.ts";
import { type FakeHeygen, type FakeHeygenOptions, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { openRun } from "../support/pipeline/open-run.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

/** The inputs of a user, and the chat session that HeyGen already has. */
interface VideoCase {
  readonly name: string;
  readonly typed: Record<string, string>;
  /** The chat session `sess_1` exists; if `waiting`, its agent has asked a question. */
  readonly session?: "done" | "waiting";
  /** Costs nothing. */
  readonly isFree?: boolean;
}

const prompt = { prompt: "A 30-second tour" };
const recording = "asset:ast_1";
const videoCases: readonly VideoCase[] = [
  { name: "a prompt", typed: prompt },
  { name: "a chat with messages", typed: { ...prompt, messages: "Blue." } },
  { name: "a revision", typed: { prompt: "Shorter, please", video_id: "sess_1" }, session: "done" },
  { name: "a script", typed: { script: "Welcome.", avatar_id: "look_1" } },
  { name: "a recording", typed: { audio: recording, avatar_id: "look_1" } },
  {
    name: "a cinematic video",
    typed: { ...prompt, avatar_id: "look_1", provider_options: "{type: cinematic_avatar}" },
  },
  { name: "an instant clip", typed: { ...prompt, provider_options: "{model: heygen-video-1}" } },
  { name: "a template", typed: { template_id: "template_1", provider_options: "{variables: {}}" } },
  { name: "a composition", typed: { composition: recording } },
  {
    name: "scenes",
    typed: {
      provider_options: "{scenes: [{type: video, source: {type: url, url: 'https://files.example/a.mp4'}}]}",
    },
  },
  { name: "a message to a session", typed: { video_id: "sess_1", messages: "Blue." }, session: "waiting" },
  {
    name: "a session that needs no message",
    typed: { video_id: "sess_1", messages: "Blue." },
    session: "done",
    isFree: true,
  },
];

const fromFork = { pull_request: { number: 7, head: { repo: { full_name: "reader/showreel-test" } } } };

/** Event, actor and settings, and what a paid video leads to: `spent`, `nothing` or an error code. */
const rules: [name: string, event: string, payload: object, actor: string, typed: object, spent: string][] = [
  ["a push", "push", {}, "reader", {}, "spent"],
  ["a writer's comment", "issue_comment", {}, "writer", {}, "spent"],
  ["a reader's comment", "issue_comment", {}, "reader", {}, "unauthorized"],
  ["a reader's pull request from a fork", "pull_request", fromFork, "reader", {}, "unauthorized"],
  ["a writer's pull request from a fork", "pull_request", fromFork, "writer", {}, "spent"],
  ["an unknown event", "next_year", {}, "reader", {}, "unauthorized"],
  [
    "a reader's comment with `allow_untrusted`",
    "issue_comment",
    {},
    "reader",
    { allow_untrusted: "true" },
    "spent",
  ],
  ["a limit of 0 USD", "push", {}, "writer", { max_cost_usd: "0" }, "invalid_input"],
  ["a dry run", "push", {}, "writer", { dry_run: "true" }, "nothing"],
  ["a reader's dry run", "issue_comment", {}, "reader", { dry_run: "true" }, "nothing"],
  [
    "a dry run with a limit of 0 USD",
    "push",
    {},
    "writer",
    { dry_run: "true", max_cost_usd: "0" },
    "invalid_input",
  ],
];

/** Requests that may cost money; uploads do not. */
const paidRequests = ({ requests }: FakeHeygen) =>
  requests.filter(({ method, path }) => method === "POST" && !path.startsWith("/v3/assets"));

async function call(fake: FakeHeygen, method: "GET" | "POST", path: string, body?: object): Promise<void> {
  const headers = { "x-api-key": "test-key", "content-type": "application/json" };
  await fetch(fake.url + path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
}

async function startHeygen({ session }: VideoCase): Promise<FakeHeygen> {
  const options: FakeHeygenOptions = { video: sampleVideo, videoStatuses: ["completed"] };
  const fake = await startFakeHeygen({
    ...options,
    ...(session !== "done" && { questions: ["Which colour?"] }),
  });
  if (!session) return fake;
  await call(fake, "POST", "/v3/video-agents", { prompt: "A tour", mode: "chat" });
  // The agent is `thinking` in the first two responses.
  for (const _ of [1, 2]) await call(fake, "GET", "/v3/video-agents/sess_1");
  return fake;
}

async function runVideoCase(videoCase: VideoCase, workflow: Workflow, typed: object) {
  await using fake = await startHeygen(videoCase);
  const before = paidRequests(fake).length;
  const { work, seen, runtime } = openRun(fake.url, { ...videoCase.typed, ...typed }, workflow);
  await work().catch(() => {});
  const count = paidRequests(fake).length - before;
  return { code: seen.outputs.error_code || (count > 0 ? "spent" : "nothing"), count, lines: runtime.lines };
}

describe.each(rules)("%s", (_name, event, payload, actor, typed, spent) => {
  test.each(videoCases.map((videoCase) => [videoCase.name, videoCase] as const))(
    "that requests %s spends money only if it is allowed to",
    async (_name, videoCase) => {
      await using github = await startFakeGithub({ permissions: { writer: "write", reader: "read" } });
      const env = eventEnvironment(event, payload, { GITHUB_API_URL: github.url, GITHUB_ACTOR: actor });
      const workflow = readWorkflow(createFakeRuntime(), env, github.token);
      const { code, count } = await runVideoCase(videoCase, workflow, typed);
      const expected = videoCase.isFree ? "nothing" : spent;
      expect(code).toBe(expected);
      expect(count > 0).toBe(expected === "spent");
      if (videoCase.isFree) expect(github.requests).toEqual([]);
    },
  );
});
