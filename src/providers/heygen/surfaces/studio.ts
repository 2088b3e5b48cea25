import { readOptions } from "../../../compose/provider-options.ts";
import { studioOptions } from "../options/studio.ts";
import { createVideo, toLooks } from "./avatar.ts";
import { requireNone } from "./checks.ts";
import type { Surface } from "./surface.ts";

/** Several scenes in one video, all out of `provider_options.scenes`. */
export const studio: Surface = {
  replays: true,
  toBody(request) {
    requireNone(request, "a single scene", "avatar_id", "voice_id", "style_id", "files", "messages");
    const chosen = readOptions(studioOptions, request.options, "HeyGen with scenes");
    return { ...chosen, type: "studio", title: request.title, ...toLooks(request) };
  },
  create: createVideo,
};
