import { existsSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import { downloadPoster, downloadSubtitles } from "../../src/download/sidecars.ts";
import { createDownloadTimeLimit } from "../../src/download/transfer/time-limit.ts";
import { type Attack, attacks, floods, outlast, pauses, startEndlessHost } from "../support/endless-host.ts";
import { failureOf } from "../support/failure-of.ts";
import { createFakeRuntime, type FakeRuntime } from "../support/fake-runtime.ts";
import { startLocalServer } from "../support/local-server.ts";
import { seal } from "../support/part.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const minute = 60_000;
const hour = 60 * minute;

function orderFrom(url: URL) {
  return {
    videoName: { provider: "heygen", id: "v_1" },
    seal,
    container: "mp4" as const,
    link: new URL("/files/v_1.mp4?Signature=secret", url).href,
    refreshLink: async () => undefined,
    path: join(createTemporaryFolder(), "release.mp4"),
    maxBytes: 50_000_000,
    policy: createUrlPolicy(noProxies, url.origin),
  };
}

const everyAttack = [...Object.keys(attacks), ...Object.keys(floods), ...Object.keys(pauses)] as Attack[];
const downloads = everyAttack.filter((name) => name !== "reads nothing");

describe.each(downloads)("where the download host %s", (attack) => {
  test("the download fails in time", async () => {
    await using host = await startEndlessHost(attack);
    const runtime = createFakeRuntime();
    const { error, tookMs } = await outlast(
      runtime,
      host,
      downloadVideo(runtime, orderFrom(host.url)),
      5_000,
    );
    expect(error).toMatchObject({ code: expect.stringMatching(/^(network_error|download_failed)$/) });
    expect(host.count()).toBeGreaterThan(0);
    // Eight attempts of a minute and a little, and pauses of five minutes at the most.
    expect(tookMs).toBeLessThanOrEqual(8 * 70_000 + 7 * 5 * minute);
  }, 120_000);

  test.each([
    ["poster", downloadPoster],
    ["subtitles", downloadSubtitles],
  ])(
    "the %s are left out within ten minutes",
    async (_, download) => {
      await using host = await startEndlessHost(attack);
      const runtime = createFakeRuntime();
      const { error, tookMs } = await outlast(runtime, host, download(runtime, orderFrom(host.url)), 5_000);
      expect(error).toBeUndefined();
      expect(host.count()).toBeGreaterThan(0);
      expect(tookMs).toBeLessThanOrEqual(10 * minute + 5_000);
    },
    120_000,
  );
});

/** A host that gives so many bytes with each second of the clock, of a file that has so many. */
function startSlow(runtime: FakeRuntime, bytesPerSecond: number, total: number) {
  const give = async (response: ServerResponse) => {
    response.on("error", () => {});
    response.writeHead(200, { "content-length": total, etag: '"v1"' });
    while (!response.destroyed) {
      await new Promise<void>((resolve) => response.write(Buffer.alloc(bytesPerSecond), () => resolve()));
      await wait(1);
      runtime.advance(1_000);
    }
  };
  return startLocalServer((_, response) => void give(response));
}

test("a download of 1.5 kB a second that would last for days ends after ten minutes, and says why", async () => {
  const runtime = createFakeRuntime();
  await using host = await startSlow(runtime, 1_500, 500_000_000);
  const order = { ...orderFrom(host.url), maxBytes: 1_000_000_000 };
  const { code, message, retryable } = await failureOf(() => downloadVideo(runtime, order));
  expect([code, retryable]).toEqual(["network_error", false]);
  expect(message).toMatch(/^The download is too slow \(\d+\.\d kB of 500\.0 MB after 10 min( \d+ s)?\)\.$/);
  expect(existsSync(`${order.path}.part`)).toBe(true);
}, 120_000);

test("a host that gives a piece and then asks for five minutes, again and again, is given up", async () => {
  const runtime = createFakeRuntime();
  const total = 100_000_000;
  let isPause = false;
  await using host = await startLocalServer((request, response) => {
    isPause = !isPause;
    if (isPause) return void response.writeHead(503, { "retry-after": "300" }).end();
    const from = Number(/\d+/.exec(request.headers.range ?? "0")?.[0]);
    const range = { "content-range": `bytes ${from}-${total - 1}/${total}` };
    response.writeHead(from === 0 ? 200 : 206, {
      "content-length": total - from,
      etag: '"v1"',
      ...(from > 0 && range),
    });
    response.write(Buffer.alloc(1_200_000), () => request.socket.destroySoon());
  });
  const order = { ...orderFrom(host.url), maxBytes: total };
  expect(await failureOf(() => downloadVideo(runtime, order))).toMatchObject({
    code: "network_error",
    message: expect.stringContaining("The download is too slow"),
  });
  expect(runtime.elapsed()).toBeLessThanOrEqual(hour + total / 100 + 5 * minute);
}, 120_000);

describe("the pace of a download", () => {
  const start = (size = 0, limitMs?: number) => {
    const runtime = createFakeRuntime();
    const pace = createDownloadTimeLimit(runtime.elapsed, size, limitMs);
    const later = (ms: number, here: number, total?: number) => {
      runtime.advance(ms);
      return pace.check(here, total);
    };
    return { later };
  };

  test.each([
    ["an hour, whatever has come", hour, 1, undefined],
    ["an hour and 50 s for 5 MB of a length that nobody tells", hour + 50_000, 5_000_000, undefined],
    ["an hour and 14 for 5 GB", hour + 50_000_000, 4_999_000_000, 5_000_000_000],
    ["ten minutes, though only a hundredth has come", 10 * minute, 40_000_000, 5_000_000_000],
  ])("allows %s", (_, ms, here, total) => {
    expect(() => start().later(ms, here, total)).not.toThrow();
  });

  test.each([
    ["more than an hour for nothing", hour + 1, 0, undefined],
    ["more than an hour and 14 for 5 GB", hour + 50_000_001, 4_999_000_000, 5_000_000_000],
    ["what would take more than a day", 10 * minute, 900_000, 5_000_000_000],
    ["nothing at all for ten minutes", 10 * minute, 0, 50_000_000],
  ])("does not allow %s", async (_, ms, here, total) => {
    expect((await failureOf(() => start().later(ms, here, total))).code).toBe("network_error");
  });

  test("goes by the last ten minutes, not by a good beginning", async () => {
    const { later } = start();
    later(10 * minute, 2_000_000_000, 5_000_000_000);
    await failureOf(() => later(10 * minute, 2_000_900_000, 5_000_000_000));
  });

  test("does not take a file that is begun anew for a slow one", () => {
    const { later } = start(2_000_000_000);
    expect(() => later(10 * minute, 1_000_000, 5_000_000_000)).not.toThrow();
    expect(() => later(10 * minute, 2_100_000_000, 5_000_000_000)).not.toThrow();
  });

  test("has a limit of its own where one is given", async () => {
    await failureOf(() => start(0, 5 * minute).later(5 * minute + 1, 1_000_000, 1_100_000));
  });
});
