import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Estimate } from "../../jobs/cost/estimate.ts";
import { formatOutline, parseOutline } from "../../text/outline/outline.ts";
import { spokenSeconds } from "../../text/spoken-seconds.ts";

// The title card, the closing card, and a pause after about every tenth word.
const cardSeconds = 5;
const pauses = 1.1;

// On two cores a minute of video takes some eight seconds, and on a busy machine three times as long.
const renderSecondsPerSecond = [0.1, 0.4] as const;

// Code is shown, not spoken.
const secondsPerCodeLine = 0.6;
const codeSeconds = { least: 1.5, most: 8 };

/** Estimates the length of a storyboard and how long it takes to render. It costs nothing. */
export function estimateStoryboard({ kind, outline, text, title }: VideoRequest): Estimate {
  const blocks = outline === undefined ? [] : parseOutline(outline);
  const shown = blocks.map((block) => (block.kind === "code" ? secondsOfCode(block.lines.length) : 0));
  // The text of a prompt also has instructions, which are not spoken.
  const isMaterial = kind === "prompt" && outline !== undefined;
  const words = isMaterial ? formatOutline(blocks.filter((block) => block.kind !== "code")) : text;
  const spoken = spokenSeconds(`${title} ${words}`) * pauses;
  const seconds = Math.round(spoken + shown.reduce((sum, part) => sum + part, cardSeconds));
  const [min, max] = renderSecondsPerSecond.map((factor) => (1 + seconds * factor) / 60);
  return { seconds, usd: 0, waitMinutes: [min ?? 0, max ?? 0] };
}

function secondsOfCode(lines: number): number {
  return Math.min(codeSeconds.most, codeSeconds.least + secondsPerCodeLine * lines);
}
