import { errorResponseOf } from "../../base/http/error-response.ts";
import { spokenSeconds } from "../../jobs/cost/spoken-seconds.ts";
import type { Connection, Provider, ProviderPlugin, VideoJob } from "../../jobs/provider.ts";
import { onLostResponse } from "../../jobs/submit/submit.ts";
import { type Client, createClient } from "./client.ts";
import { saysNotFound } from "./failures.ts";
import { fromStatus } from "./mapping.ts";
import { maxScriptLength, toBody } from "./request.ts";

/** HeyGen's v1 and v2 API, which HeyGen itself retired on 2026-11-01: for gateways that still speak it. */
export const heygenV2: ProviderPlugin = {
  name: "heygen_v2",
  label: "HeyGen v2",
  keyVariable: "HEYGEN_API_KEY",
  baseUrl: "https://api.heygen.com",
  notice:
    "HeyGen retired its v1 and v2 API on 2026-11-01. `provider: heygen` is v3; heygen_v2 stays for gateways that still " +
    "speak the old one.",
  pollInterval: { minMs: 5_000, maxMs: 30_000 },
  facts: {
    makes: "Avatars, for gateways that still speak HeyGen's retired API",
    renderTime: "5 to 15 minutes",
    price: "the gateway's",
    limits: "the gateway's",
    links: "7 days; asking again signs a new one",
  },
  sources: { kinds: ["script"], maxCharacters: { script: maxScriptLength } },
  toPayload: toBody,
  // The price is the gateway's.
  estimate: ({ text }) => ({ seconds: spokenSeconds(text), waitMinutes: [5, 15] }),
  outputContainer: () => "mp4",
  open: async (connection) => createHeygenV2(connection),
};

function createHeygenV2(connection: Connection): Provider {
  const client = createClient(connection);
  return {
    submit: async (request) => {
      return heygenV2Job(await client.generate(toBody(request)).catch(onLostResponse(lostResponseHint)));
    },
    // The old API knew no idempotency key, and its list names no request.
    idempotencyWindowMs: () => 0,
    owns: (job) => ownsJob(client, job),
    status: async (job) => fromStatus(job, await client.status(job.ids.video_id ?? "")),
    jobFromId: heygenV2Job,
  };
}

const lostResponseHint =
  "Look for it at app.heygen.com. Take it up with `video_id`; or, if there is none, set `reuse` to never for one run.";

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
