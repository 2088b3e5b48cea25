import { ShowreelError } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Turn } from "../job-store.ts";
import type { Provider, VideoJob } from "../provider.ts";
import { type Search, searchForJob } from "./find-lost-job.ts";

// A turn that was won so long ago is looked at again: the machine may have slept, and others have taken it for dead.
const freshMs = 5_000;

/** Thrown where another process has taken the turn to submit since this one won it. */
export class TurnLost extends Error {
  override readonly name = "TurnLost";
}

/**
 * The submit of one logical video, with what must be known about it. Each call that may cost money first looks whether
 * this process still has the turn: one that had it and came back late must not pay as well.
 */
export interface GuardedSubmit {
  submit(request: VideoRequest, key: string): Promise<VideoJob>;
  /** Whether an answer was lost in any of the calls: then nobody knows whether the provider has acted. */
  readonly isInDoubt: boolean;
}

/** A turn that this process has, when it asked for it, and that time by the provider's clock. */
export interface WonTurn {
  readonly turn: Turn;
  readonly askedAt: number;
  readonly since: number;
}

interface Parties {
  readonly runtime: Runtime;
  readonly provider: Provider;
  readonly search: Search;
}

/** `won` is undefined where the provider itself sees to it that one key is one video. */
export function guardSubmit({ runtime, provider, search }: Parties, won: WonTurn | undefined): GuardedSubmit {
  let lookedAt = won?.askedAt ?? 0;
  let isInDoubt = false;
  let tries = 0;
  return {
    get isInDoubt() {
      return isInDoubt;
    },
    async submit(request, key) {
      tries += 1;
      const mustLook = won !== undefined && (tries > 1 || runtime.now() - lookedAt >= freshMs);
      const done = mustLook ? await lookAgain(runtime, provider, search, won) : undefined;
      lookedAt = runtime.now();
      if (done) return done;
      return provider.submit(request, key).catch((error) => {
        isInDoubt ||= !(error instanceof ShowreelError) || error.unanswered;
        throw error;
      });
    },
  };
}

/** The job that another process has made meanwhile; fails with `TurnLost` when one has taken the turn. */
async function lookAgain(
  runtime: Runtime,
  provider: Provider,
  search: Search,
  { turn, since }: WonTurn,
): Promise<VideoJob | undefined> {
  const { store, fingerprint, generation } = search.place;
  const memory = await store.load(fingerprint);
  if (memory.generation > generation) throw new TurnLost();
  if (memory.job) return memory.job;
  if (typeof turn === "number" && (memory.turns ?? 0) > turn) throw new TurnLost();
  // Where the store cannot be read any more, the provider may know.
  if (!memory.unreadable || !provider.find) return undefined;
  return searchForJob(runtime, provider, search, { at: since, patienceMs: 0 });
}
