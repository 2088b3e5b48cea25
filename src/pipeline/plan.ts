import type { Seal } from "../base/seal.ts";
import type { UrlPolicy } from "../download/connect/url-policy.ts";
import type { Container } from "../download/media/container.ts";
import type { Target } from "../download/output-target.ts";
import type { VideoCache } from "../download/video-cache.ts";
import type { SpendingGate } from "../jobs/cost/spending-gate.ts";
import type { JobStore } from "../jobs/job-store.ts";
import type { PollInterval } from "../jobs/poll-interval.ts";
import type { Provider } from "../jobs/provider.ts";
import type { JobInput } from "../text/job-input.ts";

/** Everything that is decided before anything is paid for. */
export interface Plan {
  readonly jobInput: JobInput;
  readonly provider: Provider;
  /** Of the request; the name under which it is remembered, and its idempotency key. */
  readonly fingerprint: string;
  /** Asked before anything that may cost money; `provider` itself does so too. */
  readonly spendingGate: SpendingGate;
  /** Nothing that may cost more is submitted. */
  readonly maxCostUsd: number | undefined;
  readonly store: JobStore;
  /** A run that nobody can re-run has no use for its video once it is here. */
  readonly invalidateWhenDone: boolean;
  readonly onInterrupt: "keep" | "stop";
  /** Another run may resume the same video, and wait for it. */
  readonly mayBeShared: boolean;
  readonly timeoutMs: number;
  readonly pollInterval: PollInterval;
  readonly wait: boolean;
  readonly onTimeout: "fail" | "detach";
  readonly captions: boolean;
  /** The provider's picture of the video is wanted too. */
  readonly poster: boolean;
  readonly target: Target;
  /** The file format that is asked for; undefined for a video that exists already. */
  readonly format: Container | undefined;
  readonly urlPolicy: UrlPolicy;
  readonly videoCache: VideoCache;
  /** Of the account: what it has left on disk is told from what others have laid there. */
  readonly seal: Seal;
  /** A larger download is refused. */
  readonly maxBytes: number;
}
