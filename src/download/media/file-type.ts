import type { ByteSource } from "./inspection.ts";

/** The container formats of finished videos; each is also the file name extension. */
export const containers = ["mp4", "webm"] as const;
export type Container = (typeof containers)[number];

/** The type of a file, detected by its first bytes. */
export type FileType = Container | "html" | "xml" | "json" | "empty" | "unknown";

/** Each file type as a noun with its article, for messages. */
export const fileTypeLabels: Readonly<Record<FileType, string>> = {
  mp4: "an MP4",
  webm: "a WebM",
  html: "an HTML page",
  xml: "an XML document",
  json: "a JSON document",
  empty: "an empty file",
  unknown: "an unknown file type",
};

/** Detects the type of a file by its first 64 bytes. */
export async function sniffFileType(source: ByteSource): Promise<FileType> {
  const head = await source.read(0, 64);
  if (head.length === 0) return "empty";
  if (startsLikeMp4(head, source.size)) return "mp4";
  if (head.length >= 4 && head.readUInt32BE() === 0x1a45dfa3) return "webm";
  const start = head.toString("utf8").trimStart().toLowerCase();
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) return "html";
  if (start.startsWith("<")) return "xml";
  if (start.startsWith("{") || start.startsWith("[")) return "json";
  return "unknown";
}

// The boxes that MP4 and QuickTime files begin with when ftyp isn't the first one.
const firstBoxes = [
  "free",
  "junk",
  "mdat",
  "moov",
  "pict",
  "pnot",
  "sidx",
  "skip",
  "styp",
  "udta",
  "uuid",
  "wide",
];

// These types are also words, so a text could have one of them by chance: the size before it must fit too.
function startsLikeMp4(head: Buffer, fileSize: number): boolean {
  const type = head.toString("latin1", 4, 8);
  if (type === "ftyp") return true;
  if (head.length < 8 || !firstBoxes.includes(type)) return false;
  const size = head.readUInt32BE(0);
  return size === 0 || size === 1 || (size >= 8 && size <= fileSize);
}
