import { createdAt, idOf, jobName, nameOf, type ResourceKind } from "./job-ids.ts";
import type { Render, Renders } from "./renders.ts";
import type { RequestFiles, SandboxRequest } from "./requests.ts";

/** A request to the sandbox's server. */
export interface ApiRequest {
  /** The method and the path without the query: `GET /v3/videos/v_1`. */
  readonly line: string;
  /** The scheme, host and port that the client used. */
  readonly origin: string;
  readonly idempotencyKey: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface ApiResponse {
  readonly status: number;
  readonly contentType: string;
  /** The text, or the file to send. */
  readonly body: string | { readonly path: string };
}

/** What the server works with. */
export interface Backend {
  /** The request that will be submitted with this idempotency key. HeyGen's API has no fields for all of it. */
  expected(idempotencyKey: string): SandboxRequest | undefined;
  /** The names of this server's jobs by their idempotency keys. */
  readonly names: Map<string, string>;
  readonly requests: RequestFiles;
  readonly renders: Renders;
}

type Route = readonly [
  pattern: RegExp,
  handle: (request: ApiRequest, backend: Backend, id: string) => Promise<ApiResponse>,
];

const files = {
  mp4: ["video", "video/mp4"],
  png: ["poster", "image/png"],
  srt: ["subtitles", "application/x-subrip"],
  vtt: ["webSubtitles", "text/vtt"],
  gif: ["preview", "image/gif"],
} as const;

type FileExtension = keyof typeof files;

const routes: readonly Route[] = [
  [/^POST \/v3\/video-agents$/, createSession],
  // The sandbox keeps no list of jobs.
  [/^GET \/v3\/video-agents$/, async () => jsonResponse([])],
  [/^GET \/v3\/video-agents\/(\w+)$/, readSession],
  [/^POST \/v3\/videos$/, createVideo],
  [/^GET \/v3\/videos\/(\w+)$/, readVideo],
  ...Object.keys(files).map(
    (extension): Route => [
      new RegExp(`^GET /files/(\\w+)\\.${extension}$`),
      (_, backend, id) => readFile(backend, id, extension as FileExtension),
    ],
  ),
];

/**
 * Returns the response that HeyGen v3 would send. The status of a video that is being rendered is returned with
 * its next change, so that nobody has to ask often.
 */
export async function respond(request: ApiRequest, backend: Backend): Promise<ApiResponse> {
  for (const [pattern, handle] of routes) {
    const match = pattern.exec(request.line);
    if (match) return handle(request, backend, match[1] ?? "");
  }
  return errorResponse(404, "not_found");
}

async function createSession(request: ApiRequest, backend: Backend): Promise<ApiResponse> {
  const id = await createJob("session", request, backend);
  if (id === undefined) return errorResponse(400, "invalid_parameter");
  return jsonResponse({
    session_id: id,
    status: "thinking",
    video_id: null,
    created_at: toSeconds(request.now),
  });
}

async function createVideo(request: ApiRequest, backend: Backend): Promise<ApiResponse> {
  const id = await createJob("video", request, backend);
  if (id === undefined) return errorResponse(400, "invalid_parameter");
  return jsonResponse({ video_id: id, status: "waiting", output_format: "mp4" });
}

/** Keeps the request under a new id, and starts to render it. A repeated request returns the id of the first. */
async function createJob(
  kind: ResourceKind,
  { idempotencyKey, now }: ApiRequest,
  { expected, names, requests, renders }: Backend,
): Promise<string | undefined> {
  const known = names.get(idempotencyKey);
  if (known !== undefined) return idOf(kind, known);
  const request = expected(idempotencyKey);
  if (!request) return undefined;
  const name = jobName(idempotencyKey, now);
  names.set(idempotencyKey, name);
  await requests.save(name, request);
  if (!request.fails) await renders.start(name, request);
  return idOf(kind, name);
}

async function readSession(_: ApiRequest, backend: Backend, id: string): Promise<ApiResponse> {
  const job = await findJob("session", id, backend);
  if (!job) return errorResponse(404, "resource_not_found");
  const isPlanned = job.render === undefined || job.render.isTimed || job.render.failure !== undefined;
  if (!isPlanned) await job.render?.nextChange();
  return jsonResponse({
    session_id: id,
    status: isPlanned ? "generating" : "thinking",
    progress: Math.round(job.render?.progress ?? 0),
    video_id: isPlanned ? idOf("video", job.name) : null,
    created_at: toSeconds(createdAt(job.name)),
  });
}

async function readVideo({ now, origin }: ApiRequest, backend: Backend, id: string): Promise<ApiResponse> {
  const job = await findJob("video", id, backend);
  if (!job) return errorResponse(404, "video_not_found");
  const { render } = job;
  if (!render) return failedResponse(id, "`provider_options.fail` asked the sandbox to fail");
  await render.nextChange();
  if (render.failure !== undefined) return failedResponse(id, render.failure);
  if (!render.result) return jsonResponse({ id, status: render.isTimed ? "processing" : "waiting" });
  const linkTo = (extension: FileExtension) => `${origin}/files/${id}.${extension}?Signature=sandbox`;
  return jsonResponse({
    id,
    status: "completed",
    video_url: linkTo("mp4"),
    thumbnail_url: linkTo("png"),
    gif_url: linkTo("gif"),
    subtitle_url: linkTo("srt"),
    duration: render.result.seconds,
    created_at: toSeconds(createdAt(job.name)),
    completed_at: toSeconds(now),
  });
}

async function readFile(backend: Backend, id: string, extension: FileExtension): Promise<ApiResponse> {
  const [file, contentType] = files[extension];
  const job = await findJob("video", id, backend);
  if (!job?.render?.result) return errorResponse(404, "not_found");
  return { status: 200, contentType, body: { path: job.render.path(file) } };
}

interface FoundJob {
  readonly name: string;
  /** Undefined if the video fails without being rendered. */
  readonly render: Render | undefined;
}

/** Finds a job by its id. One of an earlier process is rendered again. */
async function findJob(
  kind: ResourceKind,
  id: string,
  { requests, renders }: Backend,
): Promise<FoundJob | undefined> {
  const name = nameOf(kind, id);
  const request = name === undefined ? undefined : await requests.load(name);
  if (name === undefined || !request) return undefined;
  return { name, render: request.fails ? undefined : await renders.start(name, request) };
}

function failedResponse(id: string, reason: string): ApiResponse {
  return jsonResponse({
    id,
    status: "failed",
    failure_code: "rendering_failed",
    failure_message: reason,
  });
}

function jsonResponse(data: object): ApiResponse {
  return { status: 200, contentType: "application/json", body: JSON.stringify({ data }) };
}

function errorResponse(status: number, code: string): ApiResponse {
  const error = { code, message: "The sandbox has no such resource." };
  return { status, contentType: "application/json", body: JSON.stringify({ error }) };
}

function toSeconds(ms: number): number {
  return Math.floor(ms / 1_000);
}
