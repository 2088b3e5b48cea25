import type { FormData } from "undici";
import type { z } from "zod";
import type { ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { requestJson } from "../../base/http/json-request.ts";
import { joinPath, pathSegment } from "../../base/http/url-path.ts";
import { transferLimitMs } from "../../base/timing/time-limit.ts";
import type { Connection } from "../../jobs/provider.ts";
import { requireMatchingId } from "../response-ids.ts";
import * as api from "./api.ts";
import * as catalog from "./catalog/api.ts";
import { toReadError, toSessionError, toSubmitError, toVideoError } from "./failures.ts";

const readTimeoutMs = 30_000;
// POST /v3/videos has a 99th percentile of about 31 s. Source: HeyGen's own command line.
const submitTimeoutMs = 120_000;

interface GetOptions {
  toError?(response: ErrorResponse): ShowreelError;
  onDate?(at: number): void;
}

interface PostOptions {
  readonly body?: object;
  /** A form with a file, sent instead of a body. */
  readonly form?: FormData;
  readonly idempotencyKey?: string;
  isError?(response: unknown): boolean;
}

export type Client = ReturnType<typeof createClient>;

/**
 * Returns a client for HeyGen's v3 API, with a method for each endpoint that Showreel uses. The key is sent
 * to `baseUrl` and nowhere else.
 */
export function createClient({ runtime, apiKey, baseUrl, timeoutMs }: Connection) {
  const end = runtime.elapsed() + (timeoutMs ?? Number.POSITIVE_INFINITY);
  const uploadMs = (bytes: number) =>
    Math.max(1_000, Math.min(transferLimitMs(bytes, submitTimeoutMs), end - runtime.elapsed()));
  const headers = { "x-api-key": apiKey, "x-heygen-client-source": "showreel" };
  const url = (path: string) => joinPath(baseUrl, path);

  const get = <Response>(
    path: string,
    responseSchema: z.ZodType<Response>,
    { toError = toReadError, ...options }: GetOptions = {},
  ) =>
    requestJson(runtime, {
      ...options,
      method: "GET",
      url: url(path),
      headers,
      idleTimeoutMs: readTimeoutMs,
      responseSchema,
      isError: api.isError,
      toError,
    });

  const post = <Response>(
    path: string,
    responseSchema: z.ZodType<Response>,
    { body, form, idempotencyKey: key, isError = api.isError }: PostOptions,
  ) =>
    requestJson(runtime, {
      method: "POST",
      url: url(path),
      headers: { ...headers, ...(key !== undefined && { "idempotency-key": key }) },
      ...(form ? { form, totalTimeoutMs: uploadMs(sizeOf(form)) } : { body }),
      useGracePeriod: true,
      idleTimeoutMs: submitTimeoutMs,
      responseSchema,
      isError,
      toError: toSubmitError,
    });

  /**
   * Sends a request that costs money. A response with an id is a success, even if it also contains an error,
   * because the video may be paid for.
   */
  const submit =
    <Response>(path: string, schema: z.ZodType<Response>) =>
    (body: object, idempotencyKey: string) =>
      post(path, schema, {
        body,
        idempotencyKey,
        isError: (response) => api.isError(response) && !schema.safeParse(response).success,
      });

  const readVideo = (path: string) => async (id: string) => {
    const { data } = await get(`${path}/${pathSegment(id)}`, api.video, { toError: toVideoError });
    requireMatchingId(id, data.id, data.video_id, data.render_id);
    return data;
  };

  const sessionPath = (id: string) => `/v3/video-agents/${pathSegment(id)}`;

  return {
    /** Returns the time limit, in milliseconds, for an upload of this many bytes. */
    uploadMs,

    createSession: submit("/v3/video-agents", api.createdSession),
    createVideo: submit("/v3/videos", api.createdVideo),
    createInstantVideo: submit("/v3/models/videos", api.createdVideo),
    renderComposition: submit("/v3/hyperframes/renders", api.createdRender),
    renderTemplate: (id: string, body: object, key: string) =>
      submit(`/v3/templates/${pathSegment(id)}`, api.createdVideo)(body, key),
    /** May start paid work. */
    sendMessage: (id: string, body: object) => post(sessionPath(id), api.accepted, { body }),

    /**
     * Retries a 404, because HeyGen may temporarily not find a session whose video completes (seen in
     * September 2026).
     */
    session: async (id: string) => {
      const { data } = await get(sessionPath(id), api.session, { toError: toSessionError });
      requireMatchingId(id, data.session_id);
      return data;
    },
    sessionVideos: async (id: string) => {
      const { data } = await get(`${sessionPath(id)}/videos`, api.sessionVideos, { toError: toSessionError });
      for (const video of data) requireMatchingId(id, video.session_id);
      return data;
    },
    sessions: (token: string | undefined) =>
      get(`/v3/video-agents?limit=50${token ? `&token=${encodeURIComponent(token)}` : ""}`, api.sessions),
    stopSession: (id: string) => post(`${sessionPath(id)}/stop`, api.accepted, { body: {} }),

    video: readVideo("/v3/videos"),
    instantVideo: readVideo("/v3/models/videos"),
    render: readVideo("/v3/hyperframes/renders"),

    uploadAsset: (form: FormData, idempotencyKey: string) =>
      post("/v3/assets", api.asset, { form, idempotencyKey }),
    beginUpload: (body: object) => post("/v3/assets/direct-uploads", api.directUpload, { body }),
    completeUpload: (id: string) =>
      post(`/v3/assets/${pathSegment(id)}/complete`, api.accepted, { body: {} }),

    account: () => get("/v3/users/me", catalog.account),
    look: (id: string) => get(`/v3/avatars/looks/${pathSegment(id)}`, catalog.look),
    voice: (id: string) => get(`/v3/voices/${pathSegment(id)}`, catalog.voice),
    list: <Page>(path: string, query: URLSearchParams, schema: z.ZodType<Page>) =>
      get(`${path}?${query}`, schema),

    /**
     * Returns HeyGen's time from a response's Date header, in milliseconds since 1970; undefined if a gateway
     * removes it.
     */
    time: async () => {
      let time: number | undefined;
      const onDate = (at: number) => {
        time = at;
      };
      // An error response has the header as well.
      await get("/v3/video-agents?limit=1", api.sessions, { onDate }).catch((error) => {
        if (time === undefined || runtime.signal.aborted) throw error;
      });
      return time;
    },
  };
}

function sizeOf(form: FormData): number {
  const sizes = [...form.values()].map((value) => (typeof value === "string" ? value.length : value.size));
  return sizes.reduce((sum, size) => sum + size, 0);
}
