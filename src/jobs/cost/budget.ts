import { ShowreelError } from "../../base/errors.ts";
import { type Estimate, formatCost } from "./preflight.ts";

const budgetHints = {
  video:
    "Say how long a prompt's video is to be with `length`, in seconds, or raise or remove `max_cost_usd`. Nothing was submitted.",
  message: "Answer the agent at the provider, or remove `max_cost_usd`. Nothing was sent.",
};

/** Fails with `invalid_input` when the video or the message may cost more than the user wants to pay, or when the cost is unknown. */
export function requireBudget(
  estimate: Estimate,
  maxUsd: number | undefined,
  what: keyof typeof budgetHints,
): void {
  if (maxUsd === undefined) return;
  const { usd, atMostUsd = usd, unknownReason } = estimate;
  // As the user sees it: 2.501 USD are shown as 2.50.
  if (atMostUsd !== undefined && Number(atMostUsd.toFixed(2)) <= maxUsd) return;
  const cost =
    usd === undefined
      ? `the cost of the ${what} is unknown${unknownReason ? `: ${unknownReason}` : ""}`
      : `the ${what} costs ${formatCost(estimate)}`;
  throw new ShowreelError("invalid_input", `\`max_cost_usd\` is ${maxUsd}, and ${cost}.`, {
    hint: budgetHints[what],
  });
}
