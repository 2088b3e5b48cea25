import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import type { VideoRequest } from "../compose/request.ts";
import type { Deadline } from "./deadline.ts";
import type { JobStore, Memory } from "./job-store.ts";
import type { Provider, VideoJob } from "./provider.ts";
import { pickUp, recall } from "./recall.ts";
import { inFlightMs, mayExist, type Place, searchForJob } from "./search.ts";
import { submit } from "./submit.ts";
import { textMark } from "./text-mark.ts";

/** A job for the request, and whether it existed already. */
export interface Obtained {
  readonly job: VideoJob;
  /** Undefined when the provider may have replayed the answer to an earlier submit. */
  readonly resumed: boolean | undefined;
  /** Where it is remembered. */
  readonly place: Place;
}

/** One logical video. */
export interface LogicalVideo {
  readonly request: VideoRequest;
  /** The name under which it is remembered, and its idempotency key. */
  readonly fingerprint: string;
  readonly store: JobStore;
  /** Called before a new video is paid for, and before anything is noted down; fails where it must not be. */
  approve?(): Promise<void>;
}

const lostAnswerMs = 15_000;

/**
 * The job of a logical video, paid for once: the one remembered, the one found at the provider, or a new one. What may
 * have been submitted already is looked for, and only submitted again where the provider replays it.
 */
export async function obtainJob(
  runtime: Runtime,
  provider: Provider,
  { request, fingerprint, store, approve }: LogicalVideo,
  deadline: Deadline,
): Promise<Obtained> {
  const memory = await recall(runtime, provider, store, fingerprint);
  const place: Place = { store, fingerprint, generation: memory.generation, foreign: memory.foreign };
  const known = memory.job ?? (await pickUp(runtime, provider, request, place, memory.intent));
  if (known) {
    if (!memory.job) await store.remember(fingerprint, place.generation, known);
    return { job: known, resumed: true, place };
  }
  // Also after an intent: that something may have been submitted does not say that this one is paid for.
  await approve?.();
  return submitOnce(runtime, provider, request, place, deadline, memory);
}

async function submitOnce(
  runtime: Runtime,
  provider: Provider,
  request: VideoRequest,
  place: Place,
  deadline: Deadline,
  memory: Memory,
): Promise<Obtained> {
  const { store, fingerprint, generation } = place;
  const since = runtime.now();
  const firstIntent = memory.intent?.at;
  const mustBeAlone = provider.replayMs(request) === 0;
  // How long a key is replayed counts from the first submit; what is looked for counts from the last.
  const at = mustBeAlone ? since : (firstIntent ?? since);
  const turn = mustBeAlone ? (memory.turns ?? 0) + 1 : undefined;
  if (!(await store.intend(fingerprint, generation, at, turn, textMark(request.text)))) {
    const others = await searchForJob(runtime, provider, request, place, since, inFlightMs);
    if (!others) throw mayExist(since);
    return { job: others, resumed: true, place };
  }
  const key = `showreel-${fingerprint}-g${generation}`;
  const doubt = { isOpen: firstIntent !== undefined };
  const careful = withDoubt(provider, doubt, mustBeAlone ? place : undefined);
  const job = await submit(runtime, careful, request, key, deadline).catch(async (error) => {
    if (error instanceof ShowreelError && error.unanswered && !runtime.signal.aborted) {
      return searchAfterLoss(runtime, provider, request, place, since, error);
    }
    // Refused for certain: the next attempt has nothing to look for, and the turn is given back.
    if (error instanceof ShowreelError && !doubt.isOpen) await giveBack(place);
    throw error;
  });
  await store.remember(fingerprint, generation, job);
  return { job, resumed: mustBeAlone || firstIntent === undefined ? false : undefined, place };
}

async function giveBack({ store, fingerprint, generation }: Place): Promise<void> {
  const memory = await store.load(fingerprint);
  // Another process may have had more luck meanwhile.
  if (!memory.job) await store.forget(fingerprint, generation);
}

// Notes when an answer was lost in any of the repetitions: then nobody knows whether the provider has acted. Where one
// process alone may submit, a repetition first looks whether its turn was taken for lapsed.
function withDoubt(provider: Provider, doubt: { isOpen: boolean }, alone: Place | undefined): Provider {
  let tries = 0;
  return {
    ...provider,
    async submit(request, key) {
      tries += 1;
      const memory = alone && tries > 1 ? await alone.store.load(alone.fingerprint) : undefined;
      if (memory?.job) return memory.job;
      return provider.submit(request, key).catch((error) => {
        doubt.isOpen ||= !(error instanceof ShowreelError) || error.unanswered;
        throw error;
      });
    },
  };
}

async function searchAfterLoss(
  runtime: Runtime,
  provider: Provider,
  request: VideoRequest,
  place: Place,
  since: number,
  error: ShowreelError,
): Promise<VideoJob> {
  runtime.log.info(`${error.message} Looking for it at the provider.`);
  const found = await searchForJob(runtime, provider, request, place, since, lostAnswerMs).catch(
    () => undefined,
  );
  if (found) return found;
  const { message, hint = "" } = error;
  throw runtime.signal.aborted
    ? new ShowreelError("interrupted", message, { hint, unanswered: true })
    : error;
}
