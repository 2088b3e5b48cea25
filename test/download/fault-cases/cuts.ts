import { shortRest } from "../../support/faulty-host.ts";
import { times } from "../../support/scripted-provider.ts";
import { cutAt, type FaultCase, fails, half, saying, size, whole } from "./fault-case.ts";

const abruptly = (after: number) => ({ cut: { after, abrupt: true } });
// What has come but is not on disk yet goes down with the connection.
const oneBuffer = 1024 ** 2;

/** Connections that end before their time, or bring next to nothing. */
export const cuts: readonly FaultCase[] = [
  whole("no fault", [], 1),
  whole("cut before the headers", [cutAt("nothing")], 2),
  whole("cut at 0 %", [cutAt(0)], 2),
  whole("cut at 1 %", [cutAt(Math.floor(size / 100))], 2),
  whole("cut at 50 %", [cutAt(half)], 2),
  whole("cut at 99.9 %", [cutAt(Math.floor(size * 0.999))], 2),
  whole("cut one byte before the end", [cutAt(size - 1)], 2),
  whole("cut ten times", times(10, cutAt(200_000)), 11, 0, { sleeps: times(10, 1_000) }),
  whole("cut abruptly at 50 %", [abruptly(half)], 2, oneBuffer),
  whole("reset at 50 %", [cutAt(half, "reset")], 2),
  whole("reset before the headers", [cutAt("nothing", "reset")], 2),
  whole("half-closed at 50 %", [cutAt(half, "half-close")], 2),
  whole("half-closed before the headers", [cutAt("nothing", "half-close")], 2),
  whole("silent at 50 %", [cutAt(half, "hang")], 2),
  whole("silent before the headers", [cutAt("nothing", "hang")], 2),
  whole("refused in the middle", [cutAt(half), saying(503)], 3, 0, { sleeps: [1_000, 2_000] }),
  fails("cut for ever before the headers", times(20, cutAt("nothing")), 8, "network_error"),
  fails("cut for ever at 0 %", times(20, cutAt(0)), 8, "network_error"),
  fails("reset for ever", times(20, cutAt("nothing", "reset")), 8, "network_error"),
  whole(
    "dripping",
    ({ advance }) => [{ drip: { bytes: 1_000, rest: () => shortRest().then(() => advance(10_000)) } }],
    2,
    20_000,
  ),
  whole(
    "slow, but not stuck",
    ({ advance }) => [{ drip: { bytes: 30_000, rest: () => shortRest().then(() => advance(20_000)) } }],
    1,
  ),
];
