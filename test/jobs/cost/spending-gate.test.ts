import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import type { Preflight } from "../../../src/jobs/cost/preflight.ts";
import {
  createSpendingGate,
  type SpendingRules,
  withSpendingGate,
} from "../../../src/jobs/cost/spending-gate.ts";
import type { Provider } from "../../../src/jobs/provider.ts";
import { createScriptedProvider, job } from "../../support/jobs/scripted-provider.ts";
import { createVideoRequest } from "../../support/jobs/video-request.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const request = createVideoRequest();
const permissive: SpendingRules = { requireTrust: async () => {}, maxCostUsd: undefined, isDryRun: false };

/** A gate and the provider behind it; `calls` lists the checks and the provider's calls in their order. */
function createGate(rules: Partial<SpendingRules>, preflight?: Partial<Preflight>) {
  const runtime = createFakeRuntime();
  const calls: string[] = [];
  const scripted = createScriptedProvider(runtime, { submits: [job] });
  const provider: Provider = {
    ...scripted,
    submit: async () => {
      calls.push("submit");
      return job;
    },
    reply: async (_, { text }) => {
      calls.push(`reply ${text}`);
    },
    async preflight() {
      calls.push("preflight");
      return { rows: [], warnings: [], estimate: { usd: 1 }, ...preflight };
    },
  };
  const loggedRules = {
    ...permissive,
    ...rules,
    requireTrust: async () => {
      calls.push("trust");
      await rules.requireTrust?.();
    },
  };
  const gate = createSpendingGate(runtime, provider, async () => ({ usd: 2 }), loggedRules);
  return { runtime, calls, gate, provider: withSpendingGate(provider, gate, undefined) };
}

const rejectUser = async () => {
  throw new ShowreelError("unauthorized", "No.");
};
const paidCalls = {
  "a submit": (provider: Provider) => provider.submit(request, "key"),
  "a message": async (provider: Provider) => provider.reply?.(job, { text: "Yes.", position: 0 }),
};

describe.each(Object.entries(paidCalls))("%s", (name, call) => {
  test("reaches the provider without a preflight when no rule forbids it", async () => {
    const { provider, calls } = createGate({});
    await call(provider);
    await call(provider);
    const sent = name === "a submit" ? "submit" : "reply Yes.";
    expect(calls).toEqual(["trust", sent, sent]);
  });

  test.each<[string, Partial<SpendingRules>, string]>([
    ["by an untrusted user", { requireTrust: rejectUser }, "unauthorized"],
    ["above `max_cost_usd`", { maxCostUsd: 0.5 }, "invalid_input"],
    ["in a dry run", { isDryRun: true }, "invalid_input"],
  ])("%s is rejected before it reaches the provider", async (_, rules, code) => {
    const { provider, calls } = createGate(rules);
    expect((await failureOf(() => call(provider))).code).toBe(code);
    expect(calls.filter((call) => call !== "trust" && call !== "preflight")).toEqual([]);
  });

  test("in a cancelled run is rejected, even if it was approved before", async () => {
    const { provider, calls, runtime } = createGate({});
    await call(provider);
    const before = calls.length;
    runtime.interrupt();
    expect((await failureOf(() => call(provider))).code).toBe("interrupted");
    expect(calls).toHaveLength(before);
  });

  test("that was rejected once is checked again", async () => {
    let isTrusted = false;
    const requireTrust = async () => (isTrusted ? undefined : rejectUser());
    const { provider } = createGate({ requireTrust });
    await failureOf(() => call(provider));
    isTrusted = true;
    await call(provider);
  });
});

test("with a limit, the estimate comes from one preflight at the provider", async () => {
  const { gate, calls } = createGate({ maxCostUsd: 1 });
  expect(await gate.estimate(request)).toEqual({ usd: 1 });
  await gate.approveVideo(request);
  expect(calls).toEqual(["preflight", "trust"]);
  expect(await createGate({}).gate.estimate(request)).toEqual({ usd: 2 });
});

test("an unknown cost exceeds every limit, and the error says why it is unknown", async () => {
  const estimate = { unknownReason: 'the prompt speaks of "hours"' };
  const { gate } = createGate({ maxCostUsd: 1_000_000 }, { estimate });
  const { message, hint } = await failureOf(() => gate.approveVideo(request));
  expect(message).toBe(
    '`max_cost_usd` is 1000000, and the cost of the video is unknown: the prompt speaks of "hours".',
  );
  expect(hint).toContain("`length`");
  const messages = await failureOf(() => gate.approveMessages());
  expect(messages.message).toBe("`max_cost_usd` is 1000000, and the cost of the message is unknown.");
  expect(messages.hint).toContain("Nothing was sent.");
});

test("a provider without `reply` has none behind the gate either", () => {
  const runtime = createFakeRuntime();
  const provider = createScriptedProvider(runtime, {});
  const gate = createSpendingGate(runtime, provider, async () => ({}), permissive);
  expect("reply" in withSpendingGate(provider, gate, request)).toBe(false);
});
