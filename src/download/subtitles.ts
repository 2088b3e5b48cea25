import type { Runtime } from "../base/runtime.ts";
import { type CompanionKind, type CompanionOrder, downloadCompanion, isNot } from "./companion.ts";
import { whatItIs } from "./media/container.ts";

const subtitles: CompanionKind = {
  label: "subtitle file",
  isAskedFor: true,
  // Subtitles of a day's speech are a megabyte.
  maxBytes: 50_000_000,
  async accept(part, link) {
    const found = await whatItIs(part);
    return found === "something else" ? formatBehind(link) : isNot(part, found, "subtitle file");
  },
};

/** Brings the subtitle file beside the video. Subtitles that are missing are a warning. Returns the path, or undefined. */
export async function downloadSubtitles(
  runtime: Runtime,
  order: CompanionOrder,
): Promise<string | undefined> {
  const { link } = order;
  if (link !== undefined) return downloadCompanion(runtime, subtitles, { ...order, link });
  runtime.log.warning("The provider made no subtitle file for this video, although `captions` is true.");
  return undefined;
}

// HeyGen's old API makes `.ass` files; what a link does not name is SubRip, as everywhere else.
function formatBehind(link: string): string {
  return /\.(srt|vtt|ass)$/i.exec(URL.parse(link)?.pathname ?? "")?.[0].toLowerCase() ?? ".srt";
}
