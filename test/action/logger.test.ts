import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createActionLogger } from "../../src/action/logger.ts";

let printed: string[];

beforeEach(() => {
  printed = [];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
});

afterEach(() => {
  vi.restoreAllMocks();
});

/** Tells the progress of a download each second for so long. */
function download(seconds: number, everyMs?: number): string[] {
  let now = 0;
  const log = createActionLogger(() => now);
  for (let second = 0; second < seconds; second += 1) {
    now = second * 1_000;
    log.progress("downloading", `${second} MB`, everyMs);
  }
  return printed.map((line) => line.trimEnd());
}

test("a job's log gets a line of progress as often as the work asks for", () => {
  expect(download(25, 10_000)).toEqual([0, 10, 20].map((second) => `downloading (${second} MB)`));
});

test("a job's log gets a line of progress once a minute when the work does not say", () => {
  expect(download(100)).toEqual(["downloading (0 MB)", "downloading (60 MB)"]);
});
