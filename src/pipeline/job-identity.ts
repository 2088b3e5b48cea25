import type { Runtime } from "../base/runtime.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { fingerprint } from "../inputs/video-request.ts";
import { type JobStore, noJobStore, type SubmitIntent } from "../jobs/job-store.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";
import { withAssumedIntents } from "../jobs/submit/assumed-intents.ts";
import type { RunStart } from "../platform/github/run-start.ts";
import type { JobInput } from "../text/job-input.ts";
import type { Plan } from "./plan.ts";

/** One attempt of a workflow run. */
export interface RunAttempt {
  /** Counts from 1. */
  readonly number: number;
  runStart(): Promise<RunStart>;
}

/** Where video jobs are stored, and the scope within which equal requests share one video. */
export interface ReuseScope {
  readonly store: JobStore;
  /** The repository or folder, in which all runs share their videos. */
  readonly repositoryScope: readonly string[];
  /** The id of the run, the same in all its attempts; undefined where a run cannot be repeated. */
  readonly runScope: string | undefined;
  readonly runAttempt: RunAttempt;
}

type JobIdentity = Pick<Plan, "fingerprint" | "store" | "invalidateWhenDone">;

const noJobIdentity: JobIdentity = { fingerprint: "", store: noJobStore, invalidateWhenDone: false };

/** The account that pays for a video, and the rules by which it is reused. */
export interface IdentityOptions {
  readonly plugin: ProviderPlugin;
  readonly settings: Settings;
  readonly apiKey: string;
  readonly reuseScope: ReuseScope;
}

/**
 * Returns the fingerprint of a video and its job store. With `reuse: run` the fingerprint covers only what
 * stays the same in all attempts, so that edited release notes don't cause a second payment. Fails with
 * `invalid_input` if the provider does not support the request.
 */
export function resolveJobIdentity(
  runtime: Runtime,
  jobInput: JobInput,
  { plugin, settings, apiKey, reuseScope }: IdentityOptions,
): JobIdentity {
  if (jobInput.kind !== "new") return noJobIdentity;
  const payload = { provider: plugin.name, ...plugin.toPayload(jobInput.request) };
  const stablePayload = { provider: plugin.name, ...plugin.toPayload(jobInput.stableRequest) };
  const { repositoryScope, runScope } = reuseScope;
  const identities = {
    run: { payload: stablePayload, scope: ["run", ...repositoryScope, runScope ?? ""] },
    content: { payload, scope: repositoryScope },
    never: { payload, scope: [`${runtime.now()} ${runtime.random()}`] },
  };
  const identity = identities[settings.reuse];
  const account = [apiKey, settings.api_base_url ?? ""].join("\n");
  return {
    fingerprint: fingerprint(identity.payload, account, identity.scope),
    store: storeForReuse(runtime, settings, reuseScope),
    invalidateWhenDone: settings.reuse === "run" && runScope === undefined,
  };
}

// A cache entry is evicted after seven days without a read.
const cacheRetentionMs = 7 * 24 * 3_600_000;

function storeForReuse(
  runtime: Runtime,
  { reuse }: Settings,
  { store, runScope, runAttempt }: ReuseScope,
): JobStore {
  if (reuse === "never" || store === noJobStore) return noJobStore;
  const runStart = async (): Promise<SubmitIntent> => {
    const { at, isExact } = await runAttempt.runStart();
    return { at, assumedFrom: isExact ? "run_start" : "before_run_start" };
  };
  const belongsToRun = reuse === "run" && runScope !== undefined;
  return withAssumedIntents(store, {
    isRerun: runAttempt.number > 1,
    isShared: !belongsToRun,
    runStart,
    earliestSubmit: async () =>
      belongsToRun ? runStart() : { at: runtime.now() - cacheRetentionMs, assumedFrom: "retention" },
  });
}
