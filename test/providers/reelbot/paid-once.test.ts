import { expect, test } from "vitest";
import { createDeadline } from "../../../src/jobs/deadline.ts";
import { submitOrResume } from "../../../src/jobs/submit/submit-or-resume.ts";
import type { Fault } from "../../support/heygen/fake-heygen/faults.ts";
import { reelbotError } from "../../support/providers/fake-reelbot.ts";
import type { OpenedProvider } from "../../support/providers/open-provider.ts";
import { createNarration, openReelbot } from "../../support/providers/open-reelbot.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createMemoryStore, type MemoryStore } from "../../support/stores/memory-store.ts";

const generate = "POST /api/v1/video/generate";
const downloadRoute = "GET /api/v1/video/download/{projectId}";
const mayExist = /^A video may have been created.*, but its id was lost\./;

/** Submits or resumes the job, as one attempt of a run does. */
function attempt({ runtime, provider }: OpenedProvider<unknown>, store: MemoryStore) {
  const deadline = createDeadline(runtime, 1_200_000);
  return submitOrResume(
    { request: createNarration(), fingerprint: "f".repeat(64), store },
    { runtime, provider, deadline },
  );
}

test.each<[string, Fault]>([
  ["with a lost response", "lost"],
  ["with a server error", reelbotError(500, "INTERNAL_ERROR", "No, sorry.")],
  ["with a response without an id", { status: 200, body: { success: true } }],
])("a submit %s is paid for at most once, however often the run is repeated", async (_, fault) => {
  await using reelbot = await openReelbot();
  const store = createMemoryStore();
  reelbot.fake.on(generate, fault);
  for (let run = 1; run <= 3; run += 1) {
    const lost = await failureOf(() => attempt(reelbot, store));
    expect(lost).toMatchObject({ code: "provider_error", message: expect.stringMatching(mayExist) });
    expect(lost.hint).toMatch(/`video_id`.*`reuse` to never for one run/);
    reelbot.runtime.advance(600_000);
  }
  expect(reelbot.fake.count(generate)).toBe(1);
});

test("a video is not paid for again if the process was killed between submit and response", async () => {
  await using reelbot = await openReelbot();
  const store = createMemoryStore({ memory: { renderAttempt: 1, intent: { at: reelbot.runtime.now() } } });
  expect((await failureOf(() => attempt(reelbot, store))).message).toMatch(mayExist);
  expect(reelbot.fake.count(generate)).toBe(0);
});

test("the next run resumes the video", async () => {
  await using reelbot = await openReelbot();
  const store = createMemoryStore();
  expect(await attempt(reelbot, store)).toMatchObject({ resumed: false });
  expect(await attempt(reelbot, store)).toMatchObject({
    resumed: true,
    job: { ids: { video_id: "project_1" } },
  });
  expect(reelbot.fake.billed).toBe(1);
});

test("the next run submits again if ReelBot rejected the submit", async () => {
  await using reelbot = await openReelbot();
  const store = createMemoryStore();
  reelbot.fake.on(generate, reelbotError(400, "VALIDATION_ERROR", "voiceId is unknown"));
  expect(await failureOf(() => attempt(reelbot, store))).toMatchObject({ code: "invalid_input" });
  expect(await attempt(reelbot, store)).toMatchObject({ resumed: false });
  expect(reelbot.fake.billed).toBe(1);
});

test("the next run submits again if ReelBot has lost the video's file", async () => {
  await using reelbot = await openReelbot({ statuses: ["completed"] });
  const store = createMemoryStore();
  await attempt(reelbot, store);
  reelbot.fake.on(downloadRoute, reelbotError(404, "OUTPUT_NOT_FOUND", "Output file not found"));
  expect(await attempt(reelbot, store)).toMatchObject({
    resumed: false,
    job: { ids: { video_id: "project_2" } },
  });
});
