import { errorResponseOf } from "../../base/http/error-response.ts";
import { spokenSeconds } from "../../jobs/cost/spoken-seconds.ts";
import type { Connection, JobStatus, Provider, ProviderPlugin, VideoJob } from "../../jobs/provider.ts";
import { onLostResponse } from "../../jobs/submit/submit.ts";
import { type Client, createClient } from "./client.ts";
import { createDownloadLinks } from "./download-links.ts";
import { reelbotCodeOf } from "./failures.ts";
import { fromDownload, fromStatus } from "./mapping.ts";
import { maxLengths, toBody } from "./request.ts";

/** ReelBot cuts a video out of clips in the account's library, narrated or with music alone. */
export const reelbot: ProviderPlugin = {
  name: "reelbot",
  label: "ReelBot",
  keyVariable: "REELBOT_API_KEY",
  baseUrl: "https://reelbot.space",
  // ReelBot advises 3 to 5 s; a video takes one to five minutes.
  pollInterval: { minMs: 5_000, maxMs: 10_000 },
  facts: {
    makes: "Cuts of clips in the account's library, narrated or with music",
    renderTime: "1 to 5 minutes",
    price: "one video of the monthly plan",
    limits: "10 videos, 30 download links an hour",
    links: "1 hour; asking again signs a new one",
  },
  sources: {
    kinds: ["prompt", "script"],
    maxCharacters: { prompt: maxLengths.topic, script: maxLengths.script },
  },
  toPayload: toBody,
  // It is a plan that pays, and no price is public.
  estimate: ({ kind, text }) => ({
    waitMinutes: [1, 5],
    ...(kind === "script" && { seconds: spokenSeconds(text) }),
  }),
  outputContainer: () => "mp4",
  open: async (connection) => createReelbot(connection),
};

function createReelbot(connection: Connection): Provider {
  const client = createClient(connection);
  const links = createDownloadLinks(client, connection.runtime.elapsed);
  return {
    submit: async (request) => {
      const id = await client.generate(toBody(request)).catch(onLostResponse(lostResponseHint));
      return reelbotJob(id);
    },
    // ReelBot knows no idempotency key, and has neither a list nor a search: a lost answer stays lost.
    idempotencyWindowMs: () => 0,
    owns: (job) => ownsJob(client, job),
    status: (job) => readStatus(client, links, job),
    jobFromId: reelbotJob,
  };
}

function reelbotJob(id: string): VideoJob {
  return { provider: "reelbot", surface: "project", ids: { video_id: id } };
}

const lostResponseHint =
  "Look for it at reelbot.space: ReelBot has no way to ask. Take it up with `video_id`; or, if there is none, set " +
  "`reuse` to never for one run.";

async function readStatus(
  client: Client,
  links: ReturnType<typeof createDownloadLinks>,
  job: VideoJob,
): Promise<JobStatus> {
  const { video_id = "" } = job.ids;
  const status = fromStatus(job, await client.status(video_id));
  if (status !== "completed") return status;
  try {
    const link = await links(video_id);
    if (link === undefined)
      return { state: "pending", job, phase: "rendering", detail: "completed, waiting for the file" };
    return fromDownload(job, link);
  } catch (error) {
    if (reelbotCodeOf(errorResponseOf(error)) !== "OUTPUT_NOT_FOUND") throw error;
    return { state: "failed", job, reason: outputLostReason };
  }
}

const outputLostReason =
  "ReelBot has lost the file of the finished video (OUTPUT_NOT_FOUND): ask its support.";

async function ownsJob(client: Client, job: VideoJob): Promise<boolean> {
  try {
    await client.status(job.ids.video_id ?? "");
    return true;
  } catch (error) {
    if (reelbotCodeOf(errorResponseOf(error)) === "NOT_FOUND") return false;
    throw error;
  }
}
