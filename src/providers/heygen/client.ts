import type { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { requestJson } from "../../base/http.ts";
import type { Refusal } from "../../base/refusal.ts";
import type { Connection } from "../../render/provider.ts";
import * as api from "./api.ts";
import { explain, saysNotFound } from "./failures.ts";

const statusTimeoutMs = 30_000;
// POST /v3/videos has a 99th percentile of about 31 s (source: HeyGen's own command line).
const createTimeoutMs = 120_000;

export type Client = ReturnType<typeof createClient>;

/** HeyGen's v3 API, one method for each call that Showreel makes. The key goes to `baseUrl` and nowhere else. */
export function createClient({ runtime, apiKey, baseUrl }: Connection) {
  const headers = { "x-api-key": apiKey, "x-heygen-client-source": "showreel" };
  const url = (path: string) => below(baseUrl, path);

  const get = <Answer>(path: string, answer: z.ZodType<Answer>, patient: (refusal: Refusal) => boolean) =>
    requestJson(runtime, {
      method: "GET",
      url: url(path),
      headers,
      timeoutMs: statusTimeoutMs,
      answer,
      isError: api.isError,
      explain: (refusal) => (patient(refusal) ? passing(refusal) : explain(refusal, "provider_error")),
    });

  const create = <Answer>(path: string, body: object, key: string | undefined, answer: z.ZodType<Answer>) =>
    requestJson(runtime, {
      method: "POST",
      url: url(path),
      headers: { ...headers, ...(key && { "idempotency-key": key }) },
      body,
      untilLate: true,
      timeoutMs: createTimeoutMs,
      answer,
      isError: api.isError,
      explain: (refusal) => explain(refusal, "invalid_input"),
    });

  return {
    createSession: (body: object, key: string) => create("/v3/video-agents", body, key, api.createdSession),
    createVideo: (body: object, key: string) => create("/v3/videos", body, key, api.createdVideo),
    /** A session may be "not found" for a while although its video completes (seen in September 2026). */
    session: (id: string) => get(`/v3/video-agents/${segment(id)}`, api.session, isNotFound),
    sessionVideos: (id: string) =>
      get(`/v3/video-agents/${segment(id)}/videos`, api.sessionVideos, isNotFound),
    sessions: (token: string | undefined) =>
      get(
        `/v3/video-agents?limit=50${token ? `&token=${encodeURIComponent(token)}` : ""}`,
        api.sessions,
        never,
      ),
    stopSession: (id: string) => create(`/v3/video-agents/${segment(id)}/stop`, {}, undefined, api.stopped),
    video: (id: string) => get(`/v3/videos/${segment(id)}`, api.video, isStrangersNotFound),
  };
}

// Set as a path, and not resolved as a reference: "//host/x" would be another host, and the key would go there.
function below(baseUrl: URL, path: string): URL {
  const url = new URL(baseUrl);
  const [pathname = "", query = ""] = path.split("?");
  url.pathname = baseUrl.pathname.replace(/\/+$/, "") + pathname;
  url.search = query;
  return url;
}

// URL parsers resolve dots even when they are encoded.
function segment(id: string): string {
  if (/^\.{1,2}$/.test(id)) throw new ShowreelError("provider_error", `"${id}" is no id.`);
  return encodeURIComponent(id);
}

const never = () => false;

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
