import { z } from "zod";
import { createdId } from "../response-ids.ts";

// The schemas are loose and contain only what is read. Source: HeyGen's pages of POST /v2/video/generate and
// GET /v1/video_status.get (2025).

// Optional details are parsed leniently so that they can't mask the error code.
const optionalText = z.string().nullish().catch(undefined);
const optionalCode = z.union([z.string(), z.number()]).nullish().catch(undefined);

/** An error is a sentence, or an object with a code and a sentence, sometimes with details. */
const apiError = z.lazy(() =>
  z.union([z.string(), z.object({ code: optionalCode, message: optionalText, detail: optionalText })]),
);

/**
 * An optional error. Null and an empty string mean that there is no error. An error of another shape is
 * accepted without its details.
 */
const optionalApiError = z.preprocess((value) => value || undefined, apiError.catch({}).optional());

/** `POST /v2/video/generate` */
export const created = createdId("video");

/** `GET /v1/video_status.get` */
export const status = z.lazy(() =>
  z.object({
    data: z.object({
      id: z.unknown().optional(),
      video_id: z.unknown().optional(),
      status: z.string(),
      video_url: optionalText,
      video_url_caption: optionalText,
      caption_url: optionalText,
      thumbnail_url: optionalText,
      duration: z.number().nullish().catch(undefined),
      error: optionalApiError,
    }),
  }),
);

export type Status = z.infer<typeof status>["data"];

/** The envelope of every response. `code` 100 means success. */
export const envelope = z.lazy(() =>
  z.object({ code: optionalCode, message: optionalText, error: optionalApiError }),
);

export type ApiError = z.infer<typeof apiError>;

// HeyGen's error codes, and those of gateways.
const successCodes = new Set(["100", "0", "200"]);

/** Returns whether the body is an error. Responses with a 2xx status may also contain errors. */
export function isError(body: unknown): boolean {
  const { code, error } = envelope.safeParse(body).data ?? {};
  return error !== undefined || (code != null && !successCodes.has(String(code)));
}
