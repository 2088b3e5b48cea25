import { basename, dirname, extname, join } from "node:path";
import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import { type FetchOrder, fetchWhole } from "./fetch-whole.ts";
import type { VideoName } from "./kept-videos.ts";
import { whatItIs } from "./media/container.ts";
import { discardPart, openPart, type PartFile } from "./part-file.ts";

export interface SubtitlesOrder extends Omit<FetchOrder, "link" | "maxBytes"> {
  /** Undefined when the provider made none. */
  readonly link: string | undefined;
  readonly name: VideoName;
}

// Subtitles of a day's speech are a megabyte.
const maxBytes = 50_000_000;
// Nobody waits minutes for what the video can do without.
const attempts = 3;

/**
 * Brings the subtitle file beside the video, whose path is `order.path`, under the same name. Subtitles that are
 * missing are a warning: the video is what was paid for. Returns the path, or undefined.
 */
export async function downloadSubtitles(
  runtime: Runtime,
  order: SubtitlesOrder,
): Promise<string | undefined> {
  const { link } = order;
  if (link === undefined) {
    runtime.log.warning("The provider made no subtitle file for this video, although `captions` is true.");
    return undefined;
  }
  const path = join(dirname(order.path), basename(order.path, extname(order.path)) + formatBehind(link));
  try {
    await bring(runtime, { ...order, link, path, maxBytes, attempts }, order.name);
    return path;
  } catch (error) {
    if (!(error instanceof ShowreelError) || error.code === "interrupted") throw error;
    await discardPart(`${path}.part`).catch(() => {});
    runtime.log.warning(`The subtitle file could not be downloaded: ${error.message}`);
    return undefined;
  }
}

// HeyGen's old API makes `.ass` files; what a link does not name is SubRip, as everywhere else.
function formatBehind(link: string): string {
  return /\.(srt|vtt|ass)$/i.exec(URL.parse(link)?.pathname ?? "")?.[0].toLowerCase() ?? ".srt";
}

async function bring(runtime: Runtime, order: FetchOrder, { provider, id }: VideoName): Promise<void> {
  const part = await openPart(`${order.path}.part`, `${provider}/${id} subtitles`);
  try {
    await fetchWhole(runtime, order, part, async () => {
      await requireText(part);
      await part.keepAs(order.path);
    });
  } finally {
    await part.close();
  }
}

async function requireText(part: PartFile): Promise<void> {
  const kind = await whatItIs(part);
  if (kind === "something else") return;
  await part.restart({});
  throw new ShowreelError("download_failed", `What was sent is ${kind}, no subtitle file.`, {
    retryable: true,
    needsFreshLink: true,
  });
}
