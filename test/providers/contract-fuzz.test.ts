import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exitStatuses, ShowreelError } from "../../src/base/errors.ts";
import { plainText } from "../../src/base/text/plain-text.ts";
import { createDeadline } from "../../src/jobs/deadline.ts";
import type { JobStatus } from "../../src/jobs/provider.ts";
import { submitOrResume } from "../../src/jobs/submit/submit-or-resume.ts";
import { waitForVideo } from "../../src/jobs/wait.ts";
import { type RawResponse, type SeenRequest, startScriptedApi } from "../support/network/scripted-api.ts";
import { propertyRuns } from "../support/property-runs.ts";
import { fuzzedResponse } from "../support/providers/fuzzed-response.ts";
import {
  agentProviderCases,
  connectProviderCase,
  type OpenedProviderCase,
  openProviderCase,
  type ProviderCase,
  providerCases,
} from "../support/providers/provider-cases.ts";
import { createMemoryStore, type MemoryStore } from "../support/stores/memory-store.ts";

const limits = { timeout: 600_000 };
const fingerprint = "f".repeat(64);

/** Returns the result of the work, or its ShowreelError with a known code; rethrows any other error. */
async function endOf<Result>(work: () => Promise<Result>): Promise<Result | ShowreelError> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ShowreelError)) throw error;
    expect(Object.keys(exitStatuses)).toContain(error.code);
    expect(plainText(error.message)).not.toBe("");
    return error;
  }
}

const used = new WeakMap<readonly RawResponse[], number>();

/** Returns the next of these responses, starting again after the last one. */
function next(answers: readonly RawResponse[]): RawResponse {
  const calls = used.get(answers) ?? 0;
  used.set(answers, calls + 1);
  return answers[calls % answers.length] ?? {};
}

function expectValidStatus(status: JobStatus): void {
  if (status.state === "completed") expect(status.video.url).not.toBe("");
  else if (status.state === "failed") expect(plainText(status.reason)).not.toBe("");
  else if (status.state === "blocked") expect(plainText(status.question)).not.toBe("");
  else expect(typeof status.detail).toBe("string");
  expect(Object.keys(status.job.ids)).not.toEqual([]);
}

const submitsOf = (opened: OpenedProviderCase) => opened.api.seen.filter(({ method }) => method === "POST");

/** Whether a video may exist after this response to a submit. */
function mayHaveActed({ answer }: SeenRequest): boolean {
  const { status = 200, body } = answer;
  const fields: Record<string, unknown> = { ...(typeof body === "object" ? body : {}) };
  const saysError =
    fields.success === false ||
    Boolean(fields.error) ||
    ![undefined, null, 100, "100"].includes(fields.code as string);
  return status >= 500 || status === 408 || (status < 300 && !saysError);
}

function obtain({ runtime, provider }: OpenedProviderCase, bench: ProviderCase, store: MemoryStore) {
  const deadline = createDeadline(runtime, 1_200_000);
  return endOf(() =>
    submitOrResume({ request: bench.request, fingerprint, store }, { runtime, provider, deadline }),
  );
}

describe.each([...providerCases, ...agentProviderCases])("$name", limits, (bench) => {
  const answers = (maxLength: number) => fc.array(fuzzedResponse(bench), { minLength: 1, maxLength });

  test("parses any response to a status call or fails with a known error, and submits nothing", async () => {
    let script: readonly RawResponse[] = [];
    await using opened = await openProviderCase(bench, (method) =>
      method === "POST" ? { body: bench.created } : next(script),
    );
    const created = bench.request.kind === "prompt" && bench.plugin.name !== "reelbot";
    const job = created
      ? { provider: bench.plugin.name, surface: "video_agent", ids: { session_id: "sess_1" } }
      : await opened.provider.submit(bench.request, "showreel-key");
    const before = submitsOf(opened).length;
    await fc.assert(
      fc.asyncProperty(answers(4), async (given) => {
        script = given;
        opened.runtime.advance(3_600_000);
        const end = await endOf(() => opened.provider.status(job));
        if (!(end instanceof ShowreelError)) expectValidStatus(end);
        const known = await endOf(() => opened.provider.owns(job));
        expect(known instanceof ShowreelError || typeof known === "boolean").toBe(true);
      }),
      propertyRuns(300),
    );
    expect(submitsOf(opened)).toHaveLength(before);
  });

  test("never submits again if a video may exist", async () => {
    await using api = await startScriptedApi();
    await fc.assert(
      fc.asyncProperty(answers(5), async (given) => {
        api.restart(() => next(given));
        await using opened = await connectProviderCase(bench, api);
        const store = createMemoryStore();
        const first = await obtain(opened, bench, store);
        // If the provider can search for the video, the search decides in the next run.
        if (first instanceof ShowreelError && !opened.provider.find) await obtain(opened, bench, store);
        const submits = submitsOf(opened);
        const keys = new Set(submits.map(({ headers }) => headers["idempotency-key"]));
        if (opened.provider.idempotencyWindowMs(bench.request) > 0) expect(keys.size).toBeLessThanOrEqual(1);
        else expect(submits.slice(0, -1).filter(mayHaveActed)).toEqual([]);
      }),
      propertyRuns(150),
    );
  });

  test("ends every run after the submit, whatever the status responses are", async () => {
    const begun = fuzzedResponse(bench).map((answer) => ({ ...answer, status: 200 }));
    await using api = await startScriptedApi();
    await fc.assert(
      fc.asyncProperty(begun, answers(8), async (first, then) => {
        api.restart((method) => (method === "POST" ? first : next(then)));
        await using opened = await connectProviderCase(bench, api);
        const { runtime, provider } = opened;
        const deadline = createDeadline(runtime, 180_000);
        const end = await endOf(async () => {
          const job = await provider.submit(bench.request, "showreel-key");
          return waitForVideo(
            job,
            { runtime, provider, deadline },
            { poll: { minMs: bench.plugin.minPollMs }, onJob: () => {} },
          );
        });
        expect(end instanceof ShowreelError || end.url !== "").toBe(true);
        expect(submitsOf(opened)).toHaveLength(1);
      }),
      propertyRuns(100),
    );
  });
});
