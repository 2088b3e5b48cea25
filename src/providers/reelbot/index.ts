import { errorResponseOf } from "../../base/http/error-response.ts";
import type { Connection, Provider, ProviderPlugin, VideoJob } from "../../jobs/provider.ts";
import { onLostResponse } from "../../jobs/submit/submit.ts";
import { spokenSeconds } from "../../text/spoken-seconds.ts";
import { type Client, createClient } from "./client.ts";
import { reelbotCodeOf } from "./failures.ts";
import { reelbotInfo } from "./info.ts";
import { maxLengths, toBody } from "./request.ts";
import { createStatusReader } from "./status.ts";

/** ReelBot, which cuts a video out of clips in the account's library, with narration or with music only. */
export const reelbot: ProviderPlugin = {
  ...reelbotInfo,
  baseUrl: "https://reelbot.space",
  // ReelBot advises 3 to 5 s.
  minPollMs: () => 3_000,
  facts: {
    makes: "Cuts of clips in the account's library, narrated or with music",
    renderTime: "1 to 5 minutes",
    price: "one video of the monthly plan",
    limits: "10 videos and 30 download links per hour",
    links: "1 hour; polling again signs a new one",
  },
  sources: {
    kinds: ["prompt", "script"],
    maxCharacters: { prompt: maxLengths.topic, script: maxLengths.script },
  },
  toPayload: toBody,
  // Videos are included in a plan, and there is no public price per video.
  estimate: async ({ kind, text }) => ({
    waitMinutes: [1, 5],
    ...(kind === "script" && { seconds: spokenSeconds(text) }),
  }),
  outputContainer: () => "mp4",
  open: async (connection) => createReelbot(connection),
};

function createReelbot(connection: Connection): Provider {
  const client = createClient(connection);
  return {
    async submit(request) {
      const id = await client.generate(toBody(request)).catch(onLostResponse(lostResponseHint));
      return reelbotJob(id);
    },
    // ReelBot has no idempotency keys, no list and no search, so a job can't be found after a lost response.
    idempotencyWindowMs: () => 0,
    owns: (job) => ownsJob(client, job),
    status: createStatusReader(client, connection.runtime.elapsed),
    jobFromId: reelbotJob,
  };
}

const lostResponseHint =
  "Look for it at reelbot.space: ReelBot's API cannot list videos. Resume it with `video_id`; or, if " +
  "there is none, set `reuse` to never for one run.";

function reelbotJob(id: string): VideoJob {
  return { provider: "reelbot", surface: "project", ids: { video_id: id } };
}

async function ownsJob(client: Client, job: VideoJob): Promise<boolean> {
  try {
    await client.status(job.ids.video_id ?? "");
    return true;
  } catch (error) {
    if (reelbotCodeOf(errorResponseOf(error)) === "NOT_FOUND") return false;
    throw error;
  }
}
