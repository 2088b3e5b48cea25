import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startLargeVideoServer } from "./large-video-server.ts";

// Speed and peak memory while a large video is downloaded, hashed, verified and kept, beside curl on the same file.

const bytes = Number(process.argv[2] ?? 1024 ** 3);
const folder = mkdtempSync(join(tmpdir(), "bench-"));
if (statfsSync(folder).bavail * statfsSync(folder).bsize < bytes * 2)
  throw new Error("not enough disk for this bench");

const peakFile = join(folder, "peak");
const hook = join(folder, "hook.mjs");
writeFileSync(
  hook,
  `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(${JSON.stringify(peakFile)}, String(process.resourceUsage().maxRSS)));`,
);

const server = await startLargeVideoServer(bytes);
const showreel = timed(process.execPath, [
  "--import",
  hook,
  resolve("dist/cli/index.js"),
  "--video-id",
  "large",
  "--api-base-url",
  server.url,
  "--output-path",
  "large.mp4",
]);
const curl = timed("curl", ["--silent", "--output", "curl.mp4", `${server.url}/large.mp4`]);
await server.close();
rmSync(folder, { recursive: true });

const result = {
  bytes,
  peakMegabytes: Math.round(showreel.peakKilobytes / 1_000),
  showreelMs: showreel.ms,
  curlMs: curl.ms,
  throughputToCurl: Number((curl.ms / showreel.ms).toFixed(2)),
};
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);

function timed(command: string, args: string[]): { ms: number; peakKilobytes: number } {
  const started = performance.now();
  execFileSync(command, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, NO_PROXY: "127.0.0.1", HEYGEN_API_KEY: "bench" },
    stdio: "ignore",
  });
  const ms = Math.round(performance.now() - started);
  return { ms, peakKilobytes: command === "curl" ? 0 : Number(readFileSync(peakFile, "utf8")) };
}
