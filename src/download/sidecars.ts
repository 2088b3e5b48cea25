import { basename, dirname, extname, join } from "node:path";
import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import { type FetchOrder, fetchWhole } from "./fetch-whole.ts";
import { imageFormat, whatItIs } from "./media/container.ts";
import { discardPart, openPart, type PartFile } from "./resume/part-file.ts";
import type { VideoName } from "./video-cache.ts";

/** A small file that belongs to a video. */
export interface CompanionOrder extends Omit<FetchOrder, "link" | "maxBytes"> {
  /** Undefined when the provider made none. */
  readonly link: string | undefined;
  readonly name: VideoName;
  /** Of the account whose video it is. */
  readonly seal: Seal;
}

/** What kind of file it is. */
export interface CompanionKind {
  /** For people: `subtitle file`. */
  readonly label: string;
  /** The user has asked for it, so that a missing one is a warning. */
  readonly isAskedFor: boolean;
  readonly maxBytes: number;
  /** What the name ends in, once the whole file is here. Fails when it is not such a file. */
  accept(part: PartFile, link: string): Promise<string>;
}

// Nobody waits long for what the video can do without.
const attempts = 3;
const limitMs = 300_000;

/**
 * Brings a file beside the video, whose path is `order.path`, under the same name. One that is missing is no failure: the
 * video is what was paid for. Returns the path, or undefined.
 */
async function downloadCompanion(
  runtime: Runtime,
  { label, isAskedFor, maxBytes, accept }: CompanionKind,
  order: CompanionOrder & { readonly link: string },
): Promise<string | undefined> {
  const { link } = order;
  const stem = join(dirname(order.path), basename(order.path, extname(order.path)));
  const partPath = `${stem}.${label.replaceAll(" ", "-")}.part`;
  const wanted = { ...order, maxBytes, attempts, limitMs };
  try {
    return await bring(runtime, wanted, partPath, label, async (part) => stem + (await accept(part, link)));
  } catch (error) {
    if (!(error instanceof ShowreelError) || error.code === "interrupted") throw error;
    await discardPart(partPath).catch(() => {});
    const words = `The ${label} could not be downloaded: ${error.message}`;
    if (isAskedFor) runtime.log.warning(words);
    else runtime.log.info(words);
    return undefined;
  }
}

async function bring(
  runtime: Runtime,
  order: FetchOrder & Pick<CompanionOrder, "name" | "seal">,
  partPath: string,
  label: string,
  nameIt: (part: PartFile) => Promise<string>,
): Promise<string> {
  const { provider, id } = order.name;
  const part = await openPart(partPath, { name: `${provider}/${id} ${label}`, seal: order.seal });
  try {
    return await fetchWhole(runtime, order, part, async () => {
      const path = await nameIt(part);
      await part.keepAs(path);
      return path;
    });
  } finally {
    await part.close();
  }
}

/** Begins the file anew under another link, because what came is something else. */
async function isNot(part: PartFile, found: string, wanted: string): Promise<never> {
  await part.restart({});
  throw new ShowreelError("download_failed", `What was sent is ${found}, no ${wanted}.`, {
    retryable: true,
    needsFreshLink: true,
  });
}

const poster: CompanionKind = {
  label: "poster",
  isAskedFor: false,
  maxBytes: 20_000_000,
  async accept(part) {
    const format = imageFormat(await part.read(0, 16));
    // Not the name that a picture of the user's may have.
    return format ? `.poster${format}` : isNot(part, await whatItIs(part), "picture");
  },
};

/** Brings the provider's picture of a video beside it, where there is one. Returns the path, or undefined. */
export async function downloadPoster(runtime: Runtime, order: CompanionOrder): Promise<string | undefined> {
  const { link } = order;
  return link === undefined ? undefined : downloadCompanion(runtime, poster, { ...order, link });
}

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
