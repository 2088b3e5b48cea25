import type { Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import type { UrlPolicy } from "../download/connect/url-policy.ts";
import type { Container } from "../download/media/container.ts";
import type { Target } from "../download/output-target.ts";
import type { VideoCache } from "../download/video-cache.ts";
import type { SpendingGate } from "../jobs/cost/spending-gate.ts";
import type { JobStore } from "../jobs/job-store.ts";
import type { PollInterval } from "../jobs/poll-interval.ts";
import type { Provider } from "../jobs/provider.ts";
import type { VideoRecord } from "../jobs/video-record.ts";
import type { PublishStages } from "../publish/publish-stages.ts";
import type { JobInput } from "../text/job-input.ts";

/** Everything about one video that is decided before money is spent. Complete when it is made. */
export interface Plan {
  readonly jobInput: JobInput;
  /** Only checks the request and reports the cost. */
  readonly isDryRun: boolean;
  readonly provider: Provider;
  /** Identifies the request in the store; the idempotency key is made from it. */
  readonly fingerprint: string;
  /** Approves everything that may cost money; `provider` asks it as well. */
  readonly spendingGate: SpendingGate;
  /** In US dollars; a video that may cost more is not submitted. */
  readonly maxCostUsd: number | undefined;
  readonly store: JobStore;
  /** Whether the stored job is invalidated when the video is downloaded: nobody can re-run this run. */
  readonly invalidateWhenDone: boolean;
  readonly onInterrupt: "keep" | "stop";
  /** Other runs may resume the same video and wait for it. */
  readonly isShared: boolean;
  readonly timeoutMs: number;
  readonly pollInterval: PollInterval;
  readonly wait: boolean;
  readonly onTimeout: "fail" | "detach";
  readonly captions: boolean;
  readonly target: Target;
  /** The file format that was asked for; undefined for a video that exists already. */
  readonly format: Container | undefined;
  readonly urlPolicy: UrlPolicy;
  readonly videoCache: VideoCache;
  /**
   * Signs and verifies files on disk with a key derived from the API key, so that planted files are
   * recognized.
   */
  readonly seal: Seal;
  /** Larger downloads are rejected. */
  readonly maxBytes: number;
  /** Shows the video to people; undefined in a dry run. */
  readonly publishStages: PublishStages | undefined;
}

/** One video of a run: its plan, and the record of what is known about it. */
export interface VideoTask {
  readonly runtime: Runtime;
  readonly plan: Plan;
  readonly record: VideoRecord;
}
