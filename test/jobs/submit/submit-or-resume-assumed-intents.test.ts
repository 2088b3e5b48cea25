import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import type { AssumptionSource } from "../../../src/jobs/job-store.ts";
import { job, pending } from "../../support/jobs/scripted-provider.ts";
import { createSubmitHarness, hour } from "../../support/jobs/submit-harness.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const start = Date.UTC(2026, 0, 1);
const withAssumedIntent = (assumedFrom: AssumptionSource, age = hour, renderAttempt = 1) => ({
  renderAttempt,
  intent: { at: start - age, assumedFrom },
});
const failed = { state: "failed", job, reason: "No." } as const;

describe("a video that may have been submitted without a record", () => {
  test.each(["run_start", "retention"] as const)(
    "is resumed if the provider finds it (%s)",
    async (assumedFrom) => {
      const { provider, submitOrResume } = createSubmitHarness({
        memory: withAssumedIntent(assumedFrom),
        searchResults: [job],
      });
      expect(await submitOrResume()).toMatchObject({ job, resumed: true });
      expect(provider.keys).toEqual([]);
    },
  );

  test("is not resumed if it may be another run's, and the hint names the permission", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: withAssumedIntent("before_run_start"),
      searchResults: [job],
    });
    const failure = await failureOf(submitOrResume);
    expect(failure).toMatchObject({
      code: "provider_error",
      githubHint: expect.stringContaining("actions: read"),
    });
    expect(provider.keys).toEqual([]);
  });

  test("is submitted if the provider has none", async () => {
    const { calls, submitOrResume } = createSubmitHarness({
      memory: withAssumedIntent("before_run_start"),
      searchResults: ["none"],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    expect(calls.at(-2)).toBe("submit");
  });

  test("is submitted again if it failed", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: withAssumedIntent("run_start"),
      searchResults: [{ ...job, ids: { video_id: "v_0" } }],
      statuses: [failed, pending],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    expect(provider.keys).toHaveLength(1);
  });

  test("is submitted again if its session created a video that failed", async () => {
    const session = { ...job, ids: { session_id: "sess_0" } };
    const sessionWithVideo = { ...job, ids: { ...session.ids, video_id: "v_0" } };
    const { provider, submitOrResume } = createSubmitHarness({
      memory: withAssumedIntent("run_start"),
      searchResults: [session],
      statuses: [{ ...pending, job: sessionWithVideo }, { ...failed, job: sessionWithVideo }, pending],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: false });
    expect(provider.keys).toHaveLength(1);
  });

  test.each([
    ["run_start", "There is no record of an earlier attempt"],
    ["retention", "run again when the cache"],
  ] as const)(
    "fails the run if the provider cannot tell, and the hint says why (%s)",
    async (assumedFrom, why) => {
      const failure = await failureOf(
        createSubmitHarness({ memory: withAssumedIntent(assumedFrom) }).submitOrResume,
      );
      expect(failure).toMatchObject({ code: "provider_error", hint: expect.stringContaining(why) });
    },
  );

  test("is searched for, too, if an earlier render attempt has ended", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: withAssumedIntent("run_start", hour, 2),
      searchResults: [job],
    });
    expect(await submitOrResume()).toMatchObject({ job, resumed: true, jobKey: { renderAttempt: 2 } });
    expect(provider.keys).toEqual([]);
  });

  test("is submitted if the provider cannot tell, but an earlier render attempt has ended", async () => {
    const { provider, submitOrResume } = createSubmitHarness({
      memory: withAssumedIntent("run_start", hour, 2),
    });
    expect(await submitOrResume()).toMatchObject({ job });
    expect(provider.keys).toHaveLength(1);
  });
});

test("a run that is rejected before its submit records that it has submitted nothing", async () => {
  const rejection = new ShowreelError("invalid_input", "It costs too much.");
  const { store, submitOrResume } = createSubmitHarness({ approve: () => Promise.reject(rejection) });
  expect(await failureOf(submitOrResume)).toBe(rejection);
  expect(store.calls).toEqual(["forget g1"]);
});

test("nothing is submitted or stored after the deadline", async () => {
  const { provider, store, submitOrResume } = createSubmitHarness({
    onPrepare: (runtime) => runtime.advance(1_300_000),
  });
  expect(await failureOf(submitOrResume)).toMatchObject({ code: "timed_out" });
  expect([provider.keys, store.current()]).toEqual([[], { renderAttempt: 1 }]);
});
