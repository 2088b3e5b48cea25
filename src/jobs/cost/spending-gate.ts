import { ShowreelError } from "../../base/errors.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import { withRetries } from "../../base/timing/retry.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Provider } from "../provider.ts";
import { requireBudget } from "./budget.ts";
import type { Estimate } from "./preflight.ts";

/** What has to be so before money is spent. */
export interface SpendingRules {
  /** Fails with `unauthorized` unless whoever started the run may spend the owner's money. */
  requireTrust(): Promise<void>;
  /** In US dollars; undefined for no limit. */
  readonly maxCostUsd: number | undefined;
  readonly isDryRun: boolean;
}

/** A run's one purchase: a new video with the messages for its agent, or messages alone to a video that exists. */
export type Purchase = VideoRequest | "messages";

/** Asks for leave before money is spent. */
export interface SpendingGate {
  /** What the purchase is expected to cost. The provider, which knows better, is asked only where there is a limit. */
  estimate(purchase: Purchase): Promise<Estimate>;
  /**
   * Fails before anything is sent: with `unauthorized` for an untrusted user, with `invalid_input` in a dry run and where the
   * cost is above `max_cost_usd` or unknown. What was approved once is not asked for again.
   */
  approve(purchase: Purchase): Promise<void>;
}

/** The gate for one run. `estimate` is for requests and asks nobody. */
export function createSpendingGate(
  runtime: Runtime,
  provider: Pick<Provider, "preflight">,
  estimate: (request: VideoRequest) => Estimate,
  rules: SpendingRules,
): SpendingGate {
  const estimates = new Map<Purchase, Estimate>();
  const approved = new Set<Purchase>();
  const find = async (purchase: Purchase): Promise<Estimate> => {
    // No price of a message is published, and nobody knows how long the video was going to be.
    if (purchase === "messages") return {};
    const checked =
      rules.maxCostUsd === undefined
        ? undefined
        : await withRetries(runtime, async () => provider.preflight?.(purchase));
    return checked?.estimate ?? estimate(purchase);
  };
  const known = async (purchase: Purchase): Promise<Estimate> => {
    const found = estimates.get(purchase) ?? (await find(purchase));
    estimates.set(purchase, found);
    return found;
  };
  return {
    estimate: known,
    async approve(purchase) {
      if (rules.isDryRun) throw dryRunSpendingError();
      if (!approved.has(purchase)) {
        await rules.requireTrust();
        requireBudget(await known(purchase), rules.maxCostUsd, purchase === "messages" ? "message" : "video");
        approved.add(purchase);
      }
      // What is begun is waited for also in a cancelled run, but nothing is begun there.
      if (runtime.signal.aborted) throw interruptedError();
    },
  };
}

/** The provider with the gate in front of everything that may cost money. A run has no other one. */
export function withSpendingGate(provider: Provider, spending: SpendingGate, purchase: Purchase): Provider {
  const { reply } = provider;
  return {
    ...provider,
    async submit(request, idempotencyKey) {
      await spending.approve(request);
      return provider.submit(request, idempotencyKey);
    },
    ...(reply && {
      async reply(job, message) {
        await spending.approve(purchase);
        return reply(job, message);
      },
    }),
  };
}

function dryRunSpendingError(): ShowreelError {
  return new ShowreelError("invalid_input", "`dry_run` is true, and this would cost money.", {
    hint: "Remove `dry_run` to go on. Nothing was submitted.",
  });
}
