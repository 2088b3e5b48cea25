import { type ByteSource, type Inspection, unplayable } from "./inspection.ts";
import { inspectMp4 } from "./mp4.ts";
import { inspectWebm } from "./webm.ts";

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

/** Checks that the bytes are a complete video in this format that a player can open. */
export async function inspectVideo(container: Container, source: ByteSource): Promise<Inspection> {
  const type = await sniffFileType(source);
  if (type === "empty") return unplayable("it is empty");
  if (type !== container)
    return unplayable(`it is ${fileTypeLabels[type]}, not ${fileTypeLabels[container]}`);
  return container === "mp4" ? inspectMp4(source) : inspectWebm(source);
}

/** Detects the type of a file by its first 64 bytes. */
export async function sniffFileType(source: ByteSource): Promise<FileType> {
  const head = await source.read(0, 64);
  if (head.length === 0) return "empty";
  if (head.toString("latin1", 4, 8) === "ftyp") return "mp4";
  if (head.length >= 4 && head.readUInt32BE() === 0x1a45dfa3) return "webm";
  const start = head.toString("utf8").trimStart().toLowerCase();
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) return "html";
  if (start.startsWith("<")) return "xml";
  if (start.startsWith("{") || start.startsWith("[")) return "json";
  return "unknown";
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
