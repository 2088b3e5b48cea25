import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { confirmMissing } from "../confirm-missing.ts";
import type { Intent, JobStore, Memory } from "../job-store.ts";
import type { JobStatus, Provider, VideoJob } from "../provider.ts";
import { inFlightMs, mayExist, type Place, type Search, searchForJob } from "./find-lost-job.ts";

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
    return { intent: { at: runtime.now() - lastDayMs }, ...rest, foreign };
  }
  if (status?.state !== "failed") return { ...memory, job: status?.job ?? memory.job };
  runtime.log.info("The video of an earlier attempt failed for good; a new one is submitted.");
  await store.forget(fingerprint, memory.generation);
  const next = await store.load(fingerprint);
  // Another layer may know of a later video.
  return next.generation > memory.generation ? next : { generation: memory.generation + 1 };
}

// A submit that nobody knows the time of, within the time that providers replay a key.
const lastDayMs = 22 * 3_600_000;

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

/**
 * What an earlier process may have submitted without learning the answer; undefined when it has to be submitted. Fails with
 * `provider_error` when the provider cannot tell.
 */
export async function pickUp(
  runtime: Runtime,
  provider: Provider,
  search: Search,
  intent: Intent | undefined,
): Promise<VideoJob | undefined> {
  if (!intent) return undefined;
  // A clock that was set back makes it negative.
  const age = Math.max(0, search.clock.now() - intent.at);
  const replayMs = provider.replayMs(search.request);
  if (replayMs > 0 && age < replayMs) return undefined;
  // The process may be gone, and its request still on the way.
  const patienceMs = Math.min(inFlightMs, Math.max(settleMs, inFlightMs - age));
  const found = searchForJob(runtime, provider, search, { ...intent, patienceMs });
  return intent.guess === undefined ? found : checkGuess(runtime, provider, search, { intent, found });
}

// Of what nobody has noted a video with the same text may be another run's, or one that has failed.
async function checkGuess(
  runtime: Runtime,
  provider: Provider,
  { place }: Search,
  { intent, found }: { readonly intent: Intent; readonly found: Promise<VideoJob | undefined> },
): Promise<VideoJob | undefined> {
  const job = await found.catch((error) => {
    // A later generation was written down by a store that worked when the one before had ended.
    if (place.generation > 1 && !runtime.signal.aborted) return undefined;
    throw error;
  });
  if (!job) return undefined;
  if (await hasFailed(provider, job)) return undefined;
  if (intent.guess === "vague") throw mayExist(intent);
  return job;
}

// A session that is found may lead to a video that has failed.
async function hasFailed(provider: Provider, job: VideoJob): Promise<boolean> {
  const status = await ask(provider, job);
  if (status === undefined || status === "unknown") return false;
  if (status.state === "failed") return true;
  const leadsOn = JSON.stringify(status.job.ids) !== JSON.stringify(job.ids);
  return leadsOn && hasFailed(provider, status.job);
}
