import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { runBuiltCli, startBuiltCli } from "../support/cli/built-cli.ts";
import { videoOf } from "../support/files/mp4-boxes.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type LocalServer, startLocalServer } from "../support/network/local-server.ts";

const megabyte = 1_000_000;
const video = videoOf(randomBytes(8 * megabyte), 30_000);
const sha256 = createHash("sha256").update(video).digest("hex");

const killOffsets = [1, 2, 3, 4, 5, 6, 7].map((count) => count * megabyte);

test.each(["SIGKILL", "SIGTERM"] as const)(
  "after %s the next run resumes the download where it was interrupted",
  async (signal) => {
    let sent = 0;
    await using server = await startLocalServer((request, response) => {
      if (request.url === "/v.mp4") void sendSlowly(request, response, (bytes) => (sent += bytes));
      else sendCompletedStatus(request, response);
    });
    const cwd = createTemporaryFolder();
    for (const offset of killOffsets) await killAfter(signal, offset, cwd, server);
    const { exitCode, stdout } = await runBuiltCli(argumentsFor(server), {
      cwd,
      env: { HEYGEN_API_KEY: "k" },
    });
    expect(exitCode).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      status: "completed",
      sha256,
      size_bytes: String(video.length),
    });
    expect(readFileSync(join(cwd, "release.mp4")).equals(video)).toBe(true);
    expect(readdirSync(cwd).filter((name) => name.startsWith("release"))).toEqual(["release.mp4"]);
    // Only bytes that were in flight when the process ended are downloaded again.
    expect(sent - video.length).toBeLessThan(killOffsets.length * megabyte * 0.8);
  },
);

const argumentsFor = ({ url }: LocalServer) =>
  ["--video-id", "v_1", "--api-base-url", url.origin, "--output-path", "release.mp4"] as const;

async function killAfter(signal: NodeJS.Signals, bytes: number, cwd: string, server: LocalServer) {
  const { child, done } = startBuiltCli(argumentsFor(server), { cwd, env: { HEYGEN_API_KEY: "k" } });
  const part = join(cwd, "release.mp4.part");
  while (!existsSync(part) || statSync(part).size < bytes) await wait(2);
  child.kill(signal);
  await done;
}

function sendCompletedStatus(request: IncomingMessage, response: ServerResponse): void {
  const video_url = `http://${request.headers.host}/v.mp4`;
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ data: { id: "v_1", status: "completed", video_url } }));
}

// Sends 64 kB at a time, so that the process can be killed in the middle.
async function sendSlowly(
  request: IncomingMessage,
  response: ServerResponse,
  count: (bytes: number) => void,
) {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const range = { "content-range": `bytes ${from}-${video.length - 1}/${video.length}` };
  const headers = { etag: '"v1"', "content-length": video.length - from };
  response.writeHead(from > 0 ? 206 : 200, { ...headers, ...(from > 0 && range) });
  for (let offset = from; offset < video.length && !response.destroyed; offset += 64_000) {
    const chunk = video.subarray(offset, offset + 64_000);
    if (!response.write(chunk))
      await new Promise((resolve) => response.once("drain", resolve).once("close", resolve));
    count(chunk.length);
    await wait(3);
  }
  response.end();
}
