import { createHash } from "node:crypto";
import {
  samplePosterBase64,
  sampleSubtitles,
  sampleVideoBase64,
  sampleVideoSeconds,
} from "./sample-video.ts";

export interface SandboxRequest {
  /** The method and the path without the query: `GET /v3/videos/v_1`. */
  readonly line: string;
  /** The scheme, host and port that the client used. */
  readonly origin: string;
  readonly idempotencyKey: string;
  /** JSON. */
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface SandboxResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: string | Buffer;
}

type Route = readonly [pattern: RegExp, handle: (request: SandboxRequest, id: string) => SandboxResponse];

const planningMs = 1_200;
const renderingMs = 3_000;

const routes: readonly Route[] = [
  [/^POST \/v3\/video-agents$/, createSession],
  // The sandbox keeps no list of jobs.
  [/^GET \/v3\/video-agents$/, () => jsonResponse([])],
  [/^GET \/v3\/video-agents\/(\w+)$/, readSession],
  [/^POST \/v3\/videos$/, createVideo],
  [/^GET \/v3\/videos\/(\w+)$/, readVideo],
  [/^GET \/files\/\w+\.mp4$/, () => fileResponse("video/mp4", Buffer.from(sampleVideoBase64, "base64"))],
  [/^GET \/files\/\w+\.jpg$/, () => fileResponse("image/jpeg", Buffer.from(samplePosterBase64, "base64"))],
  [/^GET \/files\/\w+\.srt$/, () => fileResponse("application/x-subrip", Buffer.from(sampleSubtitles))],
];

/** Returns the response that HeyGen v3 would send. It depends only on the request and the time. */
export function respond(request: SandboxRequest): SandboxResponse {
  for (const [pattern, handle] of routes) {
    const match = pattern.exec(request.line);
    if (match) return handle(request, match[1] ?? "");
  }
  return notFoundResponse("not_found");
}

function createSession(request: SandboxRequest): SandboxResponse {
  const id = createId("session", request);
  return jsonResponse({
    session_id: id,
    status: "thinking",
    video_id: null,
    created_at: toSeconds(request.now),
  });
}

function createVideo(request: SandboxRequest): SandboxResponse {
  return jsonResponse({ video_id: createId("video", request), status: "waiting", output_format: "mp4" });
}

function readSession({ now }: SandboxRequest, id: string): SandboxResponse {
  const job = parseId("session", id);
  if (!job) return notFoundResponse("resource_not_found");
  const age = now - job.createdAt;
  const isPlanned = age >= planningMs;
  return jsonResponse({
    session_id: id,
    status: isPlanned ? "generating" : "thinking",
    progress: Math.min(100, Math.round((age / planningMs) * 100)),
    video_id: isPlanned ? id.replace("session", "video") : null,
    created_at: toSeconds(job.createdAt),
  });
}

function readVideo({ now, origin }: SandboxRequest, id: string): SandboxResponse {
  const job = parseId("video", id);
  if (!job) return notFoundResponse("video_not_found");
  const age = now - job.createdAt;
  if (age < planningMs / 2) return jsonResponse({ id, status: "waiting" });
  if (age < renderingMs) return jsonResponse({ id, status: "processing" });
  if (job.fails)
    return jsonResponse({
      id,
      status: "failed",
      failure_code: "rendering_failed",
      failure_message: "The text asked the sandbox to fail",
    });
  return jsonResponse({
    id,
    status: "completed",
    video_url: `${origin}/files/${id}.mp4?Signature=sandbox`,
    thumbnail_url: `${origin}/files/${id}.jpg?Signature=sandbox`,
    subtitle_url: `${origin}/files/${id}.srt?Signature=sandbox`,
    duration: sampleVideoSeconds,
    created_at: toSeconds(job.createdAt),
    completed_at: toSeconds(job.createdAt + renderingMs),
  });
}

type ResourceKind = "session" | "video";

/**
 * Returns an id that contains the job's creation time and whether the job fails. The sandbox keeps no state,
 * so a later process can resume the video. The same key at the same time gives the same id.
 */
function createId(kind: ResourceKind, { body, idempotencyKey, now }: SandboxRequest): string {
  const { prompt = "", script = prompt } = JSON.parse(body);
  const outcome = /\bfail\b/i.test(script) ? "fail" : "ok";
  const digest = createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 6);
  return `sandbox_${kind}_${now.toString(36)}_${outcome}_${digest}`;
}

interface IdFields {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly fails: boolean;
}

/** Returns the fields in an id; undefined for an id that the sandbox didn't create. */
function parseId(kind: ResourceKind, id: string): IdFields | undefined {
  const pattern = new RegExp(`^sandbox_${kind}_([0-9a-z]{8,9})_(ok|fail)_`);
  const [, time = "", outcome] = pattern.exec(id) ?? [];
  if (outcome === undefined) return undefined;
  return { createdAt: Number.parseInt(time, 36), fails: outcome === "fail" };
}

function jsonResponse(data: object): SandboxResponse {
  return { status: 200, contentType: "application/json", body: JSON.stringify({ data }) };
}

function fileResponse(contentType: string, body: Buffer): SandboxResponse {
  return { status: 200, contentType, body };
}

function notFoundResponse(code: string): SandboxResponse {
  const error = { code, message: "The sandbox has no such resource." };
  return { status: 404, contentType: "application/json", body: JSON.stringify({ error }) };
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1_000);
}
