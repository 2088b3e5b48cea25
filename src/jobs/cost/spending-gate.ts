import { ShowreelError } from "../../base/errors.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import { withRetries } from "../../base/timing/retry.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Provider } from "../provider.ts";
import { requireBudget } from "./budget.ts";
import type { Estimate } from "./estimate.ts";

/** The conditions for spending money. */
export interface SpendingRules {
  /** Fails with `unauthorized` unless the user who started the run may spend the owner's money. */
  requireTrust(): Promise<void>;
  /** The maximum cost, in US dollars; undefined means no limit. */
  readonly maxCostUsd: number | undefined;
  readonly isDryRun: boolean;
}

/**
 * Approves a run's purchase: a new video with the messages to its agent, or only messages to an existing
 * video. Both approvals fail before anything is sent: with `unauthorized` for an untrusted user, and with
 * `invalid_input` in a dry run or if the cost exceeds `max_cost_usd` or is unknown. The same purchase is
 * checked only once.
 */
export interface SpendingGate {
  /**
   * Estimates the cost of a request. Requests the provider's own estimate, which is better, only if there is
   * a limit.
   */
  estimate(request: VideoRequest): Promise<Estimate>;
  approveVideo(request: VideoRequest): Promise<void>;
  approveMessages(): Promise<void>;
}

/** Creates the gate for one run. `estimate` works offline. */
export function createSpendingGate(
  runtime: Runtime,
  provider: Pick<Provider, "preflight">,
  estimate: (request: VideoRequest) => Promise<Estimate>,
  rules: SpendingRules,
): SpendingGate {
  const estimates = new Map<VideoRequest, Estimate>();
  const approved = new Set<VideoRequest | undefined>();
  const estimateOnce = async (request: VideoRequest): Promise<Estimate> => {
    const known = estimates.get(request);
    if (known) return known;
    const preflight =
      rules.maxCostUsd === undefined
        ? undefined
        : await withRetries(runtime, async () => provider.preflight?.(request));
    const found = preflight?.estimate ?? (await estimate(request));
    estimates.set(request, found);
    return found;
  };
  // Without a request: the messages to an existing video.
  const approve = async (request: VideoRequest | undefined): Promise<void> => {
    if (rules.isDryRun) throw dryRunSpendingError();
    if (!approved.has(request)) {
      await rules.requireTrust();
      if (request) requireBudget(await estimateOnce(request), rules.maxCostUsd, "video");
      // Providers publish no price for a message, and the length of the video to come is unknown.
      else requireBudget({}, rules.maxCostUsd, "message");
      approved.add(request);
    }
    // A cancelled run still waits for what it has started, but starts nothing new.
    if (runtime.signal.aborted) throw interruptedError();
  };
  return { estimate: estimateOnce, approveVideo: approve, approveMessages: () => approve(undefined) };
}

/**
 * Returns the provider with the gate in front of every call that may cost money; a run uses no other
 * provider. Messages are approved together with the video of `request`, or on their own if there is none.
 */
export function withSpendingGate(
  provider: Provider,
  gate: SpendingGate,
  request: VideoRequest | undefined,
): Provider {
  const { reply } = provider;
  return {
    ...provider,
    async submit(submitted, idempotencyKey) {
      await gate.approveVideo(submitted);
      return provider.submit(submitted, idempotencyKey);
    },
    ...(reply && {
      async reply(job, message) {
        await (request ? gate.approveVideo(request) : gate.approveMessages());
        return reply(job, message);
      },
    }),
  };
}

function dryRunSpendingError(): ShowreelError {
  return new ShowreelError("invalid_input", "`dry_run` is true, and this would cost money.", {
    hint: "Remove `dry_run` to go on.",
    settings: ["dry_run"],
    submitted: false,
  });
}
