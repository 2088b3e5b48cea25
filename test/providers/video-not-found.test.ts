import { describe, expect, test } from "vitest";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { VideoJob } from "../../src/jobs/provider.ts";
import { submitOrResume } from "../../src/jobs/submit/submit-or-resume.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import type { RawResponse } from "../support/network/scripted-api.ts";
import {
  type OpenedProviderCase,
  openProviderCase,
  type ProviderCase,
  providerCases,
} from "../support/providers/provider-cases.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createMemoryStore } from "../support/stores/memory-store.ts";

const minute = 60_000;
const rendered = "https://files.example/v_1.mp4?Signature=x";

/** Each provider's error codes for a video that does not exist. */
const notFoundCodes: Readonly<Record<string, readonly string[]>> = {
  heygen: ["video_not_found", "not_found", "resource_not_found", "gone_fishing"],
  heygen_v2: ["not_found"],
  reelbot: ["NOT_FOUND"],
  "reelbot with a prompt": ["NOT_FOUND"],
  sandbox: ["video_not_found"],
};

/** Throws for a provider without codes, so that none is left out. */
function notFoundCodesOf({ name }: ProviderCase): readonly string[] {
  const codes = notFoundCodes[name];
  if (!codes) throw new Error(`${name} has no error code for a missing video.`);
  return codes;
}

const rows = providerCases.flatMap((bench) => notFoundCodesOf(bench).map((word) => ({ bench, word })));

/** Opens a provider whose first status responses, as many as `times`, are a 404 with this error code. */
function open(bench: ProviderCase, word: string, times: number): Promise<OpenedProviderCase> {
  let asked = 0;
  return openProviderCase(bench, (method, path): RawResponse => {
    if (method === "POST") return { body: bench.created };
    if (/\/download\//.test(path)) return { body: bench.link };
    if (/video-agents\?/.test(path)) return { body: { data: [] } };
    asked += 1;
    if (asked <= times) return { status: 404, body: bench.errorBody(word) };
    return { body: bench.status(bench.statusNames.completed, bench.completedFields) };
  });
}

function wait(
  { plugin }: ProviderCase,
  { runtime, provider }: OpenedProviderCase,
  job: VideoJob,
  isTyped = false,
) {
  const deadline = createDeadline(runtime, 20 * minute);
  return waitForVideo(
    job,
    { runtime, provider, deadline },
    { poll: { minMs: plugin.minPollMs }, isUserSuppliedId: isTyped, onJob: () => {} },
  );
}

const submitsOf = ({ api }: OpenedProviderCase) => api.seen.filter(({ method }) => method === "POST").length;

describe.each(rows)("$bench.name, with the error $word", ({ bench, word }) => {
  test.each([1, 2, 6])(
    "in %i status responses, still delivers a video that was just submitted",
    async (times) => {
      await using opened = await open(bench, word, times);
      const job = await opened.provider.submit(bench.request, "showreel-key");
      expect((await wait(bench, opened, job)).url).toBe(rendered);
      expect(submitsOf(opened)).toBe(1);
    },
  );

  test.each([1, 2, 6])("in %i status responses, does not submit a stored video again", async (times) => {
    await using opened = await open(bench, word, times);
    const { runtime, provider } = opened;
    const job = provider.jobFromId("v_1");
    const memory = { ...job, surface: job.surface === "typed_id" ? "video" : job.surface };
    const store = createMemoryStore({ memory: { renderAttempt: 1, job: memory } });
    const video = { request: bench.request, fingerprint: "f".repeat(64), store };
    const obtained = await submitOrResume(video, {
      runtime,
      provider,
      deadline: createDeadline(runtime, 20 * minute),
    });
    expect(obtained).toMatchObject({ job: { ids: { video_id: "v_1" } }, resumed: true });
    expect([submitsOf(opened), store.calls]).toEqual([0, []]);
  });

  test("in every status response, fails after a minute and keeps the id of a submitted video", async () => {
    await using opened = await open(bench, word, Number.POSITIVE_INFINITY);
    const job = await opened.provider.submit(bench.request, "showreel-key");
    const begun = opened.runtime.now();
    const failure = await failureOf(() => wait(bench, opened, job));
    expect(failure).toMatchObject({ code: "provider_error", terminal: false, retryable: false });
    expect(opened.runtime.now() - begun).toBe(minute);
  });

  test("in the first status response, fails at once for an id that a user typed", async () => {
    await using opened = await open(bench, word, Number.POSITIVE_INFINITY);
    const begun = opened.runtime.now();
    const failure = await failureOf(() => wait(bench, opened, opened.provider.jobFromId("v_1"), true));
    expect(failure).toMatchObject({ terminal: true, hint: expect.stringContaining("`video_id`") });
    expect(opened.runtime.now() - begun).toBe(0);
  });

  test("in a later status response, still delivers a video whose id a user typed", async () => {
    let asked = 0;
    await using opened = await openProviderCase(bench, (_, path): RawResponse => {
      if (/\/download\//.test(path)) return { body: bench.link };
      asked += 1;
      if (asked === 2) return { status: 404, body: bench.errorBody(word) };
      return {
        body:
          asked === 1
            ? bench.status("processing")
            : bench.status(bench.statusNames.completed, bench.completedFields),
      };
    });
    expect((await wait(bench, opened, opened.provider.jobFromId("v_1"), true)).url).toBe(rendered);
  });
});
