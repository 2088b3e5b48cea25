import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inspectVideo } from "../../../src/download/media/container.ts";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import type { Provider, VideoJob } from "../../../src/jobs/provider.ts";
import { heygen } from "../../../src/providers/heygen/index.ts";
import { keyVariables, loadProvider, providerNames, providers } from "../../../src/providers/index.ts";
import { createSandbox } from "../../../src/providers/sandbox/index.ts";
import { toSource } from "../../support/files/byte-source.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import { createScriptRequest, createVideoRequest } from "../../support/jobs/video-request.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime, type FakeRuntime } from "../../support/runtime/fake-runtime.ts";

const sandbox = createSandbox(heygen);

/** Calls `work` with a new sandbox, as a new process would open it, and closes the sandbox. */
async function inSandbox<Result>(
  runtime: FakeRuntime,
  work: (provider: Provider) => Promise<Result>,
  stateFolder?: string,
): Promise<Result> {
  const baseUrl = new URL(sandbox.baseUrl);
  const folder = stateFolder && { stateFolder };
  const provider = await sandbox.open({ runtime, apiKey: "", baseUrl, ...folder });
  return work(provider).finally(() => provider.close?.());
}

/** Requests the status until the video has ended, and downloads it. */
async function pollUntilDone(provider: Provider, job: VideoJob) {
  const progress: number[] = [];
  for (let current = job; ; ) {
    const status = await provider.status(current);
    current = status.job;
    if (status.state === "pending") progress.push(status.progress ?? Number.NaN);
    else
      return { status, progress, video: status.state === "completed" && (await download(status.video.url)) };
  }
}

const download = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer());

test.each([
  ["prompt", createVideoRequest()],
  ["script without an avatar", createScriptRequest({ avatarId: undefined })],
])("a %s becomes a playable video with a progress that never decreases", async (_, request) => {
  const { status, progress, video } = await inSandbox(createFakeRuntime(), async (provider) =>
    pollUntilDone(provider, await provider.submit(request, "key")),
  );
  expect(status).toMatchObject({ state: "completed", job: { provider: "sandbox" } });
  expect(await inspectVideo("mp4", toSource(video || Buffer.alloc(0)))).toMatchObject({ playable: true });
  expect(progress).toEqual([...progress].sort((one, other) => one - other));
});

test.each([
  ["video", createScriptRequest()],
  ["session", createVideoRequest()],
])(
  "a process that is killed while it renders a %s is resumed by its id, with the same bytes",
  async (_, request) => {
    const folder = createTemporaryFolder();
    const runtime = createFakeRuntime();
    const job = await inSandbox(
      runtime,
      async (provider) => {
        const submitted = await provider.submit(request, "key");
        await provider.status(submitted);
        return submitted;
      },
      folder,
    );
    const id = job.ids.video_id ?? job.ids.session_id ?? "";
    const rendered: (Buffer | false)[] = [];
    for (let process = 0; process < 2; process++) {
      const work = (provider: Provider) => pollUntilDone(provider, provider.jobFromId(id));
      const { video } = await inSandbox(createFakeRuntime(), work, folder);
      rendered.push(video);
    }
    expect(rendered[0]).not.toBe(false);
    expect(rendered[0]).toEqual(rendered[1]);
  },
);

test("a job of another machine, whose words are not known here, is submitted again", async () => {
  const runtime = createFakeRuntime();
  const submit = (provider: Provider) => provider.submit(createScriptRequest(), "key");
  const job = await inSandbox(runtime, submit, createTemporaryFolder());
  const owns = (provider: Provider) => provider.owns(job);
  expect(await inSandbox(runtime, owns, createTemporaryFolder())).toBe(false);
});

test("a video is made even if the folder for its words can't be written to", async () => {
  const file = join(createTemporaryFolder(), "file");
  writeFileSync(file, "");
  const work = async (provider: Provider) =>
    pollUntilDone(provider, await provider.submit(createScriptRequest(), "key"));
  const { status } = await inSandbox(createFakeRuntime(), work, file);
  expect(status.state).toBe("completed");
});

test("`provider_options.fail` makes a video fail with a reason", async () => {
  const request = createVideoRequest({ options: { fail: true } });
  const { status } = await inSandbox(createFakeRuntime(), async (provider) =>
    pollUntilDone(provider, await provider.submit(request, "key")),
  );
  expect(status).toMatchObject({
    state: "failed",
    reason: expect.stringContaining("`provider_options.fail`"),
  });
});

