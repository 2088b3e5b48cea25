import { describe, expect, test } from "vitest";
import type { JobStatus, Provider, VideoJob } from "../../../src/jobs/provider.ts";
import { failure } from "../../support/heygen/fake-heygen/replies.ts";
import { openHeygen } from "../../support/heygen/open-heygen.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

/** Polls until the video is completed, passing the job on as JSON, as a later process would read it. */
async function askToTheEnd(provider: Provider, submitted: VideoJob): Promise<JobStatus> {
  let answer = await provider.status(throughJson(submitted));
  for (let question = 1; answer.state === "pending" && question < 20; question += 1) {
    answer = await provider.status(throughJson(answer.job));
  }
  return answer;
}

function throughJson(job: VideoJob): VideoJob {
  return JSON.parse(JSON.stringify(job));
}

test("a script's job survives as JSON between status calls", async () => {
  await using heygen = await openHeygen();
  const job = await heygen.submitScript();
  expect(throughJson(job)).toEqual(job);
  expect(await askToTheEnd(heygen.provider, job)).toMatchObject({ state: "completed", job });
});

test("a prompt's job survives as JSON, and polls only the video once its id is known", async () => {
  await using heygen = await openHeygen();
  const answer = await askToTheEnd(heygen.provider, await heygen.submitPrompt());
  expect(answer).toMatchObject({
    state: "completed",
    job: { ids: { session_id: "sess_1", video_id: "v_1" } },
  });
  expect(heygen.fake.requests.map(({ path }) => path)).toEqual([
    "/v3/video-agents",
    "/v3/video-agents/sess_1",
    "/v3/video-agents/sess_1",
    "/v3/videos/v_1",
    "/v3/videos/v_1",
    "/v3/videos/v_1",
  ]);
});

describe("an id that a user typed", () => {
  test("may be a video's", async () => {
    await using heygen = await openHeygen();
    await heygen.submitScript();
    const job = heygen.provider.jobFromId("v_1");
    expect(job.ids).toEqual({ video_id: "v_1" });
    expect(await askToTheEnd(heygen.provider, job)).toMatchObject({
      state: "completed",
      job: { ids: { video_id: "v_1" } },
    });
    expect(heygen.fake.billed).toBe(1);
  });

  test("may be a session's, which returns its video", async () => {
    await using heygen = await openHeygen();
    await heygen.submitPrompt();
    const answer = await askToTheEnd(heygen.provider, heygen.provider.jobFromId("sess_1"));
    expect(answer).toMatchObject({
      state: "completed",
      job: { ids: { session_id: "sess_1", video_id: "v_1" } },
    });
    expect(heygen.fake.billed).toBe(1);
  });

  test("of neither is a permanent error with a hint", async () => {
    await using heygen = await openHeygen();
    const refusal = await failureOf(() => heygen.provider.status(heygen.provider.jobFromId("typo")));
    expect(refusal).toMatchObject({ code: "provider_error", retryable: false, terminal: true });
    expect(refusal.hint).toContain("Check `video_id`");
  });

  test("does not count as unknown if a gateway responds instead of HeyGen", async () => {
    await using heygen = await openHeygen();
    heygen.fake.on("GET /v3/videos/{video_id}", { status: 404, body: "<html></html>" });
    const refusal = await failureOf(() => heygen.provider.status(heygen.provider.jobFromId("v_1")));
    expect(refusal).toMatchObject({ retryable: true });
  });

  test("does not count as unknown while the request for the session fails", async () => {
    await using heygen = await openHeygen();
    const down = failure(503, "service_unavailable", "No, sorry.");
    heygen.fake.on("GET /v3/video-agents/{session_id}", down);
    const refusal = await failureOf(() => heygen.provider.status(heygen.provider.jobFromId("sess_1")));
    expect(refusal).toMatchObject({ retryable: true });
  });

  test.each(["a/b", "../users/me", "a?b=c", "a#b", "%2e%2e", "é", ".."])(
    "cannot reach another part of the API: %j",
    async (id) => {
      await using heygen = await openHeygen();
      await failureOf(() => heygen.provider.status(heygen.provider.jobFromId(id)));
      for (const { path } of heygen.fake.requests)
        expect(path).toMatch(
          /^\/v3\/((videos|video-agents|models\/videos|hyperframes\/renders)\/[^/?#]+|video-agents\?limit=50)$/,
        );
    },
  );
});
