import { errorResponseOf } from "../../base/http/error-response.ts";
import { plainText } from "../../base/text/plain-text.ts";
import type { JobStatus, VideoJob } from "../../jobs/provider.ts";
import type { Client } from "./client.ts";
import { reelbotCodeOf } from "./failures.ts";

const firstPauseMs = 5_000;
const maxPauseMs = 60_000;

/** Returns a function that reads the status of a job. A finished video gets a link that works for an hour. */
export function createStatusReader(
  client: Client,
  elapsed: () => number,
): (job: VideoJob) => Promise<JobStatus> {
  const readLink = createLinkReader(client, elapsed);
  return async (job) => {
    const { video_id = "" } = job.ids;
    const { status, error, message } = await client.status(video_id);
    const word = status.toLowerCase();
    if (word === "failed") {
      const reason = [error, message].find((text) => text && plainText(text) !== "");
      return { state: "failed", job, reason: reason ?? "ReelBot gives no reason" };
    }
    if (word === "completed") return readCompleted(job, () => readLink(video_id));
    // An unknown status means that ReelBot is still working.
    return { state: "pending", job, phase: word === "queued" ? "queued" : "rendering", detail: word };
  };
}

async function readCompleted(job: VideoJob, readLink: () => Promise<string | undefined>): Promise<JobStatus> {
  try {
    const url = await readLink();
    if (url === undefined)
      return { state: "pending", job, phase: "rendering", detail: "completed, waiting for the file" };
    return { state: "completed", job, video: { url, ...linkOnly } };
  } catch (error) {
    if (reelbotCodeOf(errorResponseOf(error)) !== "OUTPUT_NOT_FOUND") throw error;
    return { state: "failed", job, reason: outputLostReason };
  }
}

// ReelBot burns captions into the video and returns nothing but its link.
const linkOnly = {
  subtitlesUrl: undefined,
  thumbnailUrl: undefined,
  pageUrl: undefined,
  durationSeconds: undefined,
};

const outputLostReason =
  "ReelBot has lost the file of the finished video (OUTPUT_NOT_FOUND): ask its support.";

/**
 * Returns a function that reads the link of a completed video. The link is undefined if the file isn't ready
 * yet, as happens right after the video is completed. The pauses between requests double up to a minute,
 * because an account gets 30 links per hour.
 */
function createLinkReader(
  client: Client,
  elapsed: () => number,
): (id: string) => Promise<string | undefined> {
  const pauses = new Map<string, { readonly ms: number; readonly until: number }>();
  return async (id) => {
    const pause = pauses.get(id);
    if (pause && elapsed() < pause.until) return undefined;
    try {
      return (await client.download(id)).downloadUrl;
    } catch (error) {
      if (reelbotCodeOf(errorResponseOf(error)) !== "VIDEO_NOT_READY") throw error;
      const ms = pause ? Math.min(maxPauseMs, pause.ms * 2) : firstPauseMs;
      pauses.set(id, { ms, until: elapsed() + ms });
      return undefined;
    }
  };
}
