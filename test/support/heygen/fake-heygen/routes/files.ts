import { createHash } from "node:crypto";
import type { FakeReply, HandlerRequest } from "../replies.ts";
import type { FakeState } from "../state.ts";

const SUBTITLES = "1\n00:00:00,000 --> 00:00:02,500\nWelcome to version 2.0.\n";
// One grey pixel.
const THUMBNAIL =
  "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////" +
  "////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=";

/** GET /files/{name}: signed URLs with `ETag`, `Range` and `If-Range`, like a CDN. */
export function getFile(state: FakeState, { parameters, query, headers }: HandlerRequest): FakeReply {
  const { name = "" } = parameters;
  const known = state.videos.has(name.replace(/(_captioned)?\.\w+$/, ""));
  if (!known || !query.get("Signature")?.startsWith("secret")) return denied();
  const [type, content] = toContent(state, name);
  const tag = `"${createHash("sha256").update(content).digest("hex").slice(0, 32)}"`;
  const fixed = { "content-type": type, etag: tag, "accept-ranges": "bytes" };
  const range = (headers["if-range"] ?? tag) === tag ? headers.range : undefined;
  return toPart(content, fixed, range);
}

function toContent(state: FakeState, name: string): [type: string, content: Uint8Array] {
  if (name.endsWith(".srt")) return ["application/x-subrip", Buffer.from(SUBTITLES)];
  if (name.endsWith(".jpg")) return ["image/jpeg", Buffer.from(THUMBNAIL, "base64")];
  return [name.endsWith(".webm") ? "video/webm" : "video/mp4", state.file];
}

function toPart(content: Uint8Array, fixed: Record<string, string>, range: string | undefined): FakeReply {
  const match = /^bytes=(\d+)-(\d*)$/.exec(range ?? "");
  if (!match) return { status: 200, headers: fixed, body: content };
  const [first, last] = [Number(match[1]), Math.min(Number(match[2] || Infinity), content.length - 1)];
  if (first > last) return { status: 416, headers: { "content-range": `bytes */${content.length}` } };
  const headers = { ...fixed, "content-range": `bytes ${first}-${last}/${content.length}` };
  return { status: 206, headers, body: content.subarray(first, last + 1) };
}

function denied(): FakeReply {
  const headers = { "content-type": "application/xml" };
  return {
    status: 403,
    headers,
    body: "<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>",
  };
}
