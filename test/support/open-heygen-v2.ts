import type { VideoRequest } from "../../src/compose/request.ts";
import { heygenV2 } from "../../src/providers/heygen-v2/index.ts";
import type { JobStatus, Provider, VideoJob } from "../../src/render/provider.ts";
import { type FakeHeygenV2, type FakeHeygenV2Options, startFakeHeygenV2 } from "./fake-heygen-v2.ts";
import { createFakeRuntime, type FakeRuntime } from "./fake-runtime.ts";
import { createVideoRequest } from "./video-request.ts";

/** A request that an avatar of HeyGen's v2 speaks. */
export function createSpeech(changes: Partial<VideoRequest> = {}): VideoRequest {
  return createVideoRequest({
    provider: "heygen_v2",
    kind: "script",
    text: "Welcome to version 2.0.",
    avatarId: "Kristin_public_3_20240108",
    voiceId: "2f72ee82b83d4b00af16c4771d611752",
    ...changes,
  });
}

/** The plug-in for HeyGen's retired API, connected to a fake of it. */
export interface OpenedHeygenV2 extends AsyncDisposable {
  readonly fake: FakeHeygenV2;
  readonly runtime: FakeRuntime;
  readonly provider: Provider;
  submit(): Promise<VideoJob>;
  /** Submits a script and asks for its video. */
  status(): Promise<JobStatus>;
}

export async function openHeygenV2(options?: FakeHeygenV2Options): Promise<OpenedHeygenV2> {
  const fake = await startFakeHeygenV2(options);
  const runtime = createFakeRuntime();
  const provider = await heygenV2.open({ runtime, apiKey: "test-key", baseUrl: new URL(fake.url) });
  const submit = () => provider.submit(createSpeech(), "showreel-key");
  return {
    fake,
    runtime,
    provider,
    submit,
    status: async () => provider.status(await submit()),
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}
