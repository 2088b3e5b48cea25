import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import { heygenV2 } from "../../../src/providers/heygen-v2/index.ts";
import { createVideoRequest } from "../jobs/video-request.ts";
import { type FakeHeygenV2, type FakeHeygenV2Options, startFakeHeygenV2 } from "./fake-heygen-v2.ts";
import { type OpenedProvider, openProvider } from "./open-provider.ts";

/** A request with a script for an avatar of HeyGen's v2. */
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

/** HeyGen's retired API, connected to a fake of it. */
export async function openHeygenV2(options?: FakeHeygenV2Options): Promise<OpenedProvider<FakeHeygenV2>> {
  return openProvider(heygenV2, await startFakeHeygenV2(options), createSpeech());
}
