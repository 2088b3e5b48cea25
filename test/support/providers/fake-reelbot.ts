import { readFileSync } from "node:fs";
import description from "../../fixtures/reelbot.json" with { type: "json" };
import type { FakeReply } from "../heygen/fake-heygen/replies.ts";
import { scriptedAt } from "../heygen/fake-heygen/state.ts";
import { createTinyMp4 } from "../heygen/fake-heygen/tiny-mp4.ts";
import type { BoundaryHook } from "../network/request-boundaries.ts";
import { describedApi } from "./described-api.ts";
import { type FakeProvider, startFakeProvider } from "./fake-provider.ts";

export type ReelbotRoute =
  | "POST /api/v1/video/generate"
  | "GET /api/v1/video/status/{projectId}"
  | "GET /api/v1/video/download/{projectId}"
  | "GET /files/{name}";

/** How a test wants the fake to behave. Ids count up: `project_1`, `project_2`. */
export interface FakeReelbotOptions {
  /** Each status response of a project: a status or a whole response; the last one repeats. */
  readonly statuses?: readonly (string | object)[];
  /**
   * The rendered file, as bytes or as the path of a file. Default: a few kilobytes that begin like an MP4.
   */
  readonly video?: Uint8Array | string;
  /** Awaited at every boundary of a request without a fault. */
  readonly onBoundary?: BoundaryHook;
}

export interface FakeReelbot extends FakeProvider<ReelbotRoute> {
  /** The number of billed videos. */
  readonly billed: number;
}

const api = describedApi(description);
const createdAt = "2025-01-21T16:30:00.000Z";
const messages = new Map([
  ["queued", "Video is queued for processing"],
  ["processing", "Video is being processed"],
  ["completed", "Video generation completed successfully"],
  ["failed", "Video generation failed"],
]);

/** An error in ReelBot's envelope. */
export function reelbotError(status: number, code: string, message: string, details?: object): FakeReply {
  return { status, body: { success: false, message, code, ...(details && { details }) } };
}

/** Starts a fake of ReelBot's API: a real HTTP server on a free port of 127.0.0.1. */
export async function startFakeReelbot(options: FakeReelbotOptions = {}): Promise<FakeReelbot> {
  const { statuses = ["queued", "processing", "completed"], video = createTinyMp4() } = options;
  const file = typeof video === "string" ? readFileSync(video) : video;
  const projects = new Map<string, { asked: number; links: number }>();
  const known = (id = "", use: (project: { asked: number; links: number }) => FakeReply) => {
    const project = projects.get(id);
    return project ? use(project) : reelbotError(404, "NOT_FOUND", "Project not found");
  };
  const fake = await startFakeProvider<ReelbotRoute>({
    api,
    onBoundary: options.onBoundary,
    refusal: reelbotError(
      401,
      "UNAUTHORIZED",
      "Unauthorized. Please provide a valid API key via the X-API-Key header.",
    ),
    headers: { "x-ratelimit-remaining": "5", "x-ratelimit-reset": "2025-01-21T17:00:00.000Z" },
    handlers: {
      "POST /api/v1/video/generate": () => {
        const projectId = `project_${projects.size + 1}`;
        projects.set(projectId, { asked: 0, links: 0 });
        return { status: 200, body: { projectId } };
      },
      "GET /api/v1/video/status/{projectId}": ({ parameters: { projectId } }) =>
        known(projectId, (project) => {
          project.asked += 1;
          return toStatus(scriptedAt(statuses, project.asked) ?? "completed");
        }),
      "GET /api/v1/video/download/{projectId}": ({ parameters: { projectId } }, origin) =>
        known(projectId, (project) => {
          project.links += 1;
          const downloadUrl = `${origin}/files/${projectId}.mp4?X-Amz-Signature=secret-${project.links}`;
          return {
            status: 200,
            body: { success: true, downloadUrl, expiresAt: "2025-01-21T17:30:00.000Z" },
          };
        }),
      "GET /files/{name}": () => ({ status: 200, headers: { "content-type": "video/mp4" }, body: file }),
    },
  });
  return Object.defineProperty(fake, "billed", { get: () => projects.size }) as FakeReelbot;
}

function toStatus(entry: string | object): FakeReply {
  if (typeof entry === "object") return { status: 200, body: entry, scripted: true };
  const outputKey = entry === "completed" && { outputKey: "users/abc123/output/video-xyz789.mp4" };
  const error = entry === "failed" && { error: "Failed to process B-roll asset: file not found" };
  const body = { status: entry, message: messages.get(entry) ?? entry, createdAt, ...outputKey, ...error };
  return { status: 200, body, scripted: !messages.has(entry) };
}
