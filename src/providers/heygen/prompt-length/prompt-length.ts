import { plainText } from "../../../base/text/plain-text.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import { findNamedLength } from "./named-length.ts";

const defaultSeconds = 45;

/**
 * The expected and the maximum length of a prompt's video without the agent's margin, or the reason why they
 * are unknown.
 */
export type PromptLength =
  | { readonly seconds: number; readonly maxSeconds: number }
  | { readonly unknownReason: string };

/**
 * Returns the `length` setting, or else the longest duration in the user's own text, without event texts. The
 * maximum is the sum of all durations in one text, because each may be the duration of one part of the video.
 * It is at least the default of 45 s, unless `length` is set or the prompt starts with its duration: "A
 * 30-second tour".
 */
export function estimatePromptLength(request: VideoRequest): PromptLength {
  const { text, userText = text, lengthSeconds, messages = [], revises } = request;
  const prompt =
    lengthSeconds === undefined ? findNamedLength(userText) : { seconds: lengthSeconds, isOpening: true };
  const all = [prompt, ...messages.map(findNamedLength)];
  const ambiguous = all.find(({ ambiguousText }) => ambiguousText !== undefined)?.ambiguousText;
  if (ambiguous !== undefined)
    return { unknownReason: `"${plainText(ambiguous, 60)}" may be meant as its length` };
  if (revises !== undefined && lengthSeconds === undefined)
    return { unknownReason: "a revision may become as long as the video that it changes" };
  const longest = Math.max(0, ...all.map(({ seconds = 0 }) => seconds));
  if (longest === 0) return { seconds: defaultSeconds, maxSeconds: defaultSeconds };
  const isCertain = prompt.isOpening === true && prompt.seconds === longest;
  const total = Math.max(...all.map(({ totalSeconds = 0 }) => totalSeconds));
  return { seconds: longest, maxSeconds: isCertain ? longest : Math.max(total, longest, defaultSeconds) };
}
