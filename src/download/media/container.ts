import { type Container, fileTypeLabels, sniffFileType } from "./file-type.ts";
import { type ByteSource, type Inspection, UnplayableError } from "./inspection.ts";
import { inspectMp4 } from "./mp4/inspect-mp4.ts";
import { withReadAhead } from "./read-ahead.ts";
import { inspectWebm } from "./webm/inspect-webm.ts";

export {
  type Container,
  containers,
  type FileType,
  fileTypeLabels,
  sniffFileType,
} from "./file-type.ts";

/** Checks that the bytes are a complete video in this format that a player can open. */
export async function inspectVideo(container: Container, source: ByteSource): Promise<Inspection> {
  try {
    const type = await sniffFileType(source);
    if (type === "empty") throw new UnplayableError("it is empty");
    if (type !== container)
      throw new UnplayableError(`it is ${fileTypeLabels[type]}, not ${fileTypeLabels[container]}`);
    const inspect = container === "mp4" ? inspectMp4 : inspectWebm;
    return { playable: true, ...(await inspect(withReadAhead(source))) };
  } catch (error) {
    if (error instanceof UnplayableError) return { playable: false, problem: error.message };
    throw error;
  }
}

/** Returns the format by a link's file name extension: WebM for `.webm`, MP4 for anything else. */
export function containerFromLink(link: string): Container {
  return /\.webm$/i.test(URL.parse(link)?.pathname ?? "") ? "webm" : "mp4";
}

type Signature = readonly [extension: string, offset: number, hex: string];

const imageSignatures: readonly Signature[] = [
  [".jpg", 0, "ffd8ff"],
  [".png", 0, "89504e470d0a1a0a"],
  [".gif", 0, "474946383961"],
  [".gif", 0, "474946383761"],
  [".webp", 8, "57454250"],
];

/**
 * Returns the file name extension for an image, by its first 16 bytes; undefined for formats that browsers
 * don't display.
 */
export function imageExtension(head: Uint8Array): string | undefined {
  const hex = Buffer.from(head).toString("hex");
  return imageSignatures.find(([, offset, signature]) => hex.startsWith(signature, 2 * offset))?.[0];
}
