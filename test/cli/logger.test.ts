import { describe, expect, test } from "vitest";
import { createSecrets } from "../../src/base/secrets/secrets.ts";
import { createCliLogger } from "../../src/cli/logger.ts";

/** A download that tells its progress each second for so long, with other words after it. */
function download(
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
  test("gets a line of progress as often as the work asks for", () => {
    const lines = [0, 10, 20].map((second) => `downloading (${second} MB)\n`);
    expect(download({}, 25, 10_000)).toBe([...lines, "Done.\n"].join(""));
  });

  test("gets a line of progress once a minute when the work does not say", () => {
    expect(download({}, 100)).toBe("downloading (0 MB)\ndownloading (60 MB)\nDone.\n");
  });
});

describe("a terminal", () => {
  const erase = "\r\u001b[2K";

  test("shows every step in one live line, which goes when the next words come", () => {
    const live = [0, 1, 2].map((second) => `${erase}downloading (${second} MB)`).join("");
    expect(download({ isTTY: true, columns: 80 }, 3, 10_000)).toBe(`${live}${erase}Done.\n`);
  });

  test("gets no live line that is too long for one row", () => {
    const [first = ""] = download({ isTTY: true, columns: 12 }, 1).slice(erase.length).split(erase);
    expect(first).toBe("downloadin…");
  });
});
