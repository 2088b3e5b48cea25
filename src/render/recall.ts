import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { VideoRequest } from "../compose/request.ts";
import { confirmMissing } from "./confirm-missing.ts";
import { type Intent, type JobStore, type Memory, unknownIntent } from "./job-store.ts";
import type { JobStatus, Provider, VideoJob } from "./provider.ts";
import { inFlightMs, type Place, searchForJob } from "./search.ts";

const settleMs = 5_000;

/**
 * What is remembered, as far as it is true. A remembered id is untrusted: it counts only when the provider knows it
 * under our own key. A job that has failed for good gives way to a new generation.
 */
export async function recall(
  runtime: Runtime,
  provider: Provider,
  store: JobStore,
  fingerprint: string,
): Promise<Memory & Pick<Place, "foreign">> {
  const memory = await store.load(fingerprint);
  if (!memory.job) return memory;
  const { job } = memory;
  const status = await confirmMissing(
    runtime,
    () => ask(provider, job),
    (answer) => answer === "unknown",
  );
  if (status === "unknown") {
    runtime.log.warning("The remembered video is not one of this account, and is ignored.");
    const { job: foreign, ...rest } = memory;
    return { intent: unknownIntent(runtime.now()), ...rest, foreign };
  }
  if (status?.state !== "failed") return { ...memory, job: status?.job ?? memory.job };
  runtime.log.info("The video of an earlier attempt failed for good; a new one is submitted.");
  await store.forget(fingerprint, memory.generation);
  return { generation: memory.generation + 1 };
}

// A passing fault says nothing against the job: the wait is patient with it.
async function ask(provider: Provider, job: VideoJob): Promise<JobStatus | "unknown" | undefined> {
  try {
    return (await provider.knows(job)) ? await provider.status(job) : "unknown";
  } catch (error) {
    if (!(error instanceof ShowreelError)) throw error;
    if (error.endsJob) return "unknown";
    if (error.retryable) return undefined;
    throw error;
  }
}

/** What an earlier process may have submitted without learning the answer; undefined when it has to be submitted. */
export async function pickUp(
  runtime: Runtime,
  provider: Provider,
  request: VideoRequest,
  place: Place,
  intent: Intent | undefined,
): Promise<VideoJob | undefined> {
  const age = intent ? runtime.now() - intent.at : 0;
  if (!intent || age < provider.replayMs(request)) return undefined;
  // The process may be gone, and its request still on the way.
  const patience = Math.min(inFlightMs, Math.max(settleMs, inFlightMs - age));
  return searchForJob(runtime, provider, request, place, intent.at, patience, intent.mark);
}
