export interface ReadCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly lines: readonly string[];
}

/** Reads SubRip as players do: numbered cues, separated by blank lines. */
export function readSrt(srt: string): ReadCue[] {
  return readCues(srt, ",").map(([number, ...cue], index) => {
    if (number !== String(index + 1)) throw new Error(`Cue ${index + 1} has the number ${number}.`);
    return readCue(cue, ",");
  });
}

/** Reads WebVTT with its escapes. */
export function readVtt(vtt: string): ReadCue[] {
  const [header, ...cues] = readCues(vtt, ".");
  if (header?.join() !== "WEBVTT") throw new Error("The header is missing.");
  return cues.map((lines) => {
    const cue = readCue(lines, ".");
    if (cue.lines.some((line) => /[<>]|&(?!amp;|lt;|gt;)/.test(line)))
      throw new Error(`Markup: ${cue.lines}`);
    const unescaped = cue.lines.map((line) =>
      line.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&"),
    );
    return { ...cue, lines: unescaped };
  });
}

function readCues(text: string, separator: string): string[][] {
  if (/[\r\0\u2028\u2029]/.test(text)) throw new Error("A character ends a line or the text.");
  const arrows = text.split("\n").filter((line) => line.includes("-->"));
  const time = `\\d{2,}:\\d\\d:\\d\\d\\${separator}\\d{3}`;
  const timing = new RegExp(`^${time} --> ${time}$`);
  const wrong = arrows.find((line) => !timing.test(line));
  if (wrong !== undefined) throw new Error(`Not the times of a cue: ${wrong}`);
  return text
    .split("\n\n")
    .filter((cue) => cue !== "")
    .map((cue) => cue.split("\n"));
}

function readCue([times = "", ...lines]: readonly string[], separator: string): ReadCue {
  const [startMs = Number.NaN, endMs = Number.NaN] = times.split(" --> ").map((time) => {
    const [hours, minutes, seconds, ms] = time.replace(separator, ":").split(":").map(Number);
    return (((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1_000 + (ms ?? Number.NaN);
  });
  return { startMs, endMs, lines };
}
