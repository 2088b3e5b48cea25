import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Deadline } from "../deadline.ts";
import type { JobStore, Memory, Turn } from "../job-store.ts";
import type { Provider, VideoJob } from "../provider.ts";
import { inFlightMs, mayExist, type Place, type Search, searchForJob } from "./find-lost-job.ts";
import { readProviderClock } from "./provider-clock.ts";
import { pickUp, recall } from "./stored-job.ts";
import { submit } from "./submit.ts";
import { type GuardedSubmit, guardSubmit, TurnLost } from "./submit-lock.ts";
import { textMark } from "./text-digest.ts";

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
const unclearSpreadMs = 60_000;

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
  const memory = await deadline.beforeSubmit(recall(runtime, provider, store, fingerprint));
  const place: Place = { store, fingerprint, generation: memory.generation, foreign: memory.foreign };
  if (memory.job) return { job: memory.job, resumed: true, place };
  const clock = await deadline.beforeSubmit(readProviderClock(runtime, provider));
  const known = await deadline.beforeSubmit(
    pickUp(runtime, provider, { request, place, clock }, memory.intent),
  );
  if (known) {
    await store.remember(fingerprint, place.generation, known);
    return { job: known, resumed: true, place };
  }
  // Also after an intent: that something may have been submitted does not say that this one is paid for.
  if (approve) await deadline.beforeSubmit(approve()).catch(noteThatNothingIsMeant(place, memory));
  return submitOnce({ runtime, provider, search: { request, place, clock }, deadline }, memory);
}

/** All that a submit needs. */
interface Submission {
  readonly runtime: Runtime;
  readonly provider: Provider;
  readonly search: Search;
  readonly deadline: Deadline;
}

async function submitOnce(submission: Submission, memory: Memory): Promise<Obtained> {
  const { runtime, provider, search, deadline } = submission;
  const { request, place, clock } = search;
  const { store, fingerprint, generation } = place;
  // Uploads may take longer than a turn lasts, so they come before it.
  await submit(runtime, deadline, async () => provider.prepare?.(request));
  deadline.requireTime();
  const mustBeAlone = provider.replayMs(request) === 0;
  const since = clock.now();
  // How long a key is replayed counts from the first submit; what is looked for counts from the last.
  const at = mustBeAlone ? since : (memory.intent?.at ?? since);
  const turnAfter = mustBeAlone ? (memory.turns ?? 0) + 1 : undefined;
  const askedAt = runtime.now();
  const turn = await store.intend(fingerprint, generation, { at, mark: textMark(request.text) }, turnAfter);
  const others = await deadline.beforeSubmit(waitForOthers(submission, turn, since));
  if (others) return { job: others, resumed: true, place };
  const guarded = guardSubmit(submission, mustBeAlone ? { turn, askedAt, since } : undefined);
  const job = await submitGuarded(submission, guarded, since, memory.intent !== undefined);
  await store.remember(fingerprint, generation, job);
  // Of a generation that was seen to begin nobody has submitted anything that was not noted.
  const isNew = mustBeAlone || memory.intent === undefined || (memory.intent.guess && generation > 1);
  return { job, resumed: isNew ? false : undefined, place };
}

// Where another process has the turn, its job is the job; where that is unknown, it may be.
async function waitForOthers({ runtime, provider, search }: Submission, turn: Turn, since: number) {
  if (typeof turn === "number") return undefined;
  // Of two that cannot tell, one looks later than the other has submitted.
  const spread = turn === "unclear" ? Math.round(runtime.random() * unclearSpreadMs) : 0;
  const intent = { at: since, patienceMs: inFlightMs + spread };
  const job = await searchForJob(runtime, provider, search, intent);
  if (!job && turn === "taken") throw mayExist({ at: since });
  return job;
}

async function submitGuarded(
  submission: Submission,
  guarded: GuardedSubmit,
  since: number,
  isInDoubt: boolean,
): Promise<VideoJob> {
  const { runtime, provider, search, deadline } = submission;
  const { request, place } = search;
  const key = `showreel-${place.fingerprint}-g${place.generation}`;
  try {
    return await submit(runtime, deadline, () => guarded.submit(request, key));
  } catch (error) {
    if (error instanceof TurnLost) {
      const job = await searchForJob(runtime, provider, search, { at: since, patienceMs: inFlightMs });
      if (job) return job;
      throw mayExist({ at: since });
    }
    if (error instanceof ShowreelError && error.unanswered && !runtime.signal.aborted)
      return searchAfterLoss(submission, since, error);
    // Refused for certain: the next attempt has nothing to look for, and the turn is given back.
    if (error instanceof ShowreelError && !isInDoubt && !guarded.isInDoubt) await giveBack(place);
    throw error;
  }
}

// A re-run then knows that this attempt has submitted nothing.
function noteThatNothingIsMeant(place: Place, memory: Memory): (error: unknown) => Promise<never> {
  return async (error) => {
    if (!memory.intent) await giveBack(place).catch(() => {});
    throw error;
  };
}

async function giveBack({ store, fingerprint, generation }: Place): Promise<void> {
  const memory = await store.load(fingerprint);
  // Another process may have had more luck meanwhile.
  if (!memory.job) await store.forget(fingerprint, generation);
}

async function searchAfterLoss(
  { runtime, provider, search }: Submission,
  since: number,
  error: ShowreelError,
): Promise<VideoJob> {
  runtime.log.info(`${error.message} Looking for it at the provider.`);
  const found = await searchForJob(runtime, provider, search, { at: since, patienceMs: lostAnswerMs }).catch(
    () => undefined,
  );
  if (found) return found;
  const { message, hint = "" } = error;
  throw runtime.signal.aborted
    ? new ShowreelError("interrupted", message, { hint, unanswered: true })
    : error;
}
