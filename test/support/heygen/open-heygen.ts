import type { JobStatus, Provider, VideoJob } from "../../../src/jobs/provider.ts";
import { heygen } from "../../../src/providers/heygen/index.ts";
import { createScriptRequest, createVideoRequest } from "../jobs/video-request.ts";
import { createFakeRuntime, type FakeRuntime } from "../runtime/fake-runtime.ts";
import { type FakeHeygen, type FakeHeygenOptions, startFakeHeygen } from "./fake-heygen.ts";

/** HeyGen's plug-in, connected to a fake of HeyGen. */
export interface OpenedHeygen extends AsyncDisposable {
  readonly fake: FakeHeygen;
  readonly provider: Provider;
  readonly runtime: FakeRuntime;
  submitPrompt(): Promise<VideoJob>;
  submitScript(): Promise<VideoJob>;
  /** Submits a script and asks for the video. */
  videoStatus(): Promise<JobStatus>;
  /** Submits a prompt and asks for the session. */
  sessionStatus(): Promise<JobStatus>;
}

export async function openHeygen(options?: FakeHeygenOptions): Promise<OpenedHeygen> {
  const fake = await startFakeHeygen(options);
  const runtime = createFakeRuntime();
  const connection = { runtime, apiKey: "test-key", baseUrl: new URL(fake.url) };
  const provider = await heygen.open(connection);
  const submitPrompt = () => provider.submit(createVideoRequest(), "showreel-key");
  const submitScript = () => provider.submit(createScriptRequest(), "showreel-key");
  return {
    fake,
    provider,
    runtime,
    submitPrompt,
    submitScript,
    videoStatus: async () => provider.status(await submitScript()),
    sessionStatus: async () => provider.status(await submitPrompt()),
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}
