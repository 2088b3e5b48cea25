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

/** Which of HeyGen's ways to make a video the request means. */
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

/** The body of the one request that makes the video. Fails with `invalid_input` before anything is sent. */
export function toBody(request: VideoRequest, toAsset?: ToAsset): Record<string, unknown> {
  const body = surfaceOf(request).toBody(request, toAsset ?? contentAsset(request));
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** All that changes the video: what is sent, and what is sent apart from the body. */
export function toPayload(request: VideoRequest): object {
  const { templateId, revises, messages = [] } = request;
  return {
    ...toBody(request),
    ...(templateId !== undefined && { template_id: templateId }),
    ...(revises !== undefined && { revises }),
    ...(messages.length > 0 && { messages }),
  };
}

// A file on disk is uploaded only when the video is submitted; until then it is known by its content.
function contentAsset({ composition }: VideoRequest): ToAsset {
  return (material) => {
    if (material.from !== "disk") return toReference(material);
    requireUploadable(material, material === composition);
    return { type: "asset_id", asset_id: `sha256:${material.sha256}` };
  };
}
