import { z } from "zod";
import { createdId } from "../response-ids.ts";

// The schemas are loose and contain only what is read. Source: ReelBot's developer pages (2026), which do not
// describe the response of `generate`.

// Optional details are parsed leniently so that they can't mask the error code.
const optionalText = z.string().nullish().catch(undefined);

/**
 * `POST /api/v1/video/generate`. The id is accepted at several places in the response, which ReelBot doesn't
 * document.
 */
export const created = createdId("project", "video");

/**
 * `GET /api/v1/video/status/{projectId}`. `error` is a string; an object with a `message` is accepted as
 * well.
 */
export const status = z.lazy(() =>
  z.object({
    projectId: z.unknown().optional(),
    id: z.unknown().optional(),
    status: z.string(),
    message: optionalText,
    error: z
      .union([z.string(), z.object({ message: optionalText }).transform(({ message }) => message)])
      .nullish()
      .catch(undefined),
  }),
);

/** `GET /api/v1/video/download/{projectId}`: a link that works for an hour. */
export const download = z.lazy(() =>
  z.object({
    projectId: z.unknown().optional(),
    downloadUrl: z.string().min(1),
  }),
);

/** The error envelope. Rate limits have `details`. */
export const errorEnvelope = z.lazy(() =>
  z.object({
    success: z.literal(false),
    message: optionalText,
    code: optionalText,
    details: z.object({ resetAt: optionalText }).nullish().catch(undefined),
  }),
);

/** Returns whether the body is an error. Responses with a 2xx status may also contain errors. */
export function isError(body: unknown): boolean {
  return typeof body === "object" && body !== null && "success" in body && body.success === false;
}
