import { EventEmitter } from "node:events";
import { describe, expect, test } from "vitest";
import { abortOnStopSignals } from "../../../src/base/process/interruption.ts";

function createProcess() {
  const exits: number[] = [];
  return Object.assign(new EventEmitter(), { exits, exit: (status: number) => void exits.push(status) });
}

describe.each(["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"])("%s", (name) => {
  test("interrupts the run the first time and does not end the process", () => {
    const process = createProcess();
    const { signal } = abortOnStopSignals(process);
    expect(signal.aborted).toBe(false);
    process.emit(name);
    expect(signal.aborted).toBe(true);
    expect(process.exits).toEqual([]);
  });

  test.each(["SIGINT", "SIGTERM"])("ends the process at once after an earlier %s", (earlier) => {
    const process = createProcess();
    abortOnStopSignals(process);
    process.emit(earlier);
    process.emit(name);
    expect(process.exits).toEqual([130]);
  });
});

test("ignores other signals", () => {
  const process = createProcess();
  const { signal } = abortOnStopSignals(process);
  process.emit("SIGUSR1");
  process.emit("SIGWINCH");
  expect(signal.aborted).toBe(false);
});
