import { z } from "zod";
import { createdId } from "../response-ids.ts";

// Loose, and only what is read. Source: HeyGen's pages of POST /v2/video/generate and GET /v1/video_status.get (2025).

// What only helps to explain may have any shape: it must not hide what counts.
const maybeText = z.string().nullish().catch(undefined);
const maybeCode = z.union([z.string(), z.number()]).nullish().catch(undefined);

/** An error is a sentence, or an object with a number or a word, a sentence, and sometimes the details. */
const fault = z.union([z.string(), z.object({ code: maybeCode, message: maybeText, detail: maybeText })]);

/** No error is null, and also nothing or an empty sentence; an error of another shape is one without words. */
const maybeFault = z.preprocess((value) => value || undefined, fault.catch({}).optional());

/** `POST /v2/video/generate` */
export const created = createdId("video");

/** `GET /v1/video_status.get` */
export const status = z.object({
  data: z.object({
    id: z.unknown().optional(),
    video_id: z.unknown().optional(),
    status: z.string(),
    video_url: maybeText,
    video_url_caption: maybeText,
    caption_url: maybeText,
    thumbnail_url: maybeText,
    duration: z.number().nullish().catch(undefined),
    error: maybeFault,
  }),
});

export type Status = z.infer<typeof status>["data"];

/** What stands around every answer; `code` 100 says that the request went well. */
export const envelope = z.object({ code: maybeCode, message: maybeText, error: maybeFault });

export type Fault = z.infer<typeof fault>;

// HeyGen's own, and those of gateways.
const successes = new Set(["100", "0", "200"]);

/** An answer of 2xx is an error all the same when its envelope says so. */
export function isError(body: unknown): boolean {
  const { code, error } = envelope.safeParse(body).data ?? {};
  return error !== undefined || (code != null && !successes.has(String(code)));
}
