import { readOptions } from "../../inputs/provider-options.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import { type Options, options } from "./options.ts";
import {
  brollMissing,
  invalid,
  musicAlone,
  oneVoice,
  requireKnown,
  requireLength,
  requireTrimsOfBroll,
} from "./unsupported.ts";

/** The most characters of each text. Source: ReelBot's page "Generate video". */
export const longest = { topic: 500, script: 5_000 };

/**
 * The body of the one request that makes the video: a `script` is narrated, a `prompt` is the topic of a cinematic video
 * with music alone. Fails with `invalid_input` before anything is sent.
 */
export function toBody(request: VideoRequest): Record<string, unknown> {
  requireKnown(request);
  if (lacksOnlyBroll(request)) throw brollMissing();
  const chosen = readOptions(options, request.options, "ReelBot");
  requireTrimsOfBroll(chosen);
  const body =
    request.kind === "script" ? narrated(request, chosen.voiceoverKey) : cinematic(request, chosen);
  return withoutGaps({ ...body, ...chosen, aspectRatio: toAspectRatio(request) });
}

function narrated(request: VideoRequest, voiceover: string | undefined): Record<string, unknown> {
  requireLength("script", request.text, longest.script);
  if ((request.voiceId === undefined) === (voiceover === undefined)) throw oneVoice(voiceover !== undefined);
  // What people call it may be longer than what ReelBot takes for a topic.
  const topic = Array.from(request.title).slice(0, longest.topic).join("");
  return { videoType: "narrated", topic, script: request.text, voiceId: request.voiceId };
}

function cinematic(request: VideoRequest, chosen: Options): Record<string, unknown> {
  requireLength("prompt", request.text, longest.topic);
  if (request.voiceId !== undefined) throw musicAlone("`voice_id`");
  for (const name of ["voiceoverKey", "voiceoverSpeechMarksKey"] as const) {
    if (chosen[name] !== undefined) throw musicAlone(`${name} in \`provider_options\``);
  }
  return { videoType: "cinematic", topic: request.text };
}

/** The shape of the video; undefined leaves it to ReelBot, which makes 9:16 then. */
function toAspectRatio({ orientation, aspectRatio }: VideoRequest): string | undefined {
  const meant = orientation && (orientation === "landscape" ? "16:9" : "9:16");
  if (meant === undefined || aspectRatio === undefined) return aspectRatio ?? meant;
  const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
  if (orientation === "landscape" ? width > height : height > width) return aspectRatio;
  throw invalid(
    `\`orientation\` is ${orientation}, but \`aspect_ratio\` is ${aspectRatio}.`,
    "Give one of the two.",
  );
}

// A slip in the name of an option has an error of its own, with the name that is meant.
function lacksOnlyBroll(request: VideoRequest): boolean {
  return request.options.brollKeys === undefined && options.partial().safeParse(request.options).success;
}

function withoutGaps(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
