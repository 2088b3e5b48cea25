import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { startLargeVideoServer } from "./large-video-server.ts";
import { median } from "./median.ts";

// Measures speed and peak memory while a large video is downloaded, hashed, verified and saved: compared to
// curl, to curl followed by hashing, with a file four times as large, and with ten interruptions.

const bytes = Number(process.argv[2] ?? 1024 ** 3);
const runs = 3;
const folder = mkdtempSync(join(tmpdir(), "bench-"));
if (statfsSync(folder).bavail * statfsSync(folder).bsize < bytes * 5)
  throw new Error("not enough disk space for this benchmark");

const peakFile = join(folder, "peak");
const hook = join(folder, "hook.mjs");
writeFileSync(
  hook,
  `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(${JSON.stringify(peakFile)}, String(process.resourceUsage().maxRSS)));`,
);
// Measures hashing alone, with the same library.
const hashScript = `const hash = require("node:crypto").createHash("sha256");
require("node:fs").createReadStream("curl.mp4", { highWaterMark: 1048576 }).pipe(hash).on("finish", () => hash.digest());`;

const server = await startLargeVideoServer(bytes);
const times = { showreel: [] as number[], curl: [] as number[], hash: [] as number[] };
let peakKilobytes = 0;
for (let run = 0; run < runs; run += 1) {
  const showreel = download(server.url);
  peakKilobytes = Math.max(peakKilobytes, showreel.peakKilobytes);
  times.showreel.push(showreel.ms);
  times.curl.push(measureMs("curl", ["--silent", "--output", "curl.mp4", `${server.url}/large.mp4`]));
  times.hash.push(measureMs(process.execPath, ["-e", hashScript]));
  rmSync(join(folder, "curl.mp4"));
}
await server.close();

const [showreelMs, curlMs, hashMs] = [median(times.showreel), median(times.curl), median(times.hash)];
const ratio = (part: number, whole: number) => Number((part / whole).toFixed(2));
const result = {
  bytes,
  runs,
  showreelMs,
  curlMs,
  hashMs,
  throughputToCurl: ratio(curlMs, showreelMs),
  throughputToCurlThenHash: ratio(curlMs + hashMs, showreelMs),
  peakMegabytes: Math.round(peakKilobytes / 1_000),
  fourTimesAsLarge: await measureLargeFile(bytes * 4),
  tenCuts: await measureInterruptions(10),
};
rmSync(folder, { recursive: true });
process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);

async function measureLargeFile(size: number) {
  const source = await startLargeVideoServer(size);
  const peak = download(source.url).peakKilobytes;
  await source.close();
  return { peakMegabytes: Math.round(peak / 1_000), peakRatio: ratio(peak, peakKilobytes) };
}

async function measureInterruptions(cuts: number) {
  const source = await startLargeVideoServer(bytes, cuts);
  download(source.url);
  const again = (await source.sentBytes()) - bytes;
  await source.close();
  return { bytesFetchedAgain: again, percent: Number(((again / bytes) * 100).toFixed(3)) };
}

function download(url: string): { ms: number; peakKilobytes: number } {
  const settings = ["--video-id", "large", "--api-base-url", url, "--output-path", "large.mp4"];
  const ms = measureMs(process.execPath, ["--import", hook, resolve("dist/cli/index.js"), ...settings]);
  rmSync(join(folder, "large.mp4"));
  return { ms, peakKilobytes: Number(readFileSync(peakFile, "utf8")) };
}

function measureMs(command: string, args: string[]): number {
  const started = performance.now();
  execFileSync(command, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, NO_PROXY: "127.0.0.1", HEYGEN_API_KEY: "bench" },
    stdio: "ignore",
  });
  return Math.round(performance.now() - started);
}
