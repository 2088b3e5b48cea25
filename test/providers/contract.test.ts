import { describe, expect, test } from "vitest";
import { plainText } from "../../src/base/text/plain-text.ts";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { VideoJob } from "../../src/jobs/provider.ts";
import { submitOrResume } from "../../src/jobs/submit/submit-or-resume.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import { startScriptedApi } from "../support/network/scripted-api.ts";
import {
  openProviderCase,
  type ProviderCase,
  providerCases,
  successResponses,
} from "../support/providers/provider-cases.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createMemoryStore } from "../support/stores/memory-store.ts";

/** Submits a video and returns its job status when the provider reports this status and these fields. */
async function statusOf(bench: ProviderCase, word: string, fields: object = {}) {
  await using opened = await openProviderCase(
    bench,
    successResponses(bench, () => bench.status(word, fields)),
  );
  return await opened.provider.status(await opened.provider.submit(bench.request, "showreel-key"));
}

describe.each(providerCases)("$name", (bench) => {
  test("creates one video per request, from the submit to the link", async () => {
    const words = [...bench.statusNames.pending, bench.statusNames.completed].values();
    const status = () => {
      const word = words.next().value ?? bench.statusNames.completed;
      return bench.status(word, word === bench.statusNames.completed ? bench.completedFields : {});
    };
    await using opened = await openProviderCase(bench, successResponses(bench, status));
    const { runtime, provider, api } = opened;
    const deadline = createDeadline(runtime, 1_200_000);
    const store = createMemoryStore();
    const { job } = await submitOrResume(
      { request: bench.request, fingerprint: "f".repeat(64), store },
      { runtime, provider, deadline },
    );
    const video = await waitForVideo(
      job,
      { runtime, provider, deadline },
      { poll: { minMs: bench.plugin.minPollMs }, onJob: () => {} },
    );
    expect(video.url).toBe("https://files.example/v_1.mp4?Signature=x");
    expect(api.seen.filter(({ method }) => method === "POST")).toHaveLength(1);
    const problems = api.seen.flatMap(({ method, path, body }) => bench.requestProblems(method, path, body));
    expect(problems).toEqual([]);
  });

  test("stores the intent before the submit, and the job before the first status call", async () => {
    const calls: string[] = [];
    const answers = successResponses(bench, () => bench.status(bench.statusNames.failed));
    await using opened = await openProviderCase(bench, (method, path) => {
      // The first request reads the provider's clock, if the provider reports its time.
      if (!path.endsWith("?limit=1")) calls.push(method);
      return answers(method, path);
    });
    const { runtime, provider } = opened;
    const deadline = createDeadline(runtime, 1_200_000);
    const { job } = await submitOrResume(
      { request: bench.request, fingerprint: "f".repeat(64), store: createMemoryStore({ calls }) },
      { runtime, provider, deadline },
    );
    await provider.status(job);
    expect(calls.map((call) => call.split(" ")[0])).toEqual(["intend", "POST", "remember", "GET"]);
  });

  test.each(bench.statusNames.pending)("returns pending for a video that is %s", async (word) => {
    expect(await statusOf(bench, word)).toMatchObject({ state: "pending", detail: word });
  });

  test.each(["never_heard_of", "", "constructor", "完成"])(
    "returns pending for a video with the unknown status %j",
    async (word) => {
      expect(await statusOf(bench, word)).toMatchObject({ state: "pending" });
    },
  );

  test("returns completed, also for a status in upper case", async () => {
    const { completed } = bench.statusNames;
    for (const word of [completed, completed.toUpperCase()]) {
      expect(await statusOf(bench, word, bench.completedFields)).toMatchObject({
        state: "completed",
        video: { url: "https://files.example/v_1.mp4?Signature=x" },
      });
    }
  });

  test.each(bench.fieldsWithoutReason)("returns a reason for a failure with %j", async (fields) => {
    const status = await statusOf(bench, bench.statusNames.failed, fields);
    expect(status).toMatchObject({ state: "failed", reason: expect.stringMatching(/\w+ \w+/) });
  });

  test("returns the provider's reason for a failure unchanged", async () => {
    const words = "Clip 3 is broken";
    const fields = { error: words, failure_message: words };
    const status = await statusOf(bench, bench.statusNames.failed, fields);
    expect(status.state === "failed" && plainText(status.reason)).toBe(words);
  });

  test("accepts a job that was stored as JSON", async () => {
    await using opened = await openProviderCase(
      bench,
      successResponses(bench, () => bench.status(bench.statusNames.completed, bench.completedFields)),
    );
    const job = await opened.provider.submit(bench.request, "showreel-key");
    const again: VideoJob = JSON.parse(JSON.stringify(job));
    expect(again).toEqual(job);
    expect(job.provider).toBe(bench.plugin.name);
    expect(await opened.provider.status(again)).toMatchObject({ state: "completed", job });
  });

  test("resumes an id that a user typed", async () => {
    await using opened = await openProviderCase(
      bench,
      successResponses(bench, () => bench.status(bench.statusNames.completed, bench.completedFields)),
    );
    const typed = opened.provider.jobFromId("v_1");
    expect(await opened.provider.status(typed)).toMatchObject({
      state: "completed",
      job: { provider: bench.plugin.name, ids: { video_id: "v_1" } },
    });
  });

  test("does not send its API key to the target of a redirect", async () => {
    await using elsewhere = await startScriptedApi(() => ({ body: bench.created }));
    const redirect = { status: 307, headers: { location: elsewhere.url.href } };
    await using opened = await openProviderCase(bench, () => redirect);
    const { provider } = opened;
    await failureOf(() => provider.submit(bench.request, "showreel-key"));
    await failureOf(() => provider.status(provider.jobFromId("v_1")));
    expect(elsewhere.seen).toEqual([]);
    const keys = opened.api.seen.map(({ headers }) => headers["x-api-key"]);
    expect(keys).not.toEqual([]);
    expect(keys).not.toContain(undefined);
  });
});
