import { times } from "../../support/jobs/scripted-provider.ts";
import { passIdleTimeouts } from "../../support/network/undici-clock.ts";
import { cutAt, type FaultCase, fails, half, idleTimeoutMs, respond, size, succeeds } from "./fault-case.ts";

const abruptly = (after: number) => ({ cut: { after, abrupt: true } });
const silentAt = (after: number | "nothing") => ({
  ...cutAt(after, "hang"),
  onCut: () => passIdleTimeouts(idleTimeoutMs),
});
// Received bytes that are not on disk yet are lost with the connection.
const oneBuffer = 1024 ** 2;

/** Connections that break, stall, or are very slow. */
export const cuts: readonly FaultCase[] = [
  succeeds("no fault", [], 1),
  succeeds("cut before the headers", [cutAt("nothing")], 2),
  succeeds("cut at 0 %", [cutAt(0)], 2),
  succeeds("cut at 1 %", [cutAt(Math.floor(size / 100))], 2),
  succeeds("cut at 50 %", [cutAt(half)], 2),
  succeeds("cut at 99.9 %", [cutAt(Math.floor(size * 0.999))], 2),
  succeeds("cut one byte before the end", [cutAt(size - 1)], 2),
  succeeds("cut ten times", times(10, cutAt(200_000)), 11, 0, { sleeps: times(10, 1_000) }),
  succeeds("cut abruptly at 50 %", [abruptly(half)], 2, oneBuffer),
  succeeds("reset at 50 %", [cutAt(half, "reset")], 2),
  succeeds("reset before the headers", [cutAt("nothing", "reset")], 2),
  succeeds("half-closed at 50 %", [cutAt(half, "half-close")], 2),
  succeeds("half-closed before the headers", [cutAt("nothing", "half-close")], 2),
  succeeds("silent at 50 %", [silentAt(half)], 2),
  succeeds("silent before the headers", [silentAt("nothing")], 2),
  succeeds("cut at 50 %, then HTTP 503", [cutAt(half), respond(503)], 3, 0, { sleeps: [1_000, 2_000] }),
  fails("cut every time before the headers", times(20, cutAt("nothing")), 8, "network_error"),
  fails("cut every time at 0 %", times(20, cutAt(0)), 8, "network_error"),
  fails("reset every time", times(20, cutAt("nothing", "reset")), 8, "network_error"),
  succeeds("stalled", ({ advance }) => [{ drip: { bytes: 1_000, pause: () => advance(10_000) } }], 2, 20_000),
  succeeds(
    "slow, but not stalled",
    ({ advance }) => [{ drip: { bytes: 30_000, pause: () => advance(20_000) } }],
    1,
  ),
];
