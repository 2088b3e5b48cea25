import { ShowreelError } from "../../base/errors.ts";
import { type Estimate, formatCost } from "./estimate.ts";

const budgetErrorDetails = {
  video: {
    hint: "Set `length` to the length of the prompt's video in seconds, or raise or remove `max_cost_usd`.",
    submitted: false,
  },
  message: { hint: "Answer the agent at the provider, or remove `max_cost_usd`. Nothing was sent." },
} as const;

/** Fails with `invalid_input` if the cost of the video or the message may exceed `maxUsd`, or is unknown. */
export function requireBudget(
  estimate: Estimate,
  maxUsd: number | undefined,
  purchase: keyof typeof budgetErrorDetails,
): void {
  if (maxUsd === undefined) return;
  const { usd, atMostUsd = usd, unknownReason } = estimate;
  // Compares the rounded amount that the user sees: 2.501 USD is shown as 2.50 USD.
  if (atMostUsd !== undefined && Number(atMostUsd.toFixed(2)) <= maxUsd) return;
  const cost =
    usd === undefined
      ? `the cost of the ${purchase} is unknown${unknownReason ? `: ${unknownReason}` : ""}`
      : `the ${purchase} costs ${formatCost(estimate)}`;
  throw new ShowreelError("invalid_input", `\`max_cost_usd\` is ${maxUsd}, and ${cost}.`, {
    settings: ["max_cost_usd"],
    ...budgetErrorDetails[purchase],
  });
}
