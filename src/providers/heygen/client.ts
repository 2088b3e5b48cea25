import { FormData } from "undici";
import type { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import type { Refusal } from "../../base/http/error-response.ts";
import { requestJson } from "../../base/http/http.ts";
import { below, segment } from "../../base/http/url-path.ts";
import { transferMs } from "../../base/timing/time-limit.ts";
import type { Connection } from "../../jobs/provider.ts";
import { requireAbout } from "../response-ids.ts";
import * as api from "./api.ts";
import * as catalogue from "./catalogue/api.ts";
import { explain, saysNotFound } from "./failures.ts";

const statusTimeoutMs = 30_000;
// POST /v3/videos has a 99th percentile of about 31 s (source: HeyGen's own command line).
const createTimeoutMs = 120_000;

export type Client = ReturnType<typeof createClient>;

/** HeyGen's v3 API, one method for each call that Showreel makes. The key goes to `baseUrl` and nowhere else. */
export function createClient({ runtime, apiKey, baseUrl, timeoutMs }: Connection) {
  const end = runtime.elapsed() + (timeoutMs ?? Number.POSITIVE_INFINITY);
  const uploadMs = (bytes: number) =>
    Math.max(1_000, Math.min(transferMs(bytes, createTimeoutMs), end - runtime.elapsed()));
  const headers = { "x-api-key": apiKey, "x-heygen-client-source": "showreel" };
  const url = (path: string) => below(baseUrl, path);

  const get = <Answer>(
    path: string,
    answer: z.ZodType<Answer>,
    patient: (refusal: Refusal) => boolean,
    onDate?: (at: number) => void,
  ) =>
    requestJson(runtime, {
      ...(onDate && { onDate }),
      method: "GET",
      url: url(path),
      headers,
      timeoutMs: statusTimeoutMs,
      answer,
      isError: api.isError,
      explain: (refusal) =>
        patient(refusal)
          ? passing(refusal)
          : explain(refusal, "provider_error", patient === isStrangersNotFound),
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
      ...(body instanceof FormData ? { form: body, totalMs: uploadMs(sizeOf(body)) } : { body }),
      untilLate: true,
      timeoutMs: createTimeoutMs,
      answer,
      isError,
      explain: (refusal) => explain(refusal, "invalid_input"),
    });

  const video = async (path: string, id: string) => {
    const { data } = await get(path, api.video, isStrangersNotFound);
    requireAbout(id, data.id, data.video_id, data.render_id);
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
      const { data } = await get(`/v3/video-agents/${segment(id)}`, api.session, isNotFound);
      requireAbout(id, data.session_id);
      return data;
    },
    sessionVideos: async (id: string) => {
      const { data } = await get(`/v3/video-agents/${segment(id)}/videos`, api.sessionVideos, isNotFound);
      for (const video of data) requireAbout(id, video.session_id);
      return data;
    },
    sessions: (token: string | undefined) =>
      get(
        `/v3/video-agents?limit=50${token ? `&token=${encodeURIComponent(token)}` : ""}`,
        api.sessions,
        never,
      ),
    /** HeyGen's own time, in milliseconds since 1970, which comes with every answer; undefined where a gateway strips it. */
    time: async () => {
      let time: number | undefined;
      const asked = get("/v3/video-agents?limit=1", api.sessions, never, (at) => {
        time = at;
      });
      // A refusal bears the time as well.
      await asked.catch((error) => {
        if (time === undefined || runtime.signal.aborted) throw error;
      });
      return time;
    },
    stopSession: (id: string) => create(`/v3/video-agents/${segment(id)}/stop`, {}, undefined, api.accepted),
    sendMessage: (id: string, body: object) =>
      create(`/v3/video-agents/${segment(id)}`, body, undefined, api.accepted),
    createInstantVideo: (body: object, key: string) =>
      submit("/v3/models/videos", body, key, api.createdVideo),
    renderTemplate: (id: string, body: object, key: string) =>
      submit(`/v3/templates/${segment(id)}`, body, key, api.createdVideo),
    renderComposition: (body: object, key: string) =>
      submit("/v3/hyperframes/renders", body, key, api.createdRender),
    uploadAsset: (form: FormData, key: string) => create("/v3/assets", form, key, api.asset),
    beginUpload: (body: object) => create("/v3/assets/direct-uploads", body, undefined, api.directUpload),
    completeUpload: (id: string, body: object) =>
      create(`/v3/assets/${segment(id)}/complete`, body, undefined, api.accepted),
    video: (id: string) => video(`/v3/videos/${segment(id)}`, id),
    instantVideo: (id: string) => video(`/v3/models/videos/${segment(id)}`, id),
    render: (id: string) => video(`/v3/hyperframes/renders/${segment(id)}`, id),
    account: () => get("/v3/users/me", catalogue.account, never),
    look: (id: string) => get(`/v3/avatars/looks/${segment(id)}`, catalogue.look, never),
    voice: (id: string) => get(`/v3/voices/${segment(id)}`, catalogue.voice, never),
    list: <Page>(path: string, query: URLSearchParams, page: z.ZodType<Page>) =>
      get(`${path}?${query}`, page, never),
  };
}

const never = () => false;

function sizeOf(form: FormData): number {
  const sizes = [...form.values()].map((value) => (typeof value === "string" ? value.length : value.size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

function isNotFound(refusal: Refusal): boolean {
  return refusal.status === 404;
}

function isStrangersNotFound(refusal: Refusal): boolean {
  return isNotFound(refusal) && !saysNotFound(refusal);
}

function passing(refusal: Refusal): ShowreelError {
  return new ShowreelError("provider_error", `HeyGen does not know it, or not yet (${refusal.facts}).`, {
    retryable: true,
    cause: refusal,
  });
}
