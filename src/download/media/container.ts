import { type ByteSource, type Inspection, unplayable } from "./inspection.ts";
import { inspectMp4 } from "./mp4.ts";
import { inspectWebm } from "./webm.ts";

type Signature = readonly [extension: string, from: number, hex: string];

const signatures: readonly Signature[] = [
  [".jpg", 0, "ffd8ff"],
  [".png", 0, "89504e470d0a1a0a"],
  [".gif", 0, "474946383961"],
  [".gif", 0, "474946383761"],
  [".webp", 8, "57454250"],
];

/** What the name of a picture ends in, by its first 16 bytes; undefined for what no browser shows as one. */
export function imageExtension(head: Uint8Array): string | undefined {
  const hex = Buffer.from(head).toString("hex");
  return signatures.find(([, from, start]) => hex.startsWith(start, 2 * from))?.[0];
}

/** The file formats that a finished video comes in, as their names end. */
export const containers = ["mp4", "webm"] as const;
export type Container = (typeof containers)[number];

/** The format that a link promises: what does not say WebM is MP4. */
export function containerFromLink(link: string): Container {
  return /\.webm$/i.test(URL.parse(link)?.pathname ?? "") ? "webm" : "mp4";
}

const labels: Readonly<Record<Container, string>> = { mp4: "an MP4", webm: "a WebM" };

/** Whether the bytes are a complete video in this format that a player can open. */
export async function inspect(container: Container, source: ByteSource): Promise<Inspection> {
  const kind = await sniffFileType(source);
  if (kind === "nothing") return unplayable("the file is empty");
  if (kind !== labels[container]) return unplayable(`it is ${kind}, not ${labels[container]}`);
  return container === "mp4" ? inspectMp4(source) : inspectWebm(source);
}

/** What a file begins as, in words. */
export async function sniffFileType(source: ByteSource): Promise<string> {
  const head = await source.read(0, 64);
  if (head.length === 0) return "nothing";
  if (head.toString("latin1", 4, 8) === "ftyp") return labels.mp4;
  if (head.length >= 4 && head.readUInt32BE() === 0x1a45dfa3) return labels.webm;
  const start = head.toString("utf8").trimStart().toLowerCase();
  if (start.startsWith("<!doctype html") || start.startsWith("<html")) return "an HTML page";
  if (start.startsWith("<")) return "an XML document";
  if (start.startsWith("{") || start.startsWith("[")) return "a JSON document";
  return "something else";
}
