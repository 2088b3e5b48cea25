import { requestJson } from "../../base/http/json-request.ts";
import { joinPath, queryValue } from "../../base/http/url-path.ts";
import type { Connection } from "../../jobs/provider.ts";
import { requireMatchingId } from "../response-ids.ts";
import * as api from "./api.ts";
import { toHeygenV2Error } from "./failures.ts";

export type Client = ReturnType<typeof createClient>;

/** Returns a client for HeyGen's v1 and v2 API. The key is sent to `baseUrl` and nowhere else. */
export function createClient({ runtime, apiKey, baseUrl }: Connection) {
  const headers = { "x-api-key": apiKey };
  return {
    generate: (body: object) =>
      requestJson(runtime, {
        headers,
        method: "POST",
        url: joinPath(baseUrl, "/v2/video/generate"),
        body,
        useGracePeriod: true,
        idleTimeoutMs: 120_000,
        responseSchema: api.created,
        // A submit response with an id is a success, even if it also contains an error, because the video may
        // be paid for.
        isError: (response) => api.isError(response) && !api.created.safeParse(response).success,
        toError: (response) => toHeygenV2Error(response, { isSubmit: true }),
      }),
    status: async (id: string) => {
      const { data } = await requestJson(runtime, {
        headers,
        method: "GET",
        url: joinPath(baseUrl, `/v1/video_status.get?video_id=${queryValue(id)}`),
        idleTimeoutMs: 30_000,
        responseSchema: api.status,
        isError: api.isError,
        toError: (response) => toHeygenV2Error(response, { isSubmit: false }),
      });
      requireMatchingId(id, data.id, data.video_id);
      return data;
    },
  };
}
