import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import {
  advanceUntilDone,
  floods,
  type HostBehavior,
  redirectRoute,
  stalls,
  startHangingHost,
} from "../support/network/hanging-host.ts";
import { startFakeHeygenV2 } from "../support/providers/fake-heygen-v2.ts";
import { startFakeReelbot } from "../support/providers/fake-reelbot.ts";
import { type HangingRequestCase, hangingRequestCases } from "../support/providers/hanging-request-cases.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

const fakes = { heygen: startFakeHeygen, heygen_v2: startFakeHeygenV2, reelbot: startFakeReelbot };
const everyAttack = [...Object.keys(stalls), ...Object.keys(floods)] as HostBehavior[];

const stepMs = 5_000;

/** Returns the longest time that a request and its retries may take, in milliseconds. */
function mostMs({ uploads = 0, attempts = 1 }: HangingRequestCase): number {
  return attempts * 120_000 + uploads / 100 + 10_000 + stepMs;
}

async function runAgainst({ plugin, route, work, fakeOptions }: HangingRequestCase, attack: HostBehavior) {
  await using fake = await fakes[plugin.name as keyof typeof fakes](fakeOptions);
  await using host = await startHangingHost(attack);
  const clock = createFakeRuntime();
  const runtime = redirectRoute(clock, route, host);
  const connection = { runtime, apiKey: "test-key", baseUrl: new URL(fake.url) };
  const provider = await plugin.open(connection);
  const end = await advanceUntilDone(clock, host, work(provider, connection), stepMs);
  await provider.close?.();
  return { ...end, held: host.count() };
}

describe.each(everyAttack)("a host that %s", (attack) => {
  const cases = hangingRequestCases.filter(
    ({ uploads }) => attack !== "never reads the request" || uploads !== undefined,
  );

  test.each(cases.map((one) => [one.name, one] as const))(
    "does not block %s beyond its time limit",
    async (_, one) => {
      const { error, tookMs, held } = await runAgainst(one, attack);
      expect(held).toBeGreaterThan(0);
      expect(error).toBeInstanceOf(ShowreelError);
      expect(error).toMatchObject(one.submits ? { outcomeUnknown: true } : { retryable: true });
      expect(tookMs).toBeLessThanOrEqual(mostMs(one));
    },
    120_000,
  );
});
