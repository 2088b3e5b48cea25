import { plainText } from "../../../base/text/plain-text.ts";
import { type Estimate, formatUsd } from "../../../jobs/cost/estimate.ts";
import type { Account } from "../catalog/api.ts";

/**
 * Describes the account's billing type and balance, without its name and address, because many people can
 * read logs.
 */
export function describeAccount({ billing_type, wallet, subscription, usage_based }: Account): string {
  if (wallet) return `wallet, ${describeWallet(wallet)}`;
  if (subscription) return `subscription (${plainText(subscription.plan ?? "unknown plan", 40)})`;
  if (usage_based) {
    const left = leftBelowCap(usage_based);
    return left === undefined ? "usage-based" : `usage-based, ${formatUsd(left)} left below the spending cap`;
  }
  return plainText(billing_type ?? "unknown", 40);
}

/** Returns a warning if the balance may be too low for the expected cost. */
export function lowBalanceWarnings(account: Account, { atMostUsd = 0 }: Estimate): string[] {
  const left = leftUsd(account);
  if (left === undefined || (left > 0 && left >= atMostUsd)) return [];
  const cost = atMostUsd > 0 ? `, and the video may cost up to ${formatUsd(atMostUsd)}` : "";
  return [
    `The account has ${formatUsd(left)} left${cost}. ` +
      "Top up the API wallet: app.heygen.com/settings?nav=API. Credits of a web plan don't count.",
  ];
}

type Wallet = NonNullable<Account["wallet"]>;

function describeWallet({ currency, remaining_balance, auto_reload }: Wallet): string {
  if (remaining_balance == null) return "balance unknown";
  const isUsd = currency?.toLowerCase() === "usd";
  const balance = isUsd
    ? formatUsd(remaining_balance)
    : `${remaining_balance} ${plainText(currency ?? "", 20)}`;
  return auto_reload?.enabled ? `${balance}, reloaded automatically` : balance;
}

// Credits have no public price, and a wallet with automatic reload doesn't run out.
function leftUsd({ wallet, usage_based }: Account): number | undefined {
  if (wallet?.currency?.toLowerCase() === "usd" && !wallet.auto_reload?.enabled) {
    return wallet.remaining_balance ?? undefined;
  }
  return usage_based ? leftBelowCap(usage_based) : undefined;
}

function leftBelowCap({ spending_cap_usd, spending_current_usd }: NonNullable<Account["usage_based"]>) {
  return spending_cap_usd == null ? undefined : spending_cap_usd - (spending_current_usd ?? 0);
}