test("a text with the word `fail` does not fail", () => {
  const request = createScriptRequest({ text: "Builds fail less often." });
  expect(JSON.stringify(sandbox.toPayload(request))).toContain(`"fails":false`);
});

test("two pages that differ in a code block alone are two videos", () => {
  const payload = (code: string) =>
    JSON.stringify(
      sandbox.toPayload(createScriptRequest({ outline: `Install it.\n\n\`\`\`sh\n${code}\n\`\`\`` })),
    );
  expect(payload("npm install")).toBe(payload("npm install"));
  expect(payload("npm install")).not.toBe(payload("npm ci"));
});

test("the sandbox needs no API key and trusts only its own origin", async () => {
  expect(sandbox.keyVariable).toBeUndefined();
  const origin = await inSandbox(createFakeRuntime(), async ({ trustedOrigin = "" }) => trustedOrigin);
  expect(origin).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test("a script needs no avatar", () => {
  expect(sandbox.toPayload(createScriptRequest({ avatarId: undefined }))).toBeDefined();
});

test.each([
  [createVideoRequest({ aspectRatio: "9:16", resolution: "1080p" }), "9:16", "1080p"],
  [createVideoRequest({ orientation: "portrait" }), "9:16", "720p"],
  [createScriptRequest({ aspectRatio: "1:1" }), "1:1", "720p"],
  [createScriptRequest({ resolution: "4k" }), "16:9", "1080p"],
])(
  "a storyboard has the aspect ratio and the resolution that were asked for",
  (request, aspectRatio, resolution) => {
    expect(sandbox.toPayload(request)).toMatchObject({ storyboard: { aspectRatio, resolution } });
  },
);

test.each<[string, Partial<VideoRequest>, string]>([
  ["aspect_ratio", { aspectRatio: "4:3" }, "16:9, 9:16, 1:1"],
  ["resolution", { resolution: "8k" }, "720p, 1080p, 4k"],
  ["voice_id", { voiceId: "en-UK" }, "none, en-US, en-GB"],
  ["provider_options", { options: { motion: "wild" } }, "fail, motion, theme"],
  ["provider_options", { options: { motoin: "none" } }, "fail, motion, theme"],
  ["provider_options", { options: { them: "light" } }, "fail, motion, theme"],
  ["provider_options", { options: { fial: true } }, "fail, motion, theme"],
])("the sandbox rejects a wrong `%s` and says what is allowed", async (setting, more, allowed) => {
  const failure = await failureOf(() => sandbox.toPayload(createScriptRequest(more)));
  expect(failure).toMatchObject({ code: "invalid_input", settings: expect.arrayContaining([setting]) });
  expect(`${failure.message} ${failure.hint}`).toContain(allowed);
});

test("a voice of another provider does not stop a preview, and the log says so", async () => {
  const runtime = createFakeRuntime();
  const request = createScriptRequest({ voiceId: "f38a635bee7a4d1f9b0a654a31d050d2" });
  expect(sandbox.toPayload(request)).not.toMatchObject({ storyboard: { voiceId: request.voiceId } });
  await inSandbox(runtime, (provider) => provider.submit(request, "key"));
  expect(runtime.lines.join("\n")).toContain("f38a635bee7a4d1f9b0a654a31d050d2");
});

test("what does not change a storyboard is accepted, and the log names it", async () => {
  const runtime = createFakeRuntime();
  const options = { engine: {}, fit: "contain", file: "a", email: "b", emotion: "calm" };
  const files = [{ from: "asset", id: "ast_1" }] as const;
  const request = createVideoRequest({ files, messages: ["Blue."], options });
  sandbox.toPayload(request);
  await inSandbox(runtime, (provider) => provider.submit(request, "key"));
  expect(runtime.lines).toContain(
    "info: The storyboard shows the words only, so it doesn't use `files`, `messages`, " +
      "`provider_options.engine`, `provider_options.fit`, `provider_options.file`, " +
      "`provider_options.email`, and `provider_options.emotion`.",
  );
});

test("loadProvider returns each provider as it is listed and rejects an unknown name", async () => {
  expect(providerNames).toEqual(["heygen", "heygen_v2", "reelbot", "sandbox"]);
  for (const { load, ...info } of providers) expect(await loadProvider(info.name)).toMatchObject(info);
  expect(keyVariables).toEqual(["HEYGEN_API_KEY", "REELBOT_API_KEY"]);
  expect((await failureOf(() => loadProvider("runway"))).message).toContain(
    "heygen, heygen_v2, reelbot, sandbox",
  );
});
