import { requestJson } from "../../base/http/http.ts";
import { below, encoded } from "../../base/http/url-path.ts";
import type { Connection } from "../../jobs/provider.ts";
import { requireAbout } from "../response-ids.ts";
import * as api from "./api.ts";
import { explain } from "./failures.ts";

export type Client = ReturnType<typeof createClient>;

/** HeyGen's retired API, one method for each call that Showreel makes. The key goes to `baseUrl` and nowhere else. */
export function createClient({ runtime, apiKey, baseUrl }: Connection) {
  const headers = { "x-api-key": apiKey };
  return {
    generate: (body: object) =>
      requestJson(runtime, {
        headers,
        method: "POST",
        url: below(baseUrl, "/v2/video/generate"),
        body,
        untilLate: true,
        timeoutMs: 120_000,
        answer: api.created,
        // An id is worth more than what stands around it: its video may be paid for.
        isError: (body) => api.isError(body) && !api.created.safeParse(body).success,
        explain: (refusal) => explain(refusal, true),
      }),
    status: async (id: string) => {
      const { data } = await requestJson(runtime, {
        headers,
        method: "GET",
        url: below(baseUrl, `/v1/video_status.get?video_id=${encoded(id)}`),
        timeoutMs: 30_000,
        answer: api.status,
        isError: api.isError,
        explain: (refusal) => explain(refusal, false),
      });
      requireAbout(id, data.id, data.video_id);
      return data;
    },
  };
}
