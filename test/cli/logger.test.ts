import { describe, expect, test } from "vitest";
import { createSecrets } from "../../src/base/secrets/secrets.ts";
import { createCliLogger } from "../../src/cli/logger.ts";

/** Logs the progress of a download once per second for so many seconds, and then one line of info. */
function logDownload(
  sink: { readonly isTTY?: boolean; readonly columns?: number },
  seconds: number,
  everyMs?: number,
) {
  let [now, printed] = [0, ""];
  const log = createCliLogger({ ...sink, write: (text) => (printed += text) }, () => now, createSecrets());
  for (let second = 0; second < seconds; second += 1) {
    now = second * 1_000;
    log.progress("downloading", `${second} MB`, everyMs);
  }
  log.info("Done.");
  return printed;
}

describe("a pipe", () => {
  test("gets a line of progress per interval that the caller sets", () => {
    const lines = [0, 10, 20].map((second) => `downloading (${second} MB)\n`);
    expect(logDownload({}, 25, 10_000)).toBe([...lines, "Done.\n"].join(""));
  });

  test("gets a line of progress once per minute by default", () => {
    expect(logDownload({}, 100)).toBe("downloading (0 MB)\ndownloading (60 MB)\nDone.\n");
  });
});

describe("a terminal", () => {
  const erase = "\r\u001b[2K";

  test("shows progress in one live line, which is erased before the next message", () => {
    const live = [0, 1, 2].map((second) => `${erase}downloading (${second} MB)`).join("");
    expect(logDownload({ isTTY: true, columns: 80 }, 3, 10_000)).toBe(`${live}${erase}Done.\n`);
  });

  test("shows a live line shortened to the width of the terminal", () => {
    const [first = ""] = logDownload({ isTTY: true, columns: 12 }, 1).slice(erase.length).split(erase);
    expect(first).toBe("downloadin…");
  });
});
