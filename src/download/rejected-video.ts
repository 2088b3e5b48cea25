import { constants } from "node:fs";
import { open, rm } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { openRegularFile } from "../base/files/regular-file.ts";
import { formatBytes } from "../base/text/format-units.ts";
import { plainText } from "../base/text/plain-text.ts";
import { type Container, sniffFileType } from "./media/container.ts";
import { hashFile } from "./resume/part-disk.ts";
import type { PartFile } from "./resume/part-file.ts";

/** A complete download that is not a playable video. It is paid for, so it is kept for its owner to judge. */
export interface RejectedVideo {
  readonly path: string;
  readonly sizeBytes: number;
  /** The digest of the file, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** Decides what happens to the rejected downloads of one video. */
export interface Rejections {
  /**
   * Returns the error for a complete part that is not playable. It is retryable unless the host has sent the
   * same bytes before. A video stays in the part until the next response; an error page is discarded.
   */
  reject(part: PartFile, problem: string): Promise<ShowreelError>;
  /**
   * Keeps the rejected video that is still in the part. Returns the error that ends the download, with the
   * path of the kept file in its hint.
   */
  keep(part: PartFile, error: ShowreelError): Promise<ShowreelError>;
}

interface Rejection {
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly problem: string;
}

// Error pages are smaller. A larger text isn't worth eight downloads.
const maxErrorPageBytes = 1024 ** 2;

/**
 * Creates the rejections of a video with this final path and expected format. `onKept` is called with each
 * file that is kept.
 */
export function createRejections(
  path: string,
  container: Container,
  onKept: (video: RejectedVideo) => void = () => {},
): Rejections {
  const seenDigests = new Set<string>();
  let latest: Rejection | undefined;
  return {
    async reject(part, problem) {
      const rejection = { sizeBytes: part.size, sha256: part.sha256(), problem };
      const isText = await startsWithText(part);
      const isRepeated = seenDigests.has(rejection.sha256);
      seenDigests.add(rejection.sha256);
      if (isText) await part.restart({});
      else {
        latest = rejection;
        part.invalidate();
      }
      const mayBeTransient = isText && rejection.sizeBytes <= maxErrorPageBytes;
      return isRepeated && !mayBeTransient ? repeatedError(rejection) : notPlayableError(problem);
    },
    async keep(part, error) {
      if (!latest || !isStillIn(part, latest)) return error;
      try {
        const keptPath = await keepPart(part, rejectedName(path, await rejectedExtension(part, container)));
        onKept({ path: keptPath, sizeBytes: latest.sizeBytes, sha256: latest.sha256 });
        return withKeptFile(error, latest, keptPath);
      } catch (cause) {
        const reason = systemCode(cause) ?? "unknown reason";
        return withHint(error, `The file could not be kept beside the video (${reason}).`);
      }
    },
  };
}

function isStillIn(part: PartFile, { sizeBytes, sha256 }: Rejection): boolean {
  return part.size === sizeBytes && part.sha256() === sha256;
}

// An MP4 or WebM has control characters in its first bytes; HTML, XML, JSON and plain text have none.
async function startsWithText(part: PartFile): Promise<boolean> {
  const head = await part.read(0, 512);
  return !head.some((byte) => byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d);
}

// A WebM that was sent instead of an MP4 opens in a player only with its own extension.
async function rejectedExtension(part: PartFile, container: Container): Promise<Container> {
  const type = await sniffFileType(part);
  return type === "mp4" || type === "webm" ? type : container;
}

// `release.rejected.mp4` for `release.mp4`.
function rejectedName(path: string, extension: Container): (number: number) => string {
  const stem = join(dirname(path), `${basename(path, extname(path))}.rejected`);
  return (number) => `${stem}${number === 1 ? "" : `-${number}`}.${extension}`;
}

const maxNames = 9;

/**
 * Moves the part to the first name that is free, and returns its path. If the file of an earlier run has the
 * same bytes, it is used instead; any other file is left alone.
 */
async function keepPart(part: PartFile, nameFor: (number: number) => string): Promise<string> {
  for (let number = 1; number <= maxNames; number += 1) {
    const path = nameFor(number);
    if (await hasSameBytes(path, part)) {
      await part.discard();
      return path;
    }
    if (await reserveName(path)) {
      await part.finalize(path).catch(async (error) => {
        await rm(path, { force: true });
        throw error;
      });
      return path;
    }
  }
  throw Object.assign(new Error(`${nameFor(1)} and ${maxNames - 1} more names are taken`), {
    code: "EEXIST",
  });
}

async function hasSameBytes(path: string, part: PartFile): Promise<boolean> {
  const file = await openRegularFile(path).catch(() => undefined);
  if (!file) return false;
  try {
    if ((await file.stat()).size !== part.size) return false;
    const { hash } = await hashFile(file, part.size, undefined);
    return hash.digest("hex") === part.sha256();
  } finally {
    await file.close();
  }
}

// Creates an empty file, which fails if the name is taken, even by a broken link.
async function reserveName(path: string): Promise<boolean> {
  try {
    await (await open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL)).close();
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

const notPlayable = (problem: string) => `The downloaded file is not a playable video: ${problem}.`;

// Hosts have sent error pages and incomplete files with status 200, so another attempt may succeed.
function notPlayableError(problem: string): ShowreelError {
  return new ShowreelError("invalid_video", notPlayable(problem), { retryable: true, needsFreshLink: true });
}

function repeatedError({ problem, sizeBytes }: Rejection): ShowreelError {
  const message = `${notPlayable(problem)} The host sent the same ${formatBytes(sizeBytes)} twice.`;
  return new ShowreelError("invalid_video", message, { recurs: true });
}

function withKeptFile(error: ShowreelError, { problem }: Rejection, path: string): ShowreelError {
  const name = plainText(path, 1_000);
  const message =
    error.code === "invalid_video"
      ? error.message
      : `${error.message} An earlier attempt got a complete file that is not a playable video: ${problem}.`;
  const hint =
    `The file is kept: ${name}. Open it: if it plays, report it at github.com/showreel/showreel/issues; ` +
    "if it doesn't, ask the provider about this video.";
  return withHint(error, hint).with({ message });
}

function withHint(error: ShowreelError, hint: string): ShowreelError {
  return error.with({ hint: [error.hint, hint].filter(Boolean).join(" ") });
}
