import { describe, expect, test } from "vitest";
import { failure } from "../../../support/heygen/fake-heygen/replies.ts";
import type { FakeHeygenOptions } from "../../../support/heygen/fake-heygen.ts";
import { openHeygen } from "../../../support/heygen/open-heygen.ts";
import { type SurfaceCase, surfaceCases } from "../../../support/heygen/surface-cases.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

async function submit({ request }: SurfaceCase, options?: FakeHeygenOptions) {
  const heygen = await openHeygen(options);
  return { heygen, job: await heygen.provider.submit(request, "showreel-key") };
}

const throughJson = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value));

describe.each(surfaceCases)("$name", (surface) => {
  test("is submitted with its idempotency key as the contract requires, and returns a job", async () => {
    const { heygen, job } = await submit(surface);
    await using _ = heygen;
    expect(job).toEqual({ provider: "heygen", ...surface.job });
    const [request] = heygen.fake.requests;
    expect(request).toMatchObject({ method: "POST", problems: [] });
    expect(request?.headers).toMatchObject({ "x-api-key": "test-key", "idempotency-key": "showreel-key" });
    expect(heygen.fake.billed).toBe(1);
  });

  test("is billed once, however often the response is lost", async () => {
    await using heygen = await openHeygen();
    heygen.fake.on(surface.submit, "lost", "lost");
    const submitted = () => heygen.provider.submit(surface.request, "showreel-key");
    for (const _ of [1, 2])
      expect(await failureOf(submitted)).toMatchObject({ retryable: true, outcomeUnknown: true });
    expect(await submitted()).toMatchObject(surface.job);
    expect([heygen.fake.billed, heygen.provider.idempotencyWindowMs(surface.request) > 0]).toEqual([1, true]);
  });

  test("survives as JSON between status calls, and completes with a link", async () => {
    const { heygen, job } = await submit(surface);
    await using _ = heygen;
    const words = [];
    for (let question = 1; question <= 2; question += 1) {
      const answer = await heygen.provider.status(throughJson(job));
      if (answer.state === "pending") words.push(answer.detail);
    }
    expect(words).toHaveLength(2);
    expect(await heygen.provider.status(throughJson(job))).toMatchObject({
      state: "completed",
      job,
      video: { url: expect.stringContaining(`/files/${job.ids.video_id}.mp4?Signature=`) },
    });
    expect(heygen.fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test.each(["failed", "cancelled"])("returns a reason if it is %s", async (status) => {
    const said = { status, failure_message: "Out of paint" };
    const { heygen, job } = await submit(surface, { videoStatuses: [said] });
    await using _ = heygen;
    expect(await heygen.provider.status(job)).toMatchObject({
      state: "failed",
      reason: expect.stringContaining("Out of paint"),
    });
  });

  test("is pending if it is completed without a link", async () => {
    const said = { status: "completed", video_url: null };
    const { heygen, job } = await submit(surface, { videoStatuses: [said] });
    await using _ = heygen;
    expect(await heygen.provider.status(job)).toMatchObject({ state: "pending" });
  });

  test("can be resumed by its id alone", async () => {
    const { heygen, job } = await submit(surface, { videoStatuses: ["completed"] });
    await using _ = heygen;
    const typed = heygen.provider.jobFromId(job.ids.video_id ?? "");
    expect(await heygen.provider.status(typed)).toMatchObject({ state: "completed", job });
  });

  test("is owned by its account, and an unknown id is not", async () => {
    const { heygen, job } = await submit(surface);
    await using _ = heygen;
    expect(await heygen.provider.owns(throughJson(job))).toBe(true);
    expect(await heygen.provider.owns({ ...job, ids: { video_id: "of another account" } })).toBe(false);
  });

  test("is a terminal error if it no longer exists, and retryable if a gateway returns 404", async () => {
    const { heygen, job } = await submit(surface);
    await using _ = heygen;
    heygen.fake.on(surface.status, { status: 404, body: "<html></html>" });
    expect(await failureOf(() => heygen.provider.status(job))).toMatchObject({ retryable: true });
    const gone = { ...job, ids: { video_id: "gone" } };
    expect(await failureOf(() => heygen.provider.status(gone))).toMatchObject({
      retryable: false,
      terminal: true,
    });
  });

  test.each([
    ["quota_exceeded", 429],
    ["insufficient_credit", 402],
  ])("rejected with %s (HTTP %i) has a hint where to top up", async (word, status) => {
    await using heygen = await openHeygen();
    heygen.fake.on(surface.submit, failure(status, word, "No, sorry."));
    const refusal = await failureOf(() => heygen.provider.submit(surface.request, "showreel-key"));
    expect(refusal).toMatchObject({ code: "out_of_credit", retryable: false });
    expect(refusal.hint).toContain("app.heygen.com/settings?nav=API");
  });

  test("cannot be stopped", async () => {
    const { heygen, job } = await submit(surface);
    await using _ = heygen;
    expect(await heygen.provider.stop?.(job)).toBe(false);
  });
});

test("an unknown id fails after it was requested from every API of HeyGen", async () => {
  await using heygen = await openHeygen();
  const refusal = await failureOf(() => heygen.provider.status(heygen.provider.jobFromId("typo")));
  expect(refusal).toMatchObject({ retryable: false, terminal: true });
  expect(heygen.fake.requests.map(({ path }) => path)).toEqual([
    "/v3/videos/typo",
    "/v3/video-agents/typo",
    "/v3/models/videos/typo",
    "/v3/hyperframes/renders/typo",
    "/v3/video-agents?limit=50",
  ]);
});

test("a session's id that returns 404 is retried if HeyGen lists the session", async () => {
  await using heygen = await openHeygen();
  const { ids } = await heygen.submitPrompt();
  const unknown = { status: 404, body: { error: { code: "not_found", message: "Session not found" } } };
  const malformed = {
    status: 400,
    body: { error: { code: "invalid_parameter", message: "id is malformed" } },
  };
  heygen.fake.on("GET /v3/video-agents/{session_id}", unknown);
  heygen.fake.on("GET /v3/models/videos/{video_id}", malformed);
  const status = await heygen.provider.status(heygen.provider.jobFromId(ids.session_id ?? ""));
  expect(status).toMatchObject({ state: "pending", job: { surface: "video_agent", ids } });
});
