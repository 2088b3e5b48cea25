import { defined } from "../../base/defined.ts";
import { invalidInputError } from "../../base/errors.ts";
import { readOptions } from "../../inputs/provider-options.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import {
  missingBrollError,
  missingVoiceError,
  musicOnlyError,
  requireKnownTrimKeys,
  requireLength,
  requireSupported,
  twoVoicesError,
} from "./invalid-request.ts";
import { type Options, options } from "./options.ts";

/** The maximum lengths, in characters. Source: ReelBot's page "Generate video". */
export const maxLengths = { topic: 500, script: 5_000 };

/**
 * Returns the body of the submit: a `script` is narrated, a `prompt` is the topic of a cinematic video with
 * music only. Fails with `invalid_input` if ReelBot does not support the request.
 */
export function toBody(request: VideoRequest): Record<string, unknown> {
  requireSupported(request);
  if (isMissingOnlyBroll(request)) throw missingBrollError();
  const chosen = readOptions(options, request.options, "ReelBot");
  requireKnownTrimKeys(chosen);
  const body =
    request.kind === "script" ? narratedBody(request, chosen.voiceoverKey) : cinematicBody(request, chosen);
  return defined<Record<string, unknown>>({ ...body, ...chosen, aspectRatio: toAspectRatio(request) });
}

function narratedBody(request: VideoRequest, voiceoverKey: string | undefined): Record<string, unknown> {
  requireLength("script", request.text, maxLengths.script);
  if (request.voiceId === undefined && voiceoverKey === undefined) throw missingVoiceError();
  if (request.voiceId !== undefined && voiceoverKey !== undefined) throw twoVoicesError();
  // A title may be longer than ReelBot's limit for topics.
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

/** Returns the aspect ratio; undefined leaves it to ReelBot, whose default is 9:16. */
function toAspectRatio({ orientation, aspectRatio }: VideoRequest): string | undefined {
  const equivalent = orientation && (orientation === "landscape" ? "16:9" : "9:16");
  if (equivalent === undefined || aspectRatio === undefined) return aspectRatio ?? equivalent;
  const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
  if (orientation === "landscape" ? width > height : height > width) return aspectRatio;
  throw invalidInputError(`\`orientation\` is "${orientation}", but \`aspect_ratio\` is "${aspectRatio}".`, {
    hint: "Remove one of the two.",
    settings: ["orientation", "aspect_ratio"],
  });
}

// A misspelled option gets a separate error that suggests the correct name.
function isMissingOnlyBroll(request: VideoRequest): boolean {
  return (
    request.options.brollKeys === undefined && options.unwrap().partial().safeParse(request.options).success
  );
}
