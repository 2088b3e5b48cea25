import { expect, test } from "vitest";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import type { JobStatus, VideoJob } from "../../../src/jobs/provider.ts";
import { heygen } from "../../../src/providers/heygen/index.ts";
import { keyVariables, loadProvider, providerNames, providers } from "../../../src/providers/index.ts";
import { createSandbox } from "../../../src/providers/sandbox/index.ts";
import { createScriptRequest, createVideoRequest } from "../../support/jobs/video-request.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime, type FakeRuntime } from "../../support/runtime/fake-runtime.ts";

const sandbox = createSandbox(heygen);

/** Calls `work` with a new sandbox, as a new process would open it, and closes the sandbox. */
async function inSandbox<Result>(
  runtime: FakeRuntime,
  work: (provider: Awaited<ReturnType<typeof sandbox.open>>) => Promise<Result>,
): Promise<Result> {
  const provider = await sandbox.open({ runtime, apiKey: "", baseUrl: new URL(sandbox.baseUrl) });
  return work(provider).finally(() => provider.close?.());
}

/** Requests the status once a second, each time from a new sandbox, until the video has ended. */
async function pollUntilDone(runtime: FakeRuntime, job: VideoJob): Promise<JobStatus> {
  const answer = await inSandbox(runtime, (provider) => provider.status(job));
  if (answer.state !== "pending") return answer;
  runtime.advance(1_000);
  return pollUntilDone(runtime, answer.job);
}

test.each([
  ["prompt", createVideoRequest()],
  ["script without an avatar", createScriptRequest({ avatarId: undefined })],
])("a %s becomes a video even if each request goes to a new sandbox server", async (_, request) => {
  const runtime = createFakeRuntime();
  const job = await inSandbox(runtime, (provider) => provider.submit(request, "key"));
  const answer = await pollUntilDone(runtime, JSON.parse(JSON.stringify(job)));
  expect(answer).toMatchObject({ state: "completed", job: { provider: "sandbox" } });
});

test.each([
  ["video", createScriptRequest()],
  ["session", createVideoRequest()],
])("a new sandbox server resumes a %s by its id", async (_, request) => {
  const runtime = createFakeRuntime();
  const job = await inSandbox(runtime, (provider) => provider.submit(request, "key"));
  const id = job.ids.video_id ?? job.ids.session_id ?? "";
  const resumed = await inSandbox(runtime, async (provider) => provider.jobFromId(id));
  expect(await pollUntilDone(runtime, resumed)).toMatchObject({
    state: "completed",
    job: { provider: "sandbox" },
  });
});

test("a prompt with the word `fail` fails with a reason", async () => {
  const runtime = createFakeRuntime();
  const request = createVideoRequest({ text: "This must fail" });
  const job = await inSandbox(runtime, (provider) => provider.submit(request, "key"));
  const { reason = "" } = { ...(await pollUntilDone(runtime, job)) } as { reason?: string };
  expect(reason).toContain("asked the sandbox to fail");
});

test("the sandbox needs no API key and trusts only its own origin", async () => {
  expect(sandbox.keyVariable).toBeUndefined();
  const origin = await inSandbox(createFakeRuntime(), async ({ trustedOrigin = "" }) => trustedOrigin);
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("the sandbox rejects what HeyGen rejects, except a script without an avatar", async () => {
  sandbox.toPayload(createScriptRequest({ avatarId: undefined }));
  const failure = await failureOf(() => sandbox.toPayload(createVideoRequest({ resolution: "1080p" })));
  expect(failure.code).toBe("invalid_input");
});

test.each<[string, Partial<VideoRequest>]>([
  ["files", { files: [{ from: "asset", id: "ast_1" }] }],
  ["messages", { messages: ["Blue."] }],
  ["provider_options", { options: { model: "heygen-video-1" } }],
])("the sandbox rejects `%s` before anything is submitted", async (setting, more) => {
  const { code, message } = await failureOf(async () => sandbox.toPayload(createVideoRequest(more)));
  expect([code, message]).toEqual(["invalid_input", expect.stringContaining(`\`${setting}\``)]);
});

test("loadProvider returns each provider as it is listed and rejects an unknown name", async () => {
  expect(providerNames).toEqual(["heygen", "heygen_v2", "reelbot", "sandbox"]);
  for (const { load, ...info } of providers) expect(await loadProvider(info.name)).toMatchObject(info);
  expect(keyVariables).toEqual(["HEYGEN_API_KEY", "REELBOT_API_KEY"]);
  expect((await failureOf(() => loadProvider("runway"))).message).toContain(
    "heygen, heygen_v2, reelbot, sandbox",
  );
});
