import { invalidInputError } from "../../base/errors.ts";
import { readOptions } from "../../inputs/provider-options.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import {
  missingBrollError,
  musicOnlyError,
  requireKnownTrimKeys,
  requireLength,
  requireSupported,
  voiceCountError,
} from "./invalid-request.ts";
import { type Options, options } from "./options.ts";

/** The most characters of each text. Source: ReelBot's page "Generate video". */
export const maxLengths = { topic: 500, script: 5_000 };

/**
 * The body of the one request that makes the video: a `script` is narrated, a `prompt` is the topic of a cinematic video
 * with music alone. Fails with `invalid_input` before anything is sent.
 */
export function toBody(request: VideoRequest): Record<string, unknown> {
  requireSupported(request);
  if (isMissingOnlyBroll(request)) throw missingBrollError();
  const chosen = readOptions(options, request.options, "ReelBot");
  requireKnownTrimKeys(chosen);
  const body =
    request.kind === "script" ? narratedBody(request, chosen.voiceoverKey) : cinematicBody(request, chosen);
  return withoutUndefined({ ...body, ...chosen, aspectRatio: toAspectRatio(request) });
}

function narratedBody(request: VideoRequest, voiceover: string | undefined): Record<string, unknown> {
  requireLength("script", request.text, maxLengths.script);
  if ((request.voiceId === undefined) === (voiceover === undefined))
    throw voiceCountError(voiceover !== undefined);
  // What people call it may be longer than what ReelBot takes for a topic.
  const topic = Array.from(request.title).slice(0, maxLengths.topic).join("");
  return { videoType: "narrated", topic, script: request.text, voiceId: request.voiceId };
}

function cinematicBody(request: VideoRequest, chosen: Options): Record<string, unknown> {
  requireLength("prompt", request.text, maxLengths.topic);
  if (request.voiceId !== undefined) throw musicOnlyError("voice_id");
  for (const name of ["voiceoverKey", "voiceoverSpeechMarksKey"] as const) {
    if (chosen[name] !== undefined)
      throw musicOnlyError("provider_options", `${name} in \`provider_options\``);
  }
  return { videoType: "cinematic", topic: request.text };
}

/** The shape of the video; undefined leaves it to ReelBot, which makes 9:16 then. */
function toAspectRatio({ orientation, aspectRatio }: VideoRequest): string | undefined {
  const meant = orientation && (orientation === "landscape" ? "16:9" : "9:16");
  if (meant === undefined || aspectRatio === undefined) return aspectRatio ?? meant;
  const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
  if (orientation === "landscape" ? width > height : height > width) return aspectRatio;
  throw invalidInputError(`\`orientation\` is ${orientation}, but \`aspect_ratio\` is ${aspectRatio}.`, {
    hint: "Give one of the two.",
    settings: ["orientation", "aspect_ratio"],
  });
}

// A slip in the name of an option has an error of its own, with the name that is meant.
function isMissingOnlyBroll(request: VideoRequest): boolean {
  return request.options.brollKeys === undefined && options.partial().safeParse(request.options).success;
}

function withoutUndefined(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
