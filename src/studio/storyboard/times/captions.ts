import { phrasesOf, type Storyboard } from "../storyboard.ts";
import { toLines } from "../words/lines.ts";
import { readableSeconds } from "./reading-times.ts";

interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
}

/** Returns the captions as SubRip. */
export function toSrt(storyboard: Storyboard): string {
  return toCues(storyboard)
    .map(
      ({ startMs, endMs, lines }, index) =>
        `${index + 1}\n${formatTime(startMs, ",")} --> ${formatTime(endMs, ",")}\n${lines.map(asSrtText).join("\n")}\n\n`,
    )
    .join("");
}

/** Returns the captions as WebVTT. */
export function toVtt(storyboard: Storyboard): string {
  const cues = toCues(storyboard).map(
    ({ startMs, endMs, lines }) =>
      `${formatTime(startMs, ".")} --> ${formatTime(endMs, ".")}\n${lines.map(asVttText).join("\n")}\n\n`,
  );
  return ["WEBVTT\n\n", ...cues].join("");
}

/** A gap between two cues that is shorter is seen as a flicker. */
const flickerMs = 300;

function toCues(storyboard: Storyboard): Cue[] {
  const phrases = storyboard.scenes.flatMap((scene) => phrasesOf(scene));
  return phrases.map(({ text, start, end }, index) => {
    const [startMs, spokenMs] = [toMs(start), toMs(end)];
    const nextMs = toMs(phrases[index + 1]?.start ?? storyboard.seconds);
    const readMs = Math.max(spokenMs, startMs + toMs(readableSeconds(text)));
    const endMs = nextMs - readMs < flickerMs ? nextMs : readMs;
    return { startMs, endMs: Math.max(endMs, startMs + 1), lines: toLines(text, storyboard.language) };
  });
}

// SubRip has no escapes. An invisible word joiner keeps players from reading markup in the text, or a cue's times.
const wordJoiner = "\u2060";

function asSrtText(line: string): string {
  return line.replace(/[<{](?=[^\s<{])|--(?=>)/g, `$&${wordJoiner}`);
}

function asVttText(line: string): string {
  return line.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function formatTime(ms: number, separator: string): string {
  const parts = [Math.floor(ms / 3_600_000), Math.floor(ms / 60_000) % 60, Math.floor(ms / 1_000) % 60];
  const [hours, minutes, seconds] = parts.map((part) => String(part).padStart(2, "0"));
  return `${hours}:${minutes}:${seconds}${separator}${String(ms % 1_000).padStart(3, "0")}`;
}

const toMs = (seconds: number) => Math.round(seconds * 1_000);
