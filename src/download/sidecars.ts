import { basename, dirname, extname, join } from "node:path";
import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import { type FetchFileOptions, fetchFile } from "./fetch-file.ts";
import { type FileType, fileTypeLabels, imageExtension, sniffFileType } from "./media/container.ts";
import { discardPart, openPart, type PartFile } from "./resume/part-file.ts";
import type { VideoName } from "./video-cache.ts";

/** The options for downloading a small file that belongs to a video. `path` is the path of the video. */
export interface SidecarOptions extends Omit<FetchFileOptions, "link" | "maxBytes"> {
  /** Undefined when the provider has no such file. */
  readonly link: string | undefined;
  readonly videoName: VideoName;
  /** The seal of the account that owns the video. */
  readonly seal: Seal;
}

/** Downloads the provider's poster image beside the video. Returns its path; undefined without one. */
export async function downloadPoster(runtime: Runtime, options: SidecarOptions): Promise<string | undefined> {
  const { link } = options;
  return link === undefined ? undefined : downloadSidecar(runtime, posterKind, { ...options, link });
}

/** Downloads the provider's animated preview beside the video. Returns its path; undefined without one. */
export async function downloadPreview(
  runtime: Runtime,
  options: SidecarOptions,
): Promise<string | undefined> {
  const { link } = options;
  return link === undefined ? undefined : downloadSidecar(runtime, previewKind, { ...options, link });
}

/** Downloads the subtitles as WebVTT beside the video. Returns their path; undefined without any. */
export async function downloadWebSubtitles(
  runtime: Runtime,
  options: SidecarOptions,
): Promise<string | undefined> {
  const { link } = options;
  return link === undefined ? undefined : downloadSidecar(runtime, webSubtitleKind, { ...options, link });
}

/**
 * Downloads the subtitle file of a video beside it. Returns its path; undefined, with a warning, when there
 * is none or the download fails.
 */
export async function downloadSubtitles(
  runtime: Runtime,
  options: SidecarOptions,
): Promise<string | undefined> {
  const { link } = options;
  if (link !== undefined) return downloadSidecar(runtime, subtitleKind, { ...options, link });
  runtime.log.warning("The provider made no subtitle file for this video, although `captions` is true.");
  return undefined;
}

/** One kind of sidecar file. */
interface SidecarKind {
  /** Its name in messages and in the name of its `.part` file: `subtitle file`. */
  readonly label: string;
  /** Whether the user asked for this file. If so, a missing file causes a warning. */
  readonly isRequested: boolean;
  readonly maxBytes: number;
  /** Returns what to append to the video's name. Fails with `download_failed` for a file of another kind. */
  detectSuffix(part: PartFile, link: string): Promise<string>;
}

// The name of the kind prevents overwriting an image of the user that has the same name as the video.
const imageKind = (label: string): SidecarKind => ({
  label,
  isRequested: false,
  maxBytes: 20_000_000,
  async detectSuffix(part) {
    const extension = imageExtension(await part.read(0, 16));
    return extension ? `.${label}${extension}` : rejectFileType(part, await sniffFileType(part), "an image");
  },
});

const posterKind = imageKind("poster");
const previewKind = imageKind("preview");

const subtitleKind: SidecarKind = {
  label: "subtitle file",
  isRequested: true,
  // Subtitles for a day of speech are about 1 MB.
  maxBytes: 50_000_000,
  async detectSuffix(part, link) {
    const type = await sniffFileType(part);
    return type === "unknown" ? subtitleExtension(link) : rejectFileType(part, type, "a subtitle file");
  },
};

const webSubtitleKind: SidecarKind = { ...subtitleKind, label: "WebVTT file" };

// HeyGen's old API returns `.ass` files. Without a known extension in the link, SubRip is assumed.
function subtitleExtension(link: string): string {
  return /\.(srt|vtt|ass)$/i.exec(URL.parse(link)?.pathname ?? "")?.[0].toLowerCase() ?? ".srt";
}

/** Discards the part, so that the next attempt starts at 0 with a fresh link. */
async function rejectFileType(part: PartFile, type: FileType, expected: string): Promise<never> {
  await part.restart({});
  throw new ShowreelError(
    "download_failed",
    `The download host sent ${fileTypeLabels[type]} instead of ${expected}.`,
    { retryable: true, needsFreshLink: true },
  );
}

// Sidecars are optional, so they get fewer attempts and less time than the video.
const maxAttempts = 3;
const totalTimeoutMs = 300_000;
// A larger file isn't downloaded a third time. Error pages, which may be transient, are smaller.
const maxRepeatedBytes = 1024 ** 2;

// Returns the path. After a failure other than an interruption, logs it and returns undefined, because the
// video is what the user paid for.
async function downloadSidecar(
  runtime: Runtime,
  kind: SidecarKind,
  options: SidecarOptions & { readonly link: string },
): Promise<string | undefined> {
  const stem = join(dirname(options.path), basename(options.path, extname(options.path)));
  const partPath = `${stem}.${kind.label.replaceAll(" ", "-")}.part`;
  try {
    return await fetchSidecar(runtime, kind, options, { stem, partPath });
  } catch (error) {
    if (!(error instanceof ShowreelError) || error.code === "interrupted") throw error;
    await discardPart(partPath).catch(() => {});
    const message = `The ${kind.label} could not be downloaded: ${error.message}`;
    if (kind.isRequested) runtime.log.warning(message);
    else runtime.log.info(message);
    return undefined;
  }
}

async function fetchSidecar(
  runtime: Runtime,
  { label, maxBytes, detectSuffix }: SidecarKind,
  options: SidecarOptions & { readonly link: string },
  { stem, partPath }: { readonly stem: string; readonly partPath: string },
): Promise<string> {
  const { videoName, seal, link } = options;
  const owner = { name: `${videoName.provider}/${videoName.id} ${label}`, seal };
  const part = await openPart(partPath, owner);
  const rejectedDigests = new Set<string>();
  try {
    const fetchOptions = { ...options, maxBytes, maxAttempts, totalTimeoutMs };
    return await fetchFile(runtime, fetchOptions, part, async () => {
      const digest = part.sha256();
      const isRepeated = part.size > maxRepeatedBytes && rejectedDigests.has(digest);
      rejectedDigests.add(digest);
      const suffix = await detectSuffix(part, link).catch((error) => {
        throw isRepeated && error instanceof ShowreelError ? error.with({ retryable: false }) : error;
      });
      const path = stem + suffix;
      await part.finalize(path);
      return path;
    });
  } finally {
    await part.close();
  }
}
