import type { Seal } from "../base/seal.ts";
import type { UrlPolicy } from "../download/connect/url-policy.ts";
import type { Container } from "../download/media/container.ts";
import type { Target } from "../download/target.ts";
import type { KeptVideos } from "../download/video-cache.ts";
import type { Spending } from "../jobs/cost/spending-gate.ts";
import type { JobStore } from "../jobs/job-store.ts";
import type { PollPace } from "../jobs/poll-pace.ts";
import type { Provider } from "../jobs/provider.ts";
import type { Wanted } from "../text/job-input.ts";

/** Everything that is decided before anything is paid for. */
export interface Plan {
  readonly wanted: Wanted;
  readonly provider: Provider;
  /** Of the request; the name under which it is remembered, and its idempotency key. */
  readonly fingerprint: string;
  /** Asked before anything that may cost money; `provider` itself does so too. */
  readonly spending: Spending;
  /** Nothing that may cost more is submitted. */
  readonly maxCostUsd: number | undefined;
  readonly store: JobStore;
  /** A run that nobody can re-run has no use for its video once it is here. */
  readonly forgetWhenDone: boolean;
  readonly onInterrupt: "keep" | "stop";
  /** Another run may resume the same video, and wait for it. */
  readonly mayBeShared: boolean;
  readonly timeoutMs: number;
  readonly pace: PollPace;
  readonly wait: boolean;
  readonly onTimeout: "fail" | "detach";
  readonly captions: boolean;
  /** The provider's picture of the video is wanted too. */
  readonly poster: boolean;
  readonly target: Target;
  /** The file format that is asked for; undefined for a video that exists already. */
  readonly format: Container | undefined;
  readonly policy: UrlPolicy;
  readonly kept: KeptVideos;
  /** Of the account: what it has left on disk is told from what others have laid there. */
  readonly seal: Seal;
  /** A larger download is refused. */
  readonly maxBytes: number;
}
