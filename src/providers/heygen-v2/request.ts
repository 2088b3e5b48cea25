import type { z } from "zod";
import { readOptions } from "../../compose/provider-options.ts";
import type { VideoRequest } from "../../compose/request.ts";
import { toDimension } from "./dimension.ts";
import { invalid } from "./invalid.ts";
import { options } from "./options.ts";

type Options = z.infer<typeof options>;

/** In characters. Source: HeyGen's reference of POST /v2/video/generate. */
export const longestScript = 5_000;

/** The body of the one request that makes the video. Fails with `invalid_input` before anything is sent. */
export function toBody(request: VideoRequest): object {
  requireScript(request);
  const chosen = readOptions(options, request.options, "HeyGen v2");
  const { character_type, avatar_style, speed, pitch, background, dimension, ...rest } = chosen;
  const scene = { character: toCharacter(request, chosen), voice: toVoice(request, chosen), background };
  return {
    video_inputs: [withoutGaps(scene)],
    dimension: toDimension(request, dimension),
    title: request.title,
    caption: request.captions,
    ...rest,
  };
}

function requireScript(request: VideoRequest): void {
  const { kind, styleId, files = [], messages = [] } = request;
  if (kind !== "script") throw invalid(`\`${kind}\` needs HeyGen's v3.`, "Set `provider` to heygen.");
  const extras = { style_id: styleId, files: files[0], messages: messages[0] };
  for (const [name, value] of Object.entries(extras)) {
    if (value !== undefined) throw invalid(`\`${name}\` needs HeyGen's v3.`, "Set `provider` to heygen.");
  }
  const length = Array.from(request.text).length;
  if (length <= longestScript) return;
  const [count, limit] = [length, longestScript].map((characters) => characters.toLocaleString("en"));
  throw invalid(`\`script\` has ${count} characters; HeyGen takes at most ${limit}.`, "Shorten it.");
}

function toCharacter({ avatarId }: VideoRequest, { character_type, avatar_style }: Options): object {
  if (avatarId === undefined) throw invalid("`script` needs an avatar.", "Give `avatar_id`.");
  if (character_type !== "talking_photo") {
    return { type: "avatar", avatar_id: avatarId, avatar_style: avatar_style ?? "normal" };
  }
  if (avatar_style === undefined) return { type: "talking_photo", talking_photo_id: avatarId };
  throw invalid("avatar_style in `provider_options` means nothing to a talking_photo.", "Remove it.");
}

function toVoice({ text, voiceId }: VideoRequest, { speed, pitch }: Options): object {
  if (voiceId === undefined) throw invalid("`script` needs a voice in HeyGen's v2.", "Give `voice_id`.");
  return withoutGaps({ type: "text", input_text: text, voice_id: voiceId, speed, pitch });
}

function withoutGaps(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
