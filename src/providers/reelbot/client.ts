import type { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { requestJson } from "../../base/http/json-request.ts";
import { joinPath, pathSegment } from "../../base/http/url-path.ts";
import { createRateLimiter, type RateLimiter } from "../../base/timing/rate-limiter.ts";
import type { Connection } from "../../jobs/provider.ts";
import { requireMatchingId } from "../response-ids.ts";
import * as api from "./api.ts";
import { toReelbotError } from "./failures.ts";

const hour = 3_600_000;
// Source: ReelBot's page "Rate limits", for a whole account: other runs take their share too.
const rateLimits = {
  generate: { calls: 10, perMs: hour },
  status: { calls: 60, perMs: 60_000 },
  download: { calls: 30, perMs: hour },
};

export type Client = ReturnType<typeof createClient>;

/** ReelBot's API, one method for each call that Showreel makes. The key goes to `baseUrl` and nowhere else. */
export function createClient({ runtime, apiKey, baseUrl }: Connection) {
  const quotas = {
    generate: createRateLimiter(runtime.elapsed, rateLimits.generate),
    status: createRateLimiter(runtime.elapsed, rateLimits.status),
    download: createRateLimiter(runtime.elapsed, rateLimits.download),
  };
  const call = async <Answer>(
    name: keyof typeof quotas,
    path: string,
    answer: z.ZodType<Answer>,
    body?: object,
  ): Promise<Answer> => {
    takeQuota(quotas[name], name);
    return requestJson(runtime, {
      method: body ? "POST" : "GET",
      url: joinPath(baseUrl, `/api/v1/video/${path}`),
      headers: { "x-api-key": apiKey },
      body,
      useGracePeriod: body !== undefined,
      idleTimeoutMs: body ? 120_000 : 30_000,
      responseSchema: answer,
      // An id is worth more than what stands around it: its video may be paid for.
      isError: (said) => api.isError(said) && !(body && answer.safeParse(said).success),
      toError: (refusal) => toReelbotError(refusal, { isSubmit: body !== undefined, now: runtime.now() }),
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

function takeQuota(quota: RateLimiter, name: keyof typeof rateLimits): void {
  const retryAfterMs = quota.take();
  if (retryAfterMs === 0) return;
  const { calls, perMs } = rateLimits[name];
  const span = perMs === hour ? "an hour" : "a minute";
  throw new ShowreelError("rate_limited", `ReelBot allows ${calls} ${name} calls ${span}.`, {
    retryable: true,
    retryAfterMs,
  });
}
