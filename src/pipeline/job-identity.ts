import type { Runtime } from "../base/runtime.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { fingerprint } from "../inputs/video-request.ts";
import { type JobStore, noJobStore, type SubmitIntent } from "../jobs/job-store.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";
import { withAssumedIntents } from "../jobs/submit/assumed-intents.ts";
import type { RunStart } from "../platform/github/run-start.ts";
import type { JobInput } from "../text/job-input.ts";
import type { Plan } from "./plan.ts";

/** The run in which the video is asked for. */
export interface RunAttempt {
  /** From 1. */
  readonly number: number;
  runStart(): Promise<RunStart>;
}

/** What memory there is, and in which scope the same request is the same video. */
export interface ReuseScope {
  readonly store: JobStore;
  /** Where all runs share a video: the repository or folder. */
  readonly repositoryScope: readonly string[];
  /** What names one run beside that, over all its attempts; undefined where no run can be repeated. */
  readonly runScope: string | undefined;
  readonly runAttempt: RunAttempt;
}

type JobIdentity = Pick<Plan, "fingerprint" | "store" | "invalidateWhenDone">;

const noJobIdentity: JobIdentity = { fingerprint: "", store: noJobStore, invalidateWhenDone: false };

/**
 * By what a video is known, and where. What would be sent is made here, before anything else is asked for; who pays is said
 * later. Within one run a video is known by what does not change from attempt to attempt: notes that somebody edits meanwhile
 * must not be paid for again. Fails with `invalid_input`.
 */
export function resolveJobIdentity(
  runtime: Runtime,
  settings: Settings,
  reuseScope: ReuseScope,
  { name, toPayload }: ProviderPlugin,
  wanted: JobInput,
): (apiKey: string) => JobIdentity {
  if (!("request" in wanted)) return () => noJobIdentity;
  const sent = { provider: name, ...toPayload(wanted.request) };
  const known = { provider: name, ...toPayload(wanted.stableRequest) };
  const nonce = `${runtime.now()} ${runtime.random()}`;
  const scopes = {
    run: { payload: known, scope: ["run", ...reuseScope.repositoryScope, reuseScope.runScope ?? ""] },
    content: { payload: sent, scope: reuseScope.repositoryScope },
    never: { payload: sent, scope: [nonce] },
  };
  const { payload, scope } = scopes[settings.reuse];
  return (apiKey) => ({
    fingerprint: fingerprint(payload, [apiKey, settings.api_base_url ?? ""].join("\n"), scope),
    store: storeForReuse(runtime, settings, reuseScope),
    invalidateWhenDone: settings.reuse === "run" && reuseScope.runScope === undefined,
  });
}

// A cache keeps an entry for seven days: what is older nobody would have remembered.
const cacheRetentionMs = 7 * 24 * 3_600_000;

function storeForReuse(
  runtime: Runtime,
  { reuse }: Settings,
  { store, runScope, runAttempt }: ReuseScope,
): JobStore {
  if (reuse === "never" || store === noJobStore) return noJobStore;
  const beginOfRun = async (): Promise<SubmitIntent> => {
    const { at, isExact } = await runAttempt.runStart();
    return { at, guess: isExact ? "exact" : "vague" };
  };
  const isOneRuns = reuse === "run" && runScope !== undefined;
  return withAssumedIntents(store, {
    isRerun: runAttempt.number > 1,
    runStart: beginOfRun,
    earliestSubmit: async () =>
      isOneRuns ? beginOfRun() : { at: runtime.now() - cacheRetentionMs, guess: "unreadable" },
    isShared: !isOneRuns,
  });
}
