import { ShowreelError } from "../../base/errors.ts";
import { readOptions } from "../../compose/provider-options.ts";
import type { VideoRequest } from "../../compose/request.ts";
import { agentOptions, avatarVideoOptions } from "./options.ts";

// Source of the limits: HeyGen's reference of POST /v3/video-agents and POST /v3/videos.
const longest = { prompt: 10_000, script: 5_000 };
const aspectRatios = ["16:9", "9:16", "4:5", "5:4", "1:1", "auto"];
const resolutions = ["4k", "1080p", "720p"];

/** The body of the one request that makes the video. Fails with `invalid_input` before anything is sent. */
export function toBody(request: VideoRequest): Record<string, unknown> {
  const length = Array.from(request.text).length;
  if (length > longest[request.kind]) throw tooLong(request.kind, length);
  const body = request.kind === "prompt" ? toAgentBody(request) : toAvatarVideoBody(request);
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

function toAgentBody(request: VideoRequest): Record<string, unknown> {
  if (request.resolution !== undefined) throw onlyWith("resolution", "script");
  return {
    ...readOptions(agentOptions, request.options, "HeyGen with `prompt`"),
    prompt: request.text,
    avatar_id: request.avatarId,
    voice_id: request.voiceId,
    style_id: request.styleId,
    orientation: toOrientation(request),
  };
}

function toAvatarVideoBody(request: VideoRequest): Record<string, unknown> {
  if (request.styleId !== undefined) throw onlyWith("style_id", "prompt");
  if (request.avatarId === undefined) throw avatarMissing();
  return {
    ...readOptions(avatarVideoOptions, request.options, "HeyGen with `script`"),
    type: "avatar",
    avatar_id: request.avatarId,
    voice_id: request.voiceId,
    script: request.text,
    title: request.title,
    resolution: oneOf("resolution", request.resolution, resolutions),
    aspect_ratio: toAspectRatio(request),
    // Without a style the captions are a file beside the video and not burned in.
    caption: request.captions ? { file_format: "srt" } : undefined,
  };
}

// The Video Agent knows two shapes, and names them by orientation.
function toOrientation({ orientation, aspectRatio }: VideoRequest): string | undefined {
  if (aspectRatio === undefined) return orientation;
  oneOf("aspect_ratio", aspectRatio, ["16:9", "9:16"], " with `prompt`");
  const meant = aspectRatio === "16:9" ? "landscape" : "portrait";
  if (orientation !== undefined && orientation !== meant) throw contradiction(orientation, aspectRatio);
  return meant;
}

function toAspectRatio({ orientation, aspectRatio }: VideoRequest): string | undefined {
  const meant = orientation && (orientation === "landscape" ? "16:9" : "9:16");
  if (aspectRatio === undefined) return meant;
  const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
  const fits = orientation === "landscape" ? width > height : height > width;
  if (orientation !== undefined && !fits) throw contradiction(orientation, aspectRatio);
  return oneOf("aspect_ratio", aspectRatio, aspectRatios);
}

function oneOf(setting: string, value: string | undefined, allowed: readonly string[], where = "") {
  if (value === undefined || allowed.includes(value)) return value;
  throw invalid(
    `\`${setting}\` is "${value}": HeyGen${where} accepts ${allowed.join(", ")}.`,
    "Choose one of them.",
  );
}

function tooLong(setting: "prompt" | "script", length: number): ShowreelError {
  const count = length.toLocaleString("en");
  const limit = longest[setting].toLocaleString("en");
  return invalid(`\`${setting}\` has ${count} characters; HeyGen takes at most ${limit}.`, "Shorten it.");
}

function onlyWith(setting: string, source: string): ShowreelError {
  return invalid(`\`${setting}\` works with \`${source}\` only.`, "Remove it, or say it in the text.");
}

function contradiction(orientation: string, aspectRatio: string): ShowreelError {
  return invalid(
    `\`orientation\` is "${orientation}" but \`aspect_ratio\` is "${aspectRatio}".`,
    "Remove one of the two.",
  );
}

function avatarMissing(): ShowreelError {
  return invalid(
    "`avatar_id` is missing: HeyGen speaks a `script` through an avatar.",
    "Take the id of a look from app.heygen.com/avatars, or use `prompt`, where the agent chooses.",
  );
}

function invalid(message: string, whatToDo: string): ShowreelError {
  return new ShowreelError("invalid_input", message, { hint: `${whatToDo} Nothing was submitted.` });
}
