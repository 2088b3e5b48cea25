import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../../src/base/errors.ts";
import type { Preflight } from "../../../src/jobs/cost/preflight.ts";
import {
  createSpendingGate,
  type SpendingRules,
  withSpendingGate,
} from "../../../src/jobs/cost/spending-gate.ts";
import type { Provider } from "../../../src/jobs/provider.ts";
import { failureOf } from "../../support/failure-of.ts";
import { createFakeRuntime } from "../../support/fake-runtime.ts";
import { createScriptedProvider, job } from "../../support/scripted-provider.ts";
import { createVideoRequest } from "../../support/video-request.ts";

const request = createVideoRequest();
const free: SpendingRules = { requireTrust: async () => {}, maxCostUsd: undefined, isDryRun: false };

/** The gate, the provider behind it, and what has got through. */
function open(rules: Partial<SpendingRules>, check?: Partial<Preflight>) {
  const runtime = createFakeRuntime();
  const acts: string[] = [];
  const scripted = createScriptedProvider(runtime, { submits: [job] });
  const provider: Provider = {
    ...scripted,
    submit: async () => {
      acts.push("submit");
      return job;
    },
    reply: async (_, { text }) => {
      acts.push(`reply ${text}`);
    },
    async preflight() {
      acts.push("check");
      return { rows: [], warnings: [], estimate: { usd: 1 }, ...check };
    },
  };
  const counted = {
    ...free,
    ...rules,
    requireTrust: async () => {
      acts.push("trust");
      await rules.requireTrust?.();
    },
  };
  const spending = createSpendingGate(runtime, provider, () => ({ usd: 2 }), counted);
  const guarded = withSpendingGate(provider, spending, "messages");
  return { runtime, acts, spending, provider: guarded };
}

const untrusted = async () => {
  throw new ShowreelError("unauthorized", "No.");
};
const act = {
  "a submit": (provider: Provider) => provider.submit(request, "key"),
  "a message": async (provider: Provider) => provider.reply?.(job, { text: "Yes.", position: 0 }),
};

describe.each(Object.entries(act))("%s", (name, work) => {
  test("passes where nothing speaks against it, without asking for its price", async () => {
    const { provider, acts } = open({});
    await work(provider);
    await work(provider);
    const done = name === "a submit" ? "submit" : "reply Yes.";
    expect(acts).toEqual(["trust", done, done]);
  });

  test.each<[string, Partial<SpendingRules>, string]>([
    ["of an untrusted user", { requireTrust: untrusted }, "unauthorized"],
    ["above the limit", { maxCostUsd: 0.5 }, "invalid_input"],
    ["in a dry run", { isDryRun: true }, "invalid_input"],
  ])("%s does not reach the provider", async (_, rules, code) => {
    const { provider, acts } = open(rules);
    expect((await failureOf(() => work(provider))).code).toBe(code);
    expect(acts.filter((done) => done !== "trust" && done !== "check")).toEqual([]);
  });

  test("of a cancelled run does not reach the provider, not even when it was approved before", async () => {
    const { provider, acts, runtime } = open({});
    await work(provider);
    const before = acts.length;
    runtime.interrupt();
    expect((await failureOf(() => work(provider))).code).toBe("interrupted");
    expect(acts).toHaveLength(before);
  });

  test("that was refused once is asked for again", async () => {
    let isTrusted = false;
    const requireTrust = async () => (isTrusted ? undefined : untrusted());
    const { provider } = open({ requireTrust });
    await failureOf(() => work(provider));
    isTrusted = true;
    await work(provider);
  });
});

test("the price of a request is the provider's where there is a limit, and is asked once", async () => {
  const { spending, acts } = open({ maxCostUsd: 1 });
  expect(await spending.estimate(request)).toEqual({ usd: 1 });
  await spending.approve(request);
  expect(acts).toEqual(["check", "trust"]);
  expect(await open({}).spending.estimate(request)).toEqual({ usd: 2 });
});

test("no limit is high enough for what nobody knows the price of, and the reason is told", async () => {
  const estimate = { unknownReason: 'the prompt speaks of "hours"' };
  const { spending } = open({ maxCostUsd: 1_000_000 }, { estimate });
  const { message, hint } = await failureOf(() => spending.approve(request));
  expect(message).toBe(
    '`max_cost_usd` is 1000000, and the cost of the video is unknown: the prompt speaks of "hours".',
  );
  expect(hint).toContain("`length`");
  const { message: refused, hint: advice } = await failureOf(() => spending.approve("messages"));
  expect(refused).toBe("`max_cost_usd` is 1000000, and the cost of the message is unknown.");
  expect(advice).toContain("Nothing was sent.");
});

test("a provider that takes no messages takes none through the gate either", () => {
  const runtime = createFakeRuntime();
  const provider = createScriptedProvider(runtime, {});
  const spending = createSpendingGate(runtime, provider, () => ({}), free);
  expect("reply" in withSpendingGate(provider, spending, request)).toBe(false);
});
