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

/** Reports the progress of a download once per second, and returns the lines of the log. */
function logDownload(seconds: number, everyMs?: number): string[] {
  let now = 0;
  const log = createActionLogger(() => now);
  for (let second = 0; second < seconds; second += 1) {
    now = second * 1_000;
    log.progress("downloading", `${second} MB`, everyMs);
  }
  return printed.map((line) => line.trimEnd());
}

test("the log shows progress at the given interval", () => {
  expect(logDownload(25, 10_000)).toEqual([0, 10, 20].map((second) => `downloading (${second} MB)`));
});

test("the log shows progress once per minute by default", () => {
  expect(logDownload(100)).toEqual(["downloading (0 MB)", "downloading (60 MB)"]);
});
