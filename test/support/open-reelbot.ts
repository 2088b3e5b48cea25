import type { VideoRequest } from "../../src/compose/request.ts";
import { reelbot } from "../../src/providers/reelbot/index.ts";
import type { JobStatus, Provider, VideoJob } from "../../src/render/provider.ts";
import { type FakeReelbot, type FakeReelbotOptions, startFakeReelbot } from "./fake-reelbot.ts";
import { createFakeRuntime, type FakeRuntime } from "./fake-runtime.ts";
import { createVideoRequest } from "./video-request.ts";

export const bedroom = "users/abc123/b-roll/sleep-bedroom.mp4";

/** A request that ReelBot narrates over one clip. */
export function createNarration(changes: Partial<VideoRequest> = {}): VideoRequest {
  return createVideoRequest({
    provider: "reelbot",
    kind: "script",
    text: "Here are five science-backed tips for better sleep.",
    title: "5 Tips for Better Sleep",
    voiceId: "joanna",
    options: { brollKeys: [bedroom] },
    ...changes,
  });
}

/** A request for a video about a topic, with music alone. */
export function createTopic(changes: Partial<VideoRequest> = {}): VideoRequest {
  return createNarration({ kind: "prompt", text: "Better sleep", voiceId: undefined, ...changes });
}

/** ReelBot's plug-in, connected to a fake of ReelBot. */
export interface OpenedReelbot extends AsyncDisposable {
  readonly fake: FakeReelbot;
  readonly runtime: FakeRuntime;
  readonly provider: Provider;
  submit(): Promise<VideoJob>;
  /** Submits a narration and asks for it. */
  status(): Promise<JobStatus>;
}

export async function openReelbot(options?: FakeReelbotOptions): Promise<OpenedReelbot> {
  const fake = await startFakeReelbot(options);
  const runtime = createFakeRuntime();
  const provider = await reelbot.open({ runtime, apiKey: "test-key", baseUrl: new URL(fake.url) });
  const submit = () => provider.submit(createNarration(), "showreel-key");
  return {
    fake,
    runtime,
    provider,
    submit,
    status: async () => provider.status(await submit()),
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}
