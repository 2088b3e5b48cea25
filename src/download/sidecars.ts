import { basename, dirname, extname, join } from "node:path";
import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import { type FetchFileOptions, fetchFile } from "./fetch-file.ts";
import { imageExtension, sniffFileType } from "./media/container.ts";
import { discardPart, openPart, type PartFile } from "./resume/part-file.ts";
import type { VideoName } from "./video-cache.ts";

/** A small file that belongs to a video. */
export interface SidecarOptions extends Omit<FetchFileOptions, "link" | "maxBytes"> {
  /** Undefined when the provider made none. */
  readonly link: string | undefined;
  readonly videoName: VideoName;
  /** Of the account whose video it is. */
  readonly seal: Seal;
}

/** What kind of file it is. */
export interface SidecarKind {
  /** For people: `subtitle file`. */
  readonly label: string;
  /** The user has asked for it, so that a missing one is a warning. */
  readonly isRequested: boolean;
  readonly maxBytes: number;
  /** What the name ends in, once the whole file is here. Fails when it is not such a file. */
  detectExtension(part: PartFile, link: string): Promise<string>;
}

// Nobody waits long for what the video can do without.
const maxAttempts = 3;
const totalTimeoutMs = 300_000;

/**
 * Brings a file beside the video, whose path is `order.path`, under the same name. One that is missing is no failure: the
 * video is what was paid for. Returns the path, or undefined.
 */
async function downloadSidecar(
  runtime: Runtime,
  { label, isRequested, maxBytes, detectExtension }: SidecarKind,
  options: SidecarOptions & { readonly link: string },
): Promise<string | undefined> {
  const { link } = options;
  const stem = join(dirname(options.path), basename(options.path, extname(options.path)));
  const partPath = `${stem}.${label.replaceAll(" ", "-")}.part`;
  const wanted = { ...options, maxBytes, maxAttempts, totalTimeoutMs };
  try {
    return await fetchSidecar(
      runtime,
      wanted,
      partPath,
      label,
      async (part) => stem + (await detectExtension(part, link)),
    );
  } catch (error) {
    if (!(error instanceof ShowreelError) || error.code === "interrupted") throw error;
    await discardPart(partPath).catch(() => {});
    const words = `The ${label} could not be downloaded: ${error.message}`;
    if (isRequested) runtime.log.warning(words);
    else runtime.log.info(words);
    return undefined;
  }
}

async function fetchSidecar(
  runtime: Runtime,
  order: FetchFileOptions & Pick<SidecarOptions, "videoName" | "seal">,
  partPath: string,
  label: string,
  nameIt: (part: PartFile) => Promise<string>,
): Promise<string> {
  const { provider, id } = order.videoName;
  const part = await openPart(partPath, { name: `${provider}/${id} ${label}`, seal: order.seal });
  try {
    return await fetchFile(runtime, order, part, async () => {
      const path = await nameIt(part);
      await part.finalize(path);
      return path;
    });
  } finally {
    await part.close();
  }
}

/** Begins the file anew under another link, because what came is something else. */
async function rejectFileType(part: PartFile, found: string, wanted: string): Promise<never> {
  await part.restart({});
  throw new ShowreelError("download_failed", `What was sent is ${found}, no ${wanted}.`, {
    retryable: true,
    needsFreshLink: true,
  });
}

const posterKind: SidecarKind = {
  label: "poster",
  isRequested: false,
  maxBytes: 20_000_000,
  async detectExtension(part) {
    const format = imageExtension(await part.read(0, 16));
    // Not the name that a picture of the user's may have.
    return format ? `.poster${format}` : rejectFileType(part, await sniffFileType(part), "picture");
  },
};

/** Brings the provider's picture of a video beside it, where there is one. Returns the path, or undefined. */
export async function downloadPoster(runtime: Runtime, order: SidecarOptions): Promise<string | undefined> {
  const { link } = order;
  return link === undefined ? undefined : downloadSidecar(runtime, posterKind, { ...order, link });
}

const subtitleKind: SidecarKind = {
  label: "subtitle file",
  isRequested: true,
  // Subtitles of a day's speech are a megabyte.
  maxBytes: 50_000_000,
  async detectExtension(part, link) {
    const found = await sniffFileType(part);
    return found === "something else"
      ? subtitleExtension(link)
      : rejectFileType(part, found, "subtitle file");
  },
};

/** Brings the subtitle file beside the video. Subtitles that are missing are a warning. Returns the path, or undefined. */
export async function downloadSubtitles(
  runtime: Runtime,
  order: SidecarOptions,
): Promise<string | undefined> {
  const { link } = order;
  if (link !== undefined) return downloadSidecar(runtime, subtitleKind, { ...order, link });
  runtime.log.warning("The provider made no subtitle file for this video, although `captions` is true.");
  return undefined;
}

// HeyGen's old API makes `.ass` files; what a link does not name is SubRip, as everywhere else.
function subtitleExtension(link: string): string {
  return /\.(srt|vtt|ass)$/i.exec(URL.parse(link)?.pathname ?? "")?.[0].toLowerCase() ?? ".srt";
}
