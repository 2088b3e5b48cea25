import { z } from "zod";
import { createdId, findNamedId, optionalResponseId, responseId } from "../response-ids.ts";

// Loose, and only what is read: HeyGen adds fields and words without notice. Source: HeyGen's reference of
// the v3 API.

const maybeText = z.string().nullish();

const response = <Data extends z.ZodType>(data: Data) => z.object({ data });

/** `POST /v3/video-agents`: the session, its video, or both. */
export const createdSession = z.unknown().transform((body, context) => {
  const { data: session_id, error } = createdId("session").safeParse(body);
  const video_id = findNamedId(body, "video");
  if (session_id !== undefined || video_id !== undefined) return { session_id, video_id };
  context.addIssue({ code: "custom", message: error?.issues[0]?.message ?? "" });
  return z.NEVER;
});

/**
 * `POST /v3/videos`; some answers hold nothing but the id. `POST /v3/templates/{template_id}` calls it `id`.
 */
export const createdVideo = createdId("video");

/** `POST /v3/hyperframes/renders` */
export const createdRender = createdId("render", "video");

/** `GET /v3/video-agents/{session_id}`; messages come newest first. */
export const session = response(
  z.object({
    session_id: z.unknown().optional(),
    status: maybeText,
    progress: z.number().nullish(),
    video_id: optionalResponseId,
    messages: z
      .array(
        z.object({
          role: maybeText,
          type: maybeText,
          content: maybeText,
          created_at: z.number().nullish(),
        }),
      )
      .nullish(),
  }),
);

/** `GET /v3/video-agents`, newest first; the cursor stands beside `data`. Times are seconds since 1970. */
export const sessions = z.object({
  data: z.array(z.object({ session_id: responseId, created_at: z.number() })),
  has_more: z.boolean().nullish(),
  next_token: maybeText,
});

/** `POST /v3/video-agents/{session_id}/stop`, and the answer to a message: nothing that is needed. */
export const accepted = response(z.object({}));

/** `POST /v3/assets` */
export const asset = response(z.object({ asset_id: z.string().min(1) }));

/** `POST /v3/assets/direct-uploads`: where the bytes go, and with which headers. */
export const directUpload = response(
  z.object({
    asset_id: z.string().min(1),
    upload_url: z.string().min(1),
    upload_headers: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)),
  }),
);

/** `GET /v3/video-agents/{session_id}/videos`, newest first. */
export const sessionVideos = response(
  z.array(
    z.object({
      id: responseId,
      session_id: z.unknown().optional(),
      created_at: z.number().nullish(),
    }),
  ),
);

/**
 * `GET /v3/videos/{video_id}`; pending answers may be as short as id and status. Instant videos and
 * HyperFrames renders say less, in the same words.
 */
export const video = response(
  z.object({
    id: z.unknown().optional(),
    video_id: z.unknown().optional(),
    render_id: z.unknown().optional(),
    status: z.string(),
    video_url: maybeText,
    // Nice to have: of an odd type they are left out, and the rest is read all the same.
    subtitle_url: maybeText.catch(undefined),
    thumbnail_url: maybeText.catch(undefined),
    video_page_url: maybeText.catch(undefined),
    duration: z.number().nullish().catch(undefined),
    failure_code: maybeText,
    failure_message: maybeText,
  }),
);

export type Session = z.infer<typeof session>["data"];
export type ListedSession = z.infer<typeof sessions>["data"][number];
export type Video = z.infer<typeof video>["data"];

/** The error envelope; `message` may be missing. */
export const errorEnvelope = z.object({
  error: z.object({ code: z.string(), message: maybeText, param: maybeText }),
});

/** A 2xx answer is an error all the same when it holds an `error`. */
export function isError(body: unknown): boolean {
  return typeof body === "object" && body !== null && "error" in body && body.error != null;
}
