import { describe, expect, test } from "vitest";
import type { VideoRequest } from "../../src/inputs/video-request.ts";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { ProviderPlugin } from "../../src/jobs/provider.ts";
import { submitOrResume } from "../../src/jobs/submit/submit-or-resume.ts";
import { heygen } from "../../src/providers/heygen/index.ts";
import { heygenV2 } from "../../src/providers/heygen-v2/index.ts";
import { reelbot } from "../../src/providers/reelbot/index.ts";
import { createScriptRequest, createVideoRequest } from "../support/jobs/video-request.ts";
import { type RawResponse, startScriptedApi } from "../support/network/scripted-api.ts";
import { createSpeech } from "../support/providers/open-heygen-v2.ts";
import { createNarration } from "../support/providers/open-reelbot.ts";
import { type IdFormat, submitResponses } from "../support/providers/submit-responses.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";
import { createMemoryStore } from "../support/stores/memory-store.ts";

interface Submit {
  readonly name: string;
  readonly plugin: ProviderPlugin;
  readonly request: VideoRequest;
  readonly naming: IdFormat;
}

const template = createVideoRequest({
  kind: "template_id",
  templateId: "t_1",
  text: "",
  options: { variables: {} },
});
const composition = createVideoRequest({
  kind: "composition",
  text: "",
  composition: { from: "url", url: "https://files.example/project.zip" },
});
const video = { noun: "video", key: "video_id", envelope: "data" } as const;

const submits: readonly Submit[] = [
  {
    name: "heygen with a prompt",
    plugin: heygen,
    request: createVideoRequest(),
    naming: { noun: "session", key: "session_id", envelope: "data" },
  },
  {
    name: "heygen with a script",
    plugin: heygen,
    request: createScriptRequest({ voiceId: "voice_1" }),
    naming: video,
  },
  {
    name: "heygen with a clip",
    plugin: heygen,
    request: createVideoRequest({ options: { model: "heygen-video-1" } }),
    naming: video,
  },
  {
    name: "heygen with a template",
    plugin: heygen,
    request: template,
    naming: { ...video, key: "id" },
  },
  {
    name: "heygen with a composition",
    plugin: heygen,
    request: composition,
    naming: { noun: "render", key: "render_id", envelope: "data" },
  },
  { name: "heygen_v2", plugin: heygenV2, request: createSpeech(), naming: video },
  {
    name: "reelbot",
    plugin: reelbot,
    request: createNarration(),
    naming: { noun: "project", key: "projectId" },
  },
];

/** Starts a run whose submits all get this response, at a provider whose lists are empty. */
async function startRun({ plugin, request }: Submit, answer: RawResponse) {
  const api = await startScriptedApi((method) => (method === "POST" ? answer : { body: { data: [] } }));
  const runtime = createFakeRuntime();
  const provider = await plugin.open({ runtime, apiKey: "test-key", baseUrl: api.url });
  const store = createMemoryStore();
  const deadline = createDeadline(runtime, 1_200_000);
  return {
    store,
    replays: provider.idempotencyWindowMs(request) > 0,
    submits: () => api.seen.filter(({ method }) => method === "POST"),
    obtain: () =>
      submitOrResume({ request, fingerprint: "f".repeat(64), store }, { runtime, provider, deadline }),
    [Symbol.asyncDispose]: () => api[Symbol.asyncDispose](),
  };
}

describe.each(submits)("the response to a submit of $name", (submit) => {
  const rows = submitResponses(submit.naming);

  test.each(rows.filter(([, , id]) => id !== undefined))("yields the id: %s", async (_, answer, id) => {
    await using run = await startRun(submit, answer);
    const { job } = await run.obtain();
    expect(Object.values(job.ids)).toEqual([id]);
    expect([run.submits().length, run.store.current().job]).toEqual([1, job]);
  });

  test.each(rows.filter(([, , id]) => id === undefined))(
    "counts as lost, and nothing is submitted again under a new key: %s",
    async (_, answer) => {
      await using run = await startRun(submit, answer);
      expect(await failureOf(run.obtain)).toMatchObject({ code: "provider_error", outcomeUnknown: true });
      const keys = new Set(run.submits().map(({ headers }) => headers["idempotency-key"]));
      expect(run.replays ? keys.size : run.submits().length).toBe(1);
      // The stored intent makes a later run search for the job before it submits.
      expect(run.store.current()).toMatchObject({ renderAttempt: 1, intent: {} });
    },
  );
});

test("an agent's response with only a `video_id` yields a job with that video", async () => {
  const [prompt] = submits;
  if (!prompt) throw new Error("There is no submit case.");
  await using run = await startRun(prompt, { body: { data: { video_id: "v_1" } } });
  expect(await run.obtain()).toMatchObject({ job: { ids: { video_id: "v_1" } }, resumed: false });
});
