import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import { reelbot } from "../../../src/providers/reelbot/index.ts";
import { createVideoRequest } from "../jobs/video-request.ts";
import { type FakeReelbot, type FakeReelbotOptions, startFakeReelbot } from "./fake-reelbot.ts";
import { type OpenedProvider, openProvider } from "./open-provider.ts";

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
export async function openReelbot(options?: FakeReelbotOptions): Promise<OpenedProvider<FakeReelbot>> {
  return openProvider(reelbot, await startFakeReelbot(options), createNarration());
}
