import { expect, test } from "vitest";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import type { JobStatus, VideoJob } from "../../../src/jobs/provider.ts";
import { heygen } from "../../../src/providers/heygen/index.ts";
import { findProvider, keyVariables, providerNames } from "../../../src/providers/index.ts";
import { createSandbox } from "../../../src/providers/sandbox/index.ts";
import { createScriptRequest, createVideoRequest } from "../../support/jobs/video-request.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime, type FakeRuntime } from "../../support/runtime/fake-runtime.ts";

const sandbox = createSandbox(heygen);

/** Opens a sandbox of its own, as another process would, and closes it afterwards. */
async function inSandbox<Result>(
  runtime: FakeRuntime,
  work: (provider: Awaited<ReturnType<typeof sandbox.open>>) => Promise<Result>,
): Promise<Result> {
  const provider = await sandbox.open({ runtime, apiKey: "", baseUrl: new URL(sandbox.baseUrl) });
  return work(provider).finally(() => provider.close?.());
}

/** Asks once a second, each time in a new sandbox. */
async function askToTheEnd(runtime: FakeRuntime, job: VideoJob): Promise<JobStatus> {
  const answer = await inSandbox(runtime, (provider) => provider.status(job));
  if (answer.state !== "pending") return answer;
  runtime.advance(1_000);
  return askToTheEnd(runtime, answer.job);
}

test.each([
  ["prompt", createVideoRequest()],
  ["script without an avatar", createScriptRequest({ avatarId: undefined })],
])("a %s becomes a video, although each question meets another server", async (_, request) => {
  const runtime = createFakeRuntime();
  const job = await inSandbox(runtime, (provider) => provider.submit(request, "key"));
  const answer = await askToTheEnd(runtime, JSON.parse(JSON.stringify(job)));
  expect(answer).toMatchObject({ state: "completed", job: { provider: "sandbox" } });
});

test.each([
  ["video", createScriptRequest()],
  ["session", createVideoRequest()],
])("another server resumes the id of a %s", async (_, request) => {
  const runtime = createFakeRuntime();
  const job = await inSandbox(runtime, (provider) => provider.submit(request, "key"));
  const id = job.ids.video_id ?? job.ids.session_id ?? "";
  const taken = await inSandbox(runtime, async (provider) => provider.jobFromId(id));
  expect(await askToTheEnd(runtime, taken)).toMatchObject({
    state: "completed",
    job: { provider: "sandbox" },
  });
});

test("a text with the word fail fails with a reason", async () => {
  const runtime = createFakeRuntime();
  const request = createVideoRequest({ text: "This must fail" });
  const job = await inSandbox(runtime, (provider) => provider.submit(request, "key"));
  const { reason = "" } = { ...(await askToTheEnd(runtime, job)) } as { reason?: string };
  expect(reason).toContain("asked the sandbox to fail");
});

test("it needs no key and trusts its own origin only", async () => {
  expect(sandbox.keyVariable).toBeUndefined();
  const origin = await inSandbox(createFakeRuntime(), async ({ trustedOrigin = "" }) => trustedOrigin);
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("it refuses what HeyGen would refuse, but for the avatar that nobody without an account knows", async () => {
  sandbox.toPayload(createScriptRequest({ avatarId: undefined }));
  const failure = await failureOf(() => sandbox.toPayload(createVideoRequest({ resolution: "1080p" })));
  expect(failure.code).toBe("invalid_input");
});

test.each<[string, Partial<VideoRequest>]>([
  ["files", { files: [{ from: "asset", id: "ast_1" }] }],
  ["messages", { messages: ["Blue."] }],
  ["provider_options", { options: { model: "heygen-video-1" } }],
])("rejects `%s` before anything is submitted", async (setting, more) => {
  const { code, message } = await failureOf(async () => sandbox.toPayload(createVideoRequest(more)));
  expect([code, message]).toEqual(["invalid_input", expect.stringContaining(`\`${setting}\``)]);
});

test("providers are found by their names, and no others", async () => {
  expect(providerNames).toEqual(["heygen", "heygen_v2", "reelbot", "sandbox"]);
  expect(providerNames.map((name) => findProvider(name).name)).toEqual(providerNames);
  expect(keyVariables).toEqual(["HEYGEN_API_KEY", "REELBOT_API_KEY"]);
  expect((await failureOf(() => findProvider("runway"))).message).toContain(
    "heygen, heygen_v2, reelbot, sandbox",
  );
});
