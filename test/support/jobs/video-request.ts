import type { VideoRequest } from "../../../src/inputs/video-request.ts";

/** A request for a new video, by default a short prompt for HeyGen. */
export function createVideoRequest(changes: Partial<VideoRequest> = {}): VideoRequest {
  return {
    provider: "heygen",
    kind: "prompt",
    text: "A short welcome",
    title: "Release 2.0",
    avatarId: undefined,
    voiceId: undefined,
    styleId: undefined,
    orientation: undefined,
    aspectRatio: undefined,
    resolution: undefined,
    captions: false,
    files: [],
    messages: [],
    options: {},
    ...changes,
  };
}

/** A request with a script for HeyGen's avatar. */
export function createScriptRequest(changes: Partial<VideoRequest> = {}): VideoRequest {
  return createVideoRequest({ kind: "script", text: "Welcome.", avatarId: "look_1", ...changes });
}
