import { plainText } from "../../../base/plain-text.ts";
import type { VideoRequest } from "../../../inputs/video-request.ts";
import { findNamedLength } from "./named-length.ts";

const defaultSeconds = 45;

/** How long a prompt's video is expected to be, and at most before the agent's own margin; or why that is unknown. */
export type PromptLength =
  | { readonly seconds: number; readonly atMostSeconds: number }
  | { readonly unclear: string };

/**
 * By the user's `length`, else by the longest length in the user's own words; what an event says counts for nothing. At
 * most it becomes as long as all that are named in one text, which may be those of its parts. Words make the most that is reckoned with shorter than usual only where a prompt begins with them: "A 30-second tour".
 */
export function estimatePromptLength(request: VideoRequest): PromptLength {
  const { text, userText = text, lengthSeconds, messages = [], revises } = request;
  const prompt =
    lengthSeconds === undefined ? findNamedLength(userText) : { seconds: lengthSeconds, isOpening: true };
  const all = [prompt, ...messages.map(findNamedLength)];
  const unclear = all.find((named) => named.unclear !== undefined)?.unclear;
  if (unclear !== undefined) return { unclear: `"${plainText(unclear, 60)}" may be meant as its length` };
  if (revises !== undefined && lengthSeconds === undefined)
    return { unclear: "a revision may become as long as the video that it changes" };
  const longest = Math.max(0, ...all.map(({ seconds = 0 }) => seconds));
  if (longest === 0) return { seconds: defaultSeconds, atMostSeconds: defaultSeconds };
  const isSure = prompt.isOpening === true && prompt.seconds === longest;
  const total = Math.max(...all.map(({ totalSeconds = 0 }) => totalSeconds));
  return { seconds: longest, atMostSeconds: isSure ? longest : Math.max(total, longest, defaultSeconds) };
}
