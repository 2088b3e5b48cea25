import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { type EndlessCase, endlessCases } from "../support/endless-cases.ts";
import {
  type Attack,
  attacks,
  floods,
  leadAstray,
  outlast,
  startEndlessHost,
} from "../support/endless-host.ts";
import { startFakeHeygen } from "../support/fake-heygen.ts";
import { startFakeHeygenV2 } from "../support/fake-heygen-v2.ts";
import { startFakeReelbot } from "../support/fake-reelbot.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";

const fakes = { heygen: startFakeHeygen, heygen_v2: startFakeHeygenV2, reelbot: startFakeReelbot };
const everyAttack = [...Object.keys(attacks), ...Object.keys(floods)] as Attack[];

const stepMs = 5_000;

/** The longest that a request may last, and what comes of it, in milliseconds. */
function mostMs({ uploads = 0, repeats = 1 }: EndlessCase): number {
  return repeats * 120_000 + uploads / 100 + 10_000 + stepMs;
}

async function meet({ plugin, route, work, says }: EndlessCase, attack: Attack) {
  await using fake = await fakes[plugin.name as keyof typeof fakes](says);
  await using host = await startEndlessHost(attack);
  const clock = createFakeRuntime();
  const runtime = leadAstray(clock, route, host);
  const connection = { runtime, apiKey: "test-key", baseUrl: new URL(fake.url) };
  const provider = await plugin.open(connection);
  const end = await outlast(clock, host, work(provider, connection), stepMs);
  await provider.close?.();
  return { ...end, held: host.count() };
}

describe.each(everyAttack)("where a host %s", (attack) => {
  const cases = endlessCases.filter(({ uploads }) => attack !== "reads nothing" || uploads !== undefined);

  test.each(cases.map((one) => [one.name, one] as const))(
    "%s ends in time",
    async (_, one) => {
      const { error, tookMs, held } = await meet(one, attack);
      expect(held).toBeGreaterThan(0);
      expect(error).toBeInstanceOf(ShowreelError);
      expect(error).toMatchObject(one.submits ? { outcomeUnknown: true } : { retryable: true });
      expect(tookMs).toBeLessThanOrEqual(mostMs(one));
    },
    120_000,
  );
});
