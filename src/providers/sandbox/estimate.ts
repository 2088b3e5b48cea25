import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Estimate } from "../../jobs/cost/estimate.ts";
import { spokenSeconds } from "../../text/spoken-seconds.ts";

// The title card, the closing card, and a pause after about every tenth word.
const cardSeconds = 5;
const pauses = 1.1;

// On two cores a minute of video takes some eight seconds, and on a busy machine three times as long.
const renderSecondsPerSecond = [0.1, 0.4] as const;

/** Estimates the length of a storyboard and how long it takes to render. It costs nothing. */
export function estimateStoryboard({ outline, text, title }: VideoRequest): Estimate {
  const spoken = spokenSeconds(`${title} ${outline ?? text}`) * pauses;
  const seconds = Math.round(spoken + cardSeconds);
  const [min, max] = renderSecondsPerSecond.map((factor) => (1 + seconds * factor) / 60);
  return { seconds, usd: 0, waitMinutes: [min ?? 0, max ?? 0] };
}
