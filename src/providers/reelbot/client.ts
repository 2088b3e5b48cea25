import type { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { requestJson } from "../../base/http/http.ts";
import { below, segment } from "../../base/http/url-path.ts";
import { createQuota, type Quota } from "../../base/timing/rate-limit.ts";
import type { Connection } from "../../jobs/provider.ts";
import { requireAbout } from "../response-ids.ts";
import * as api from "./api.ts";
import { explain } from "./failures.ts";

const hour = 3_600_000;
// Source: ReelBot's page "Rate limits", for a whole account: other runs take their share too.
const allowances = {
  generate: { calls: 10, perMs: hour },
  status: { calls: 60, perMs: 60_000 },
  download: { calls: 30, perMs: hour },
};

export type Client = ReturnType<typeof createClient>;

/** ReelBot's API, one method for each call that Showreel makes. The key goes to `baseUrl` and nowhere else. */
export function createClient({ runtime, apiKey, baseUrl }: Connection) {
  const quotas = {
    generate: createQuota(runtime.elapsed, allowances.generate),
    status: createQuota(runtime.elapsed, allowances.status),
    download: createQuota(runtime.elapsed, allowances.download),
  };
  const call = async <Answer>(
    name: keyof typeof quotas,
    path: string,
    answer: z.ZodType<Answer>,
    body?: object,
  ): Promise<Answer> => {
    requireRoom(quotas[name], name);
    return requestJson(runtime, {
      method: body ? "POST" : "GET",
      url: below(baseUrl, `/api/v1/video/${path}`),
      headers: { "x-api-key": apiKey },
      body,
      untilLate: body !== undefined,
      timeoutMs: body ? 120_000 : 30_000,
      answer,
      // An id is worth more than what stands around it: its video may be paid for.
      isError: (said) => api.isError(said) && !(body && answer.safeParse(said).success),
      explain: (refusal) => explain(refusal, { isSubmit: body !== undefined, now: runtime.now() }),
    });
  };
  return {
    generate: (body: object) => call("generate", "generate", api.created, body),
    status: async (id: string) => {
      const status = await call("status", `status/${segment(id)}`, api.status);
      requireAbout(id, status.projectId, status.id);
      return status;
    },
    download: async (id: string) => {
      const download = await call("download", `download/${segment(id)}`, api.download);
      requireAbout(id, download.projectId);
      return download;
    },
  };
}

function requireRoom(quota: Quota, name: keyof typeof allowances): void {
  const retryAfterMs = quota.take();
  if (retryAfterMs === 0) return;
  const { calls, perMs } = allowances[name];
  const span = perMs === hour ? "an hour" : "a minute";
  throw new ShowreelError("rate_limited", `ReelBot allows ${calls} ${name} calls ${span}.`, {
    retryable: true,
    retryAfterMs,
  });
}
