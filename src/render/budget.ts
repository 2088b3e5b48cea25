import { ShowreelError } from "../base/errors.ts";
import { costInWords, type Estimate } from "./check.ts";

/** Fails with `invalid_input` when the video may cost more than the user wants to pay, or nobody can tell. */
export function requireBudget(estimate: Estimate, maxUsd: number | undefined): void {
  if (maxUsd === undefined) return;
  const { usd, atMostUsd = usd } = estimate;
  // As the user sees it: 2.501 USD are shown as 2.50.
  if (atMostUsd !== undefined && Number(atMostUsd.toFixed(2)) <= maxUsd) return;
  const cost =
    usd === undefined
      ? "nobody can tell what the video will cost"
      : `the video costs ${costInWords(estimate)}`;
  throw new ShowreelError("invalid_input", `\`max_cost_usd\` is ${maxUsd}, and ${cost}.`, {
    hint: "Raise or remove `max_cost_usd`, or ask for a shorter video. Nothing was submitted.",
  });
}
