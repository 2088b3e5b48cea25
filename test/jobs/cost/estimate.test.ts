import { expect, test } from "vitest";
import { formatCost, formatCostOfLength, formatWait, logEstimate } from "../../../src/jobs/cost/estimate.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const minute = 60_000;

test.each([
  [{}, "unknown"],
  [{ usd: 0 }, "nothing"],
  [{ usd: 1.5 }, "1.50 USD"],
  [{ usd: 1.5, atMostUsd: 2.61 }, "about 1.50 USD, up to 2.61 USD"],
])("the cost of %j is shown as %j", (estimate, shown) => {
  expect(formatCost(estimate)).toBe(shown);
});

test.each([
  [undefined, undefined],
  [[0.02, 0.02], "about 1.20 USD"],
  [[0.02, 0.04], "1.20 USD to 2.40 USD"],
] as const)("with a price of %j USD per second, one minute costs %j", (usdPerSecond, shown) => {
  expect(formatCostOfLength({ usdPerSecond }, 60)).toBe(shown);
});

test.each([
  [[20, 45], "20 min to 45 min"],
  [[5, 5], "about 5 min"],
] as const)("a wait of %j minutes is shown as %j", (minutes, shown) => {
  expect(formatWait(minutes)).toBe(shown);
});

test.each([
  ["is shorter than the expected wait", { timeoutMs: 10 * minute, wait: true }, true],
  ["covers the expected wait", { timeoutMs: 45 * minute, wait: true }, false],
  ["does not apply (`wait: false`)", { timeoutMs: 10 * minute, wait: false }, false],
])("the log mentions `timeout_minutes` only if it is too short: it %s", (_, settings, isMentioned) => {
  const runtime = createFakeRuntime();
  logEstimate(runtime, { seconds: 45, waitMinutes: [20, 45] }, settings);
  expect(runtime.lines).toEqual([
    "info: Expected: length about 45 s, cost unknown, wait 20 min to 45 min.",
    ...(isMentioned ? [expect.stringContaining("(`timeout_minutes`), which may not be long enough.")] : []),
  ]);
});
