import { z } from "zod";
import { createdId, findNamedId, optionalResponseId, responseId } from "../response-ids.ts";

// The schemas are loose and contain only what is read: HeyGen adds fields and values without notice. Source:
// HeyGen's reference of the v3 API.

const optionalText = z.string().nullish();
// Optional details are parsed leniently so that they can't hide the status or the error code.
const detailText = optionalText.catch(undefined);
const detailNumber = z.number().nullish().catch(undefined);

const response = <Data extends z.ZodType>(data: Data) => z.object({ data });

/** `POST /v3/video-agents`: the id of the session, of its video, or both. */
export const createdSession = z.unknown().transform((body, context) => {
  const { data: session_id, error } = createdId("session").safeParse(body);
  const video_id = findNamedId(body, "video");
  if (session_id !== undefined || video_id !== undefined) return { session_id, video_id };
  context.addIssue({ code: "custom", message: error?.issues[0]?.message ?? "" });
  return z.NEVER;
});

/** `POST /v3/videos`, and `POST /v3/templates/{template_id}`, whose field for the video id is `id`. */
export const createdVideo = createdId("video");

/** `POST /v3/hyperframes/renders` */
export const createdRender = createdId("render", "video");

/** `GET /v3/video-agents/{session_id}`. Messages are listed newest first. */
export const session = z.lazy(() =>
  response(
    z.object({
      session_id: z.unknown().optional(),
      status: optionalText,
      progress: detailNumber,
      video_id: optionalResponseId,
      messages: z
        .array(
          z.object({
            // Not lenient: the user's messages are counted to know which one to send next.
            role: optionalText,
            type: detailText,
            content: detailText,
            created_at: detailNumber,
          }),
        )
        .nullish(),
    }),
  ),
);

/** `GET /v3/video-agents`, newest first. Times are in seconds since 1970. */
export const sessions = z.lazy(() =>
  z.object({
    data: z.array(z.object({ session_id: responseId, created_at: z.number() })),
    has_more: z.boolean().nullish(),
    /** The cursor of the next page. */
    next_token: optionalText,
  }),
);

/** `POST /v3/video-agents/{session_id}` and its `/stop`. Only success matters, so no field is read. */
export const accepted = z.lazy(() => response(z.object({})));

/** `POST /v3/assets` */
export const asset = z.lazy(() => response(z.object({ asset_id: z.string().min(1) })));

/** `POST /v3/assets/direct-uploads`: the URL to upload to, and the headers to send. */
export const directUpload = z.lazy(() =>
  response(
    z.object({
      asset_id: z.string().min(1),
      upload_url: z.string().min(1),
      upload_headers: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)),
    }),
  ),
);

/** `GET /v3/video-agents/{session_id}/videos`, newest first. */
export const sessionVideos = z.lazy(() =>
  response(
    z.array(
      z.object({
        id: responseId,
        session_id: z.unknown().optional(),
        created_at: z.number().nullish(),
      }),
    ),
  ),
);

/**
 * `GET /v3/videos/{video_id}`, and the corresponding endpoints for instant videos and HyperFrames renders,
 * whose responses have fewer fields. The response for a pending video may have nothing but an id and a
 * status.
 */
export const video = z.lazy(() =>
  response(
    z.object({
      id: z.unknown().optional(),
      video_id: z.unknown().optional(),
      render_id: z.unknown().optional(),
      status: z.string(),
      video_url: optionalText,
      subtitle_url: detailText,
      thumbnail_url: detailText,
      video_page_url: detailText,
      duration: detailNumber,
      failure_code: z
        .union([z.string(), z.number().transform(String)])
        .nullish()
        .catch(undefined),
      failure_message: detailText,
    }),
  ),
);

export type Session = z.infer<typeof session>["data"];
export type ListedSession = z.infer<typeof sessions>["data"][number];
export type Video = z.infer<typeof video>["data"];

/** The error envelope. */
export const errorEnvelope = z.lazy(() =>
  z.object({
    error: z.object({ code: z.string(), message: detailText, param: detailText }),
  }),
);

/** Returns whether the body is an error. Responses with a 2xx status may also contain errors. */
export function isError(body: unknown): boolean {
  return typeof body === "object" && body !== null && "error" in body && body.error != null;
}
