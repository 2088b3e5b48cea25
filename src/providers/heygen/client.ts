import { FormData } from "undici";
import type { z } from "zod";
import { type ErrorResponse, ShowreelError } from "../../base/errors.ts";
import { requestJson } from "../../base/http/json-request.ts";
import { joinPath, pathSegment } from "../../base/http/url-path.ts";
import { transferLimitMs } from "../../base/timing/time-limit.ts";
import type { Connection } from "../../jobs/provider.ts";
import { requireMatchingId } from "../response-ids.ts";
import * as api from "./api.ts";
import * as catalog from "./catalog/api.ts";
import { saysNotFound, toHeygenError } from "./failures.ts";

const statusTimeoutMs = 30_000;
// POST /v3/videos has a 99th percentile of about 31 s (source: HeyGen's own command line).
const createTimeoutMs = 120_000;

export type Client = ReturnType<typeof createClient>;

/** HeyGen's v3 API, one method for each call that Showreel makes. The key goes to `baseUrl` and nowhere else. */
export function createClient({ runtime, apiKey, baseUrl, timeoutMs }: Connection) {
  const end = runtime.elapsed() + (timeoutMs ?? Number.POSITIVE_INFINITY);
  const uploadMs = (bytes: number) =>
    Math.max(1_000, Math.min(transferLimitMs(bytes, createTimeoutMs), end - runtime.elapsed()));
  const headers = { "x-api-key": apiKey, "x-heygen-client-source": "showreel" };
  const url = (path: string) => joinPath(baseUrl, path);

  const get = <Answer>(
    path: string,
    answer: z.ZodType<Answer>,
    patient: (refusal: ErrorResponse) => boolean,
    onDate?: (at: number) => void,
  ) =>
    requestJson(runtime, {
      ...(onDate && { onDate }),
      method: "GET",
      url: url(path),
      headers,
      idleTimeoutMs: statusTimeoutMs,
      responseSchema: answer,
      isError: api.isError,
      toError: (refusal) =>
        patient(refusal)
          ? transientError(refusal)
          : toHeygenError(refusal, "provider_error", patient === isNotFoundByProxy),
    });

  const create = <Answer>(
    path: string,
    body: object,
    key: string | undefined,
    answer: z.ZodType<Answer>,
    isError = api.isError,
  ) =>
    requestJson(runtime, {
      method: "POST",
      url: url(path),
      headers: { ...headers, ...(key && { "idempotency-key": key }) },
      ...(body instanceof FormData ? { form: body, totalTimeoutMs: uploadMs(sizeOf(body)) } : { body }),
      useGracePeriod: true,
      idleTimeoutMs: createTimeoutMs,
      responseSchema: answer,
      isError,
      toError: (refusal) => toHeygenError(refusal, "invalid_input"),
    });

  const video = async (path: string, id: string) => {
    const { data } = await get(path, api.video, isNotFoundByProxy);
    requireMatchingId(id, data.id, data.video_id, data.render_id);
    return data;
  };

  // An id is worth more than what stands around it: its video may be paid for.
  const submit = <Answer>(path: string, body: object, key: string, answer: z.ZodType<Answer>) =>
    create(path, body, key, answer, (created) => api.isError(created) && !answer.safeParse(created).success);

  return {
    /** How long an upload of so many bytes may last, in milliseconds. */
    uploadMs,
    createSession: (body: object, key: string) => submit("/v3/video-agents", body, key, api.createdSession),
    createVideo: (body: object, key: string) => submit("/v3/videos", body, key, api.createdVideo),
    /** A session may be "not found" for a while although its video completes (seen in September 2026). */
    session: async (id: string) => {
      const { data } = await get(`/v3/video-agents/${pathSegment(id)}`, api.session, isNotFound);
      requireMatchingId(id, data.session_id);
      return data;
    },
    sessionVideos: async (id: string) => {
      const { data } = await get(`/v3/video-agents/${pathSegment(id)}/videos`, api.sessionVideos, isNotFound);
      for (const video of data) requireMatchingId(id, video.session_id);
      return data;
    },
    sessions: (token: string | undefined) =>
      get(
        `/v3/video-agents?limit=50${token ? `&token=${encodeURIComponent(token)}` : ""}`,
        api.sessions,
        neverRetry,
      ),
    /** HeyGen's own time, in milliseconds since 1970, which comes with every answer; undefined where a gateway strips it. */
    time: async () => {
      let time: number | undefined;
      const asked = get("/v3/video-agents?limit=1", api.sessions, neverRetry, (at) => {
        time = at;
      });
      // A refusal bears the time as well.
      await asked.catch((error) => {
        if (time === undefined || runtime.signal.aborted) throw error;
      });
      return time;
    },
    stopSession: (id: string) =>
      create(`/v3/video-agents/${pathSegment(id)}/stop`, {}, undefined, api.accepted),
    sendMessage: (id: string, body: object) =>
      create(`/v3/video-agents/${pathSegment(id)}`, body, undefined, api.accepted),
    createInstantVideo: (body: object, key: string) =>
      submit("/v3/models/videos", body, key, api.createdVideo),
    renderTemplate: (id: string, body: object, key: string) =>
      submit(`/v3/templates/${pathSegment(id)}`, body, key, api.createdVideo),
    renderComposition: (body: object, key: string) =>
      submit("/v3/hyperframes/renders", body, key, api.createdRender),
    uploadAsset: (form: FormData, key: string) => create("/v3/assets", form, key, api.asset),
    beginUpload: (body: object) => create("/v3/assets/direct-uploads", body, undefined, api.directUpload),
    completeUpload: (id: string, body: object) =>
      create(`/v3/assets/${pathSegment(id)}/complete`, body, undefined, api.accepted),
    video: (id: string) => video(`/v3/videos/${pathSegment(id)}`, id),
    instantVideo: (id: string) => video(`/v3/models/videos/${pathSegment(id)}`, id),
    render: (id: string) => video(`/v3/hyperframes/renders/${pathSegment(id)}`, id),
    account: () => get("/v3/users/me", catalog.account, neverRetry),
    look: (id: string) => get(`/v3/avatars/looks/${pathSegment(id)}`, catalog.look, neverRetry),
    voice: (id: string) => get(`/v3/voices/${pathSegment(id)}`, catalog.voice, neverRetry),
    list: <Page>(path: string, query: URLSearchParams, page: z.ZodType<Page>) =>
      get(`${path}?${query}`, page, neverRetry),
  };
}

const neverRetry = () => false;

function sizeOf(form: FormData): number {
  const sizes = [...form.values()].map((value) => (typeof value === "string" ? value.length : value.size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function isNotFound(refusal: ErrorResponse): boolean {
  return refusal.status === 404;
}

function isNotFoundByProxy(refusal: ErrorResponse): boolean {
  return isNotFound(refusal) && !saysNotFound(refusal);
}

function transientError(refusal: ErrorResponse): ShowreelError {
  return new ShowreelError(
    "provider_error",
    `HeyGen does not know it, or not yet (${refusal.description}).`,
    {
      retryable: true,
      response: refusal,
    },
  );
}
