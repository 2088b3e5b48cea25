import type { Runtime } from "../base/runtime.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { fingerprint } from "../inputs/video-request.ts";
import { type Intent, type JobStore, noJobStore } from "../jobs/job-store.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";
import { doubtSilence } from "../jobs/submit/unrecorded-submit.ts";
import type { Beginning } from "../platform/github/run-start.ts";
import type { Wanted } from "../text/job-input.ts";
import type { Plan } from "./plan.ts";

/** The run in which the video is asked for. */
export interface Attempt {
  /** From 1. */
  readonly attempt: number;
  begin(): Promise<Beginning>;
}

/** What memory there is, and in which scope the same request is the same video. */
export interface MemoryPlace {
  readonly store: JobStore;
  /** Where all runs share a video: the repository or folder. */
  readonly everyRun: readonly string[];
  /** What names one run beside that, over all its attempts; undefined where no run can be repeated. */
  readonly run: string | undefined;
  readonly attempt: Attempt;
}

type Memory = Pick<Plan, "fingerprint" | "store" | "forgetWhenDone">;

const noMemory: Memory = { fingerprint: "", store: noJobStore, forgetWhenDone: false };

/**
 * By what a video is known, and where. What would be sent is made here, before anything else is asked for; who pays is said
 * later. Within one run a video is known by what does not change from attempt to attempt: notes that somebody edits meanwhile
 * must not be paid for again. Fails with `invalid_input`.
 */
export function toMemory(
  runtime: Runtime,
  settings: Settings,
  place: MemoryPlace,
  { name, toPayload }: ProviderPlugin,
  wanted: Wanted,
): (apiKey: string) => Memory {
  if (!("request" in wanted)) return () => noMemory;
  const sent = { provider: name, ...toPayload(wanted.request) };
  const known = { provider: name, ...toPayload(wanted.known) };
  const nonce = `${runtime.now()} ${runtime.random()}`;
  const scopes = {
    run: { payload: known, scope: ["run", ...place.everyRun, place.run ?? ""] },
    content: { payload: sent, scope: place.everyRun },
    never: { payload: sent, scope: [nonce] },
  };
  const { payload, scope } = scopes[settings.reuse];
  return (apiKey) => ({
    fingerprint: fingerprint(payload, [apiKey, settings.api_base_url ?? ""].join("\n"), scope),
    store: storeFor(runtime, settings, place),
    forgetWhenDone: settings.reuse === "run" && place.run === undefined,
  });
}

// A cache keeps an entry for seven days: what is older nobody would have remembered.
const remembersMs = 7 * 24 * 3_600_000;

function storeFor(runtime: Runtime, { reuse }: Settings, { store, run, attempt }: MemoryPlace): JobStore {
  if (reuse === "never" || store === noJobStore) return noJobStore;
  const beginOfRun = async (): Promise<Intent> => {
    const { at, isExact } = await attempt.begin();
    return { at, guess: isExact ? "exact" : "vague" };
  };
  const isOneRuns = reuse === "run" && run !== undefined;
  return doubtSilence(store, {
    isRepeated: attempt.attempt > 1,
    beginOfRun,
    earliest: async () =>
      isOneRuns ? beginOfRun() : { at: runtime.now() - remembersMs, guess: "unreadable" },
    isShared: !isOneRuns,
  });
}
