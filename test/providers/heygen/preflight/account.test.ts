import { describe, expect, test } from "vitest";
import { runPreflight } from "../../../support/heygen/run-preflight.ts";
import { createVideoRequest } from "../../../support/jobs/video-request.ts";

describe("the account", () => {
  const wallet = (fields: object) => ({ wallet: { currency: "usd", auto_reload: null, ...fields } });
  const capped = {
    included_credits: null,
    remaining_credits: null,
    spending_cap_usd: 10,
    spending_current_usd: 9,
  };

  test.each<[words: string, account: object, warns: boolean]>([
    ["wallet, 0.50 USD", wallet({ remaining_balance: 0.5 }), true],
    ["wallet, 0.00 USD", wallet({ remaining_balance: 0 }), true],
    ["wallet, 2.61 USD", wallet({ remaining_balance: 2.61 }), false],
    ["wallet, balance unknown", wallet({ remaining_balance: null }), false],
    ["wallet, 7 credits", wallet({ currency: "credits", remaining_balance: 7 }), false],
    [
      "wallet, 0.50 USD, reloaded automatically",
      wallet({ remaining_balance: 0.5, auto_reload: { enabled: true } }),
      false,
    ],
    ["subscription (pro)", { wallet: null, subscription: { plan: "pro", credits: {} } }, false],
    ["usage-based, 1.00 USD left below the spending cap", { wallet: null, usage_based: capped }, true],
    ["usage-based", { wallet: null, usage_based: { ...capped, spending_cap_usd: null } }, false],
    ["wallet", { wallet: null }, false],
  ])("is shown as %j", async (words, account, warns) => {
    const found = await runPreflight(createVideoRequest(), { account });
    expect(found.rows).toEqual([["Account", words]]);
    expect(found.warnings?.map((warning) => /may cost up to 2\.61 USD\. Top up/.test(warning))).toEqual(
      warns ? [true] : [],
    );
  });

  test("is shown without the user's name and email address", async () => {
    const { rows, warnings } = await runPreflight(createVideoRequest());
    expect(JSON.stringify([rows, warnings])).not.toMatch(/acct|example\.com/);
  });
});
