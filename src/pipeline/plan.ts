import type { Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import type { UrlPolicy } from "../download/connect/url-policy.ts";
import type { Container } from "../download/media/container.ts";
import type { Target } from "../download/output-target.ts";
import type { VideoCache } from "../download/video-cache.ts";
import type { SpendingGate } from "../jobs/cost/spending-gate.ts";
import type { JobStore } from "../jobs/job-store.ts";
import type { PollSettings } from "../jobs/poll-schedule.ts";
import type { Provider } from "../jobs/provider.ts";
import type { VideoRecord } from "../jobs/video-record.ts";
import type { PublishStages } from "../publish/publish-stages.ts";
import type { JobInput } from "../text/job-input.ts";

/**
 * All decisions about one video that are made before money is spent. A plan doesn't change once it is
 * created.
 */
export interface Plan {
  readonly jobInput: JobInput;
  /** Whether the run only checks the request and reports the cost. */
  readonly isDryRun: boolean;
  readonly provider: Provider;
  /** Whether the provider needs no account, so that nothing is paid for. */
  readonly isFree: boolean;
  /** Identifies the request in the store. The idempotency key is derived from it. */
  readonly fingerprint: string;
  /** Approves everything that may cost money. `provider` calls it before every billable request. */
  readonly spendingGate: SpendingGate;
  /**
   * The maximum cost, in US dollars. A video that may cost more isn't submitted; undefined means no limit.
   */
  readonly maxCostUsd: number | undefined;
  readonly store: JobStore;
  /** Whether the stored job is invalidated after the download, because this run can't be re-run. */
  readonly invalidateWhenDone: boolean;
  readonly onInterrupt: "keep" | "stop";
  /** Whether other runs may resume the same video and wait for it. */
  readonly isShared: boolean;
  readonly timeoutMs: number;
  readonly poll: PollSettings;
  readonly wait: boolean;
  readonly onTimeout: "fail" | "detach";
  readonly captions: boolean;
  readonly target: Target;
  /** The requested file format; undefined for an existing video. */
  readonly format: Container | undefined;
  readonly urlPolicy: UrlPolicy;
  readonly videoCache: VideoCache;
  /**
   * Signs and verifies files on disk with a key derived from the API key, so that planted files are
   * recognized.
   */
  readonly seal: Seal;
  /** The maximum size of a download, in bytes. Larger downloads are rejected. */
  readonly maxBytes: number;
  /** Publishes the video; undefined in a dry run. */
  readonly publishStages: PublishStages | undefined;
}

/** One video of a run: its plan and its record. */
export interface VideoTask {
  readonly runtime: Runtime;
  readonly plan: Plan;
  readonly record: VideoRecord;
}
