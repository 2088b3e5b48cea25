import { defined } from "../../base/defined.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import { agent, revision } from "./surfaces/agent.ts";
import { avatarVideo, imageVideo } from "./surfaces/avatar.ts";
import { cinematic } from "./surfaces/cinematic.ts";
import { hyperframes } from "./surfaces/hyperframes.ts";
import { instantVideo } from "./surfaces/instant.ts";
import { studio } from "./surfaces/studio.ts";
import type { Surface, ToAsset } from "./surfaces/surface.ts";
import { template } from "./surfaces/template.ts";
import { requireUploadable, toReference } from "./upload/materials.ts";

/** Returns the surface that makes the requested video. */
export function surfaceOf({ kind, options, revises }: VideoRequest): Surface {
  switch (kind) {
    case "prompt":
      if (revises !== undefined) return revision;
      if (options.model !== undefined) return instantVideo;
      return options.type === undefined ? agent : cinematic;
    case "script":
    case "audio":
      return options.type === "image" ? imageVideo : avatarVideo;
    case "template_id":
      return template;
    case "composition":
      return hyperframes;
    case "options":
      return studio;
  }
}

/** Returns the body of the submit. Fails with `invalid_input` if HeyGen does not support the request. */
export function toBody(
  request: VideoRequest,
  toAsset = digestAsset(request),
): Readonly<Record<string, unknown>> {
  return defined(surfaceOf(request).toBody(request, toAsset));
}

/** Returns everything that affects the video: the body, and what is sent in other requests. */
export function toPayload(request: VideoRequest): object {
  const { templateId, revises, messages = [] } = request;
  return {
    ...toBody(request),
    ...defined({
      template_id: templateId,
      revises,
      messages: messages.length > 0 ? messages : undefined,
    }),
  };
}

// A file on disk is uploaded right before the submit. Until then its digest is used instead of its asset id.
function digestAsset({ composition }: VideoRequest): ToAsset {
  return (material) => {
    if (material.from !== "disk") return toReference(material);
    requireUploadable(material, { isComposition: material === composition });
    return { type: "asset_id", asset_id: `sha256:${material.sha256}` };
  };
}
