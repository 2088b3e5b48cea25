import { duration } from "../base/plain-text.ts";
import type { Moment, Render } from "../render/record.ts";

/** A stretch of a video's life: what it is called, where it happens, and the moments that it lies between. */
const stretches: readonly (readonly [name: string, place: string, from: Moment, to: Moment])[] = [
  ["Queued", "Provider", "submitted", "rendering"],
  ["Rendering", "Provider", "rendering", "rendered"],
  ["Download", "Here", "rendered", "downloaded"],
  ["Upload", "Here", "downloaded", "uploaded"],
];

// A browser would show the times of an axis in its own time zone, so there is none: ticks once a month, begun in the middle of
// one, in 1970.
const origin = 1_200_000_000;
const head = [
  "```mermaid",
  '%%{init: {"gantt": {"topPadding": 25, "gridLineStartPadding": 25}}}%%',
  "gantt",
  "  dateFormat x",
  "  tickInterval 1month",
];

/** The time line of a finished video as a Mermaid chart, which GitHub draws; undefined for others. */
export function toTimeline({ moments }: Render): string | undefined {
  const { submitted, rendered } = moments;
  if (submitted === undefined || rendered === undefined) return undefined;
  const rows = stretches.flatMap(([name, place, from, to]) => {
    const start = moments[from] ?? submitted;
    // What nobody has seen being worked on was queued until it was finished.
    const end = moments[to] ?? (to === "rendering" ? rendered : undefined);
    const isSeen = from === "submitted" || moments[from] !== undefined;
    return end === undefined || end <= start || !isSeen ? [] : [{ name, place, start, end }];
  });
  const lines = rows.map(({ name, place, start, end }, index) => {
    const section = rows[index - 1]?.place === place ? [] : [`  section ${place}`];
    const [from, to] = [start, end].map((moment) => origin + moment - submitted);
    return [...section, `  ${name} ${duration(end - start)} :${from}, ${to}`].join("\n");
  });
  return rows.length === 0 ? undefined : [...head, ...lines, "```"].join("\n");
}
