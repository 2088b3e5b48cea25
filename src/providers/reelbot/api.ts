import { z } from "zod";
import { createdId } from "../response-ids.ts";

// Loose, and only what is read. Source: ReelBot's developer pages (2026); the answer of `generate` is not described.

// What only helps to explain may have any shape: it must not hide what counts.
const maybeText = z.string().nullish().catch(undefined);

/** `POST /api/v1/video/generate`, wherever it puts the id. */
export const created = createdId("project", "video");

/** `GET /api/v1/video/status/{projectId}`; `error` is a string, and may one day be an object. */
export const status = z.object({
  projectId: z.unknown().optional(),
  id: z.unknown().optional(),
  status: z.string(),
  message: maybeText,
  error: z
    .union([z.string(), z.object({ message: maybeText }).transform(({ message }) => message)])
    .nullish()
    .catch(undefined),
});

/** `GET /api/v1/video/download/{projectId}`: a link for one hour. */
export const download = z.object({
  projectId: z.unknown().optional(),
  downloadUrl: z.string().min(1),
});

export type Status = z.infer<typeof status>;

/** The error envelope; `details` is there for a rate limit. */
export const errorEnvelope = z.object({
  success: z.literal(false),
  message: maybeText,
  code: maybeText,
  details: z.object({ resetAt: maybeText }).nullish().catch(undefined),
});

/** An answer of 2xx is an error all the same when it says so. */
export function isError(body: unknown): boolean {
  return typeof body === "object" && body !== null && "success" in body && body.success === false;
}
