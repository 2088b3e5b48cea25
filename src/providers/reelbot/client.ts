import type { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { requestJson } from "../../base/http/json-request.ts";
import { joinPath, pathSegment } from "../../base/http/url-path.ts";
import { createRateLimiter, type RateLimiter } from "../../base/timing/rate-limiter.ts";
import type { Connection } from "../../jobs/provider.ts";
import { requireMatchingId } from "../response-ids.ts";
import * as api from "./api.ts";
import { toReelbotError } from "./failures.ts";

const hourMs = 3_600_000;
// Source: ReelBot's page "Rate limits". They apply to the whole account, so other runs use the same quota.
const rateLimits = {
  generate: { calls: 10, perMs: hourMs },
  status: { calls: 60, perMs: 60_000 },
  download: { calls: 30, perMs: hourMs },
};

type Operation = keyof typeof rateLimits;

export type Client = ReturnType<typeof createClient>;

/**
 * Returns a client for ReelBot's API, with a method for each endpoint. The key is sent to `baseUrl` and
 * nowhere else.
 */
export function createClient({ runtime, apiKey, baseUrl }: Connection) {
  const limiters = {
    generate: createRateLimiter(runtime.elapsed, rateLimits.generate),
    status: createRateLimiter(runtime.elapsed, rateLimits.status),
    download: createRateLimiter(runtime.elapsed, rateLimits.download),
  };
  const call = async <Response>(
    operation: Operation,
    path: string,
    schema: z.ZodType<Response>,
    body?: object,
  ): Promise<Response> => {
    requireQuota(limiters[operation], operation);
    const isSubmit = body !== undefined;
    return requestJson(runtime, {
      method: isSubmit ? "POST" : "GET",
      url: joinPath(baseUrl, `/api/v1/video/${path}`),
      headers: { "x-api-key": apiKey },
      body,
      useGracePeriod: isSubmit,
      idleTimeoutMs: isSubmit ? 120_000 : 30_000,
      responseSchema: schema,
      // A submit response with an id is a success, even if it also contains an error, because the video may
      // be paid for.
      isError: (response) => api.isError(response) && !(isSubmit && schema.safeParse(response).success),
      toError: (response) => toReelbotError(response, { isSubmit, now: runtime.now() }),
    });
  };
  return {
    generate: (body: object) => call("generate", "generate", api.created, body),
    status: async (id: string) => {
      const status = await call("status", `status/${pathSegment(id)}`, api.status);
      requireMatchingId(id, status.projectId, status.id);
      return status;
    },
    download: async (id: string) => {
      const download = await call("download", `download/${pathSegment(id)}`, api.download);
      requireMatchingId(id, download.projectId);
      return download;
    },
  };
}

/** Fails with `rate_limited` when another call would exceed the limit. */
function requireQuota(limiter: RateLimiter, operation: Operation): void {
  const retryAfterMs = limiter.take();
  if (retryAfterMs === 0) return;
  const { calls, perMs } = rateLimits[operation];
  const period = perMs === hourMs ? "hour" : "minute";
  throw new ShowreelError("rate_limited", `ReelBot allows ${calls} ${operation} calls per ${period}.`, {
    retryable: true,
    retryAfterMs,
  });
}
