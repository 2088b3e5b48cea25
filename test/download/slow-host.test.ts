import { existsSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import { downloadPoster, downloadSubtitles } from "../../src/download/sidecars.ts";
import { seal } from "../support/files/part-file.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import {
  advanceUntilDone,
  floods,
  type HostBehavior,
  retryAfterReplies,
  stalls,
  startHangingHost,
} from "../support/network/hanging-host.ts";
import { startLocalServer } from "../support/network/local-server.ts";
import { eventLoopTurns } from "../support/runtime/event-loop-turns.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { createFakeRuntime, type FakeRuntime } from "../support/runtime/fake-runtime.ts";

const minute = 60_000;
const hour = 60 * minute;

function optionsFor(url: URL) {
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

const everyAttack = [
  ...Object.keys(stalls),
  ...Object.keys(floods),
  ...Object.keys(retryAfterReplies),
] as HostBehavior[];
const downloads = everyAttack.filter((name) => name !== "never reads the request");

describe.each(downloads)("when the download host %s", (attack) => {
  test("the download fails within the time limit", async () => {
    await using host = await startHangingHost(attack);
    const runtime = createFakeRuntime();
    const { error, tookMs } = await advanceUntilDone(
      runtime,
      host,
      downloadVideo(runtime, optionsFor(host.url)),
      5_000,
    );
    expect(error).toMatchObject({ code: expect.stringMatching(/^(network_error|download_failed)$/) });
    expect(host.count()).toBeGreaterThan(0);
    // Eight attempts of little more than a minute, and pauses of at most five minutes.
    expect(tookMs).toBeLessThanOrEqual(8 * 70_000 + 7 * 5 * minute);
  }, 120_000);

  test.each([
    ["poster", downloadPoster],
    ["subtitles", downloadSubtitles],
  ])(
    "the download of the %s ends within ten minutes",
    async (_, download) => {
      await using host = await startHangingHost(attack);
      const runtime = createFakeRuntime();
      const { error, tookMs } = await advanceUntilDone(
        runtime,
        host,
        download(runtime, optionsFor(host.url)),
        5_000,
      );
      expect(error).toBeUndefined();
      expect(host.count()).toBeGreaterThan(0);
      expect(tookMs).toBeLessThanOrEqual(10 * minute + 5_000);
    },
    120_000,
  );
});

/** A host that sends so many bytes per second of the fake clock, of a file with `total` bytes. */
function startSlow(runtime: FakeRuntime, bytesPerSecond: number, total: number) {
  const send = async (response: ServerResponse) => {
    response.on("error", () => {});
    response.writeHead(200, { "content-length": total, etag: '"v1"' });
    while (!response.destroyed) {
      await new Promise<void>((resolve) => response.write(Buffer.alloc(bytesPerSecond), () => resolve()));
      await eventLoopTurns();
      runtime.advance(1_000);
    }
  };
  return startLocalServer((_, response) => void send(response));
}

test("a download at 1.5 kB/s that would take days fails after ten minutes", async () => {
  const runtime = createFakeRuntime();
  await using host = await startSlow(runtime, 1_500, 500_000_000);
  const options = { ...optionsFor(host.url), maxBytes: 1_000_000_000 };
  const { code, message, retryable } = await failureOf(() => downloadVideo(runtime, options));
  expect([code, retryable]).toEqual(["network_error", false]);
  expect(message).toMatch(/^The download is too slow \(\d+\.\d kB of 500\.0 MB after 10 min( \d+ s)?\)\.$/);
  expect(existsSync(`${options.path}.part`)).toBe(true);
}, 120_000);

test("a download fails when its host alternates between a few bytes and Retry-After: 300", async () => {
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
  const options = { ...optionsFor(host.url), maxBytes: total };
  expect(await failureOf(() => downloadVideo(runtime, options))).toMatchObject({
    code: "network_error",
    message: expect.stringContaining("The download is too slow"),
  });
  expect(runtime.elapsed()).toBeLessThanOrEqual(hour + total / 100 + 5 * minute);
}, 120_000);
