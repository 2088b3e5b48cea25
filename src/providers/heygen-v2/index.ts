import { errorResponseOf } from "../../base/http/error-response.ts";
import type { Connection, Provider, ProviderPlugin, VideoJob } from "../../jobs/provider.ts";
import { onLostResponse } from "../../jobs/submit/submit.ts";
import { spokenSeconds } from "../../text/spoken-seconds.ts";
import { type Client, createClient } from "./client.ts";
import { saysNotFound } from "./failures.ts";
import { heygenV2Info } from "./info.ts";
import { maxScriptLength, toBody } from "./request.ts";
import { toJobStatus } from "./status.ts";

/** HeyGen's v1 and v2 API, which HeyGen retired on 2026-11-01. For gateways that still serve it. */
export const heygenV2: ProviderPlugin = {
  ...heygenV2Info,
  baseUrl: "https://api.heygen.com",
  notice:
    "HeyGen retired its v1 and v2 API on 2026-11-01. Use `provider: heygen`, which is v3, unless your " +
    "gateway still serves the old API.",
  minPollMs: () => 5_000,
  facts: {
    makes: "Avatars, for gateways that still serve HeyGen's retired API",
    renderTime: "5 to 15 minutes",
    price: "the gateway's",
    limits: "the gateway's",
    links: "7 days; polling again signs a new one",
  },
  sources: { kinds: ["script"], maxCharacters: { script: maxScriptLength } },
  toPayload: toBody,
  // The gateway sets the price.
  estimate: async ({ text }) => ({ seconds: spokenSeconds(text), waitMinutes: [5, 15] }),
  outputContainer: () => "mp4",
  open: async (connection) => createHeygenV2(connection),
};

function createHeygenV2(connection: Connection): Provider {
  const client = createClient(connection);
  return {
    async submit(request) {
      const id = await client.generate(toBody(request)).catch(onLostResponse(lostResponseHint));
      return heygenV2Job(id);
    },
    // The v2 API has no idempotency keys, and its list of videos does not show their requests.
    idempotencyWindowMs: () => 0,
    owns: (job) => ownsJob(client, job),
    status: async (job) => toJobStatus(job, await client.status(job.ids.video_id ?? "")),
    jobFromId: heygenV2Job,
  };
}

const lostResponseHint =
  "Look for it at app.heygen.com. Resume it with `video_id`; or, if there is none, set `reuse` to never " +
  "for one run.";

function heygenV2Job(id: string): VideoJob {
  return { provider: "heygen_v2", surface: "video", ids: { video_id: id } };
}

async function ownsJob(client: Client, job: VideoJob): Promise<boolean> {
  try {
    await client.status(job.ids.video_id ?? "");
    return true;
  } catch (error) {
    if (saysNotFound(errorResponseOf(error))) return false;
    throw error;
  }
}
