import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startFakeHeygen } from "../../test/support/heygen/fake-heygen.ts";
import { type Measurement, measureProcess } from "./measured-process.ts";

// Compares Showreel with HeyGen's own command line (github.com/heygen-com/heygen-cli): both make the same videos
// from a script, wait for them and download them, from a fake of HeyGen whose renders take 1 to 6 minutes.
// Skips HeyGen's command line where `heygen` is not on the PATH. `node scripts/bench/peers.ts 4` makes 4 videos.

const videos = Number(process.argv[2] ?? 16);
// The processes start one after another, so that their starts don't slow each other down.
const staggerMs = 1_000;
const script = "Welcome to version 2.0.";
const root = mkdtempSync(join(tmpdir(), "bench-"));

interface Peer {
  readonly command: string;
  readonly env: NodeJS.ProcessEnv;
  /** The arguments of one command per step; a later step can use what the first one printed. */
  readonly steps: readonly ((url: string, printed: string) => readonly string[])[];
}

const showreel: Peer = {
  command: process.execPath,
  env: {},
  steps: [
    (url) => [
      ...[resolve("dist/cli/index.js"), "--provider", "heygen", "--api-base-url", url],
      ...["--script", script, "--avatar-id", "look_1", "--output-path", "video.mp4"],
    ],
  ],
};

const heygen: Peer = {
  command: "heygen",
  // Its settings are below HOME, and it sends telemetry unless this is set.
  env: { HEYGEN_NO_ANALYTICS: "1", HEYGEN_ALLOW_HTTP: "1", HEYGEN_CONFIG_DIR: join(root, "heygen") },
  steps: [
    () => {
      const request = { type: "avatar", avatar_id: "look_1", script };
      return ["video", "create", "--wait", "--data", JSON.stringify(request)];
    },
    (_, printed) => ["video", "download", JSON.parse(printed).data.id, "--output-path", "video.mp4"],
  ],
};

const figureNames = [
  // Requests to the API, with those before the submit and those of the download.
  "requests",
  "statusRequests",
  // From the end of the render to the first response that says so.
  "delaySeconds",
  // From the start of the first process to the end of the last one, less the render.
  "overheadSeconds",
  "cpuMs",
  "peakMegabytes",
] as const;
/** What one video took; or the means of several, or ratios. */
type Figures = Readonly<Record<(typeof figureNames)[number], number>>;

const toFigures = (value: (name: keyof Figures) => number) =>
  Object.fromEntries(figureNames.map((name) => [name, Number(value(name).toFixed(2))])) as Figures;

async function makeVideo(peer: Peer, renderMs: number): Promise<Figures> {
  const statuses = ["processing"];
  let readyAt = Number.NaN;
  let noticedAt = Number.NaN;
  await using fake = await startFakeHeygen({
    videoStatuses: statuses,
    onBoundary: async ({ route, stage }) => {
      if (stage !== "acted") return undefined;
      if (route === "POST /v3/videos") {
        setTimeout(() => {
          statuses[0] = "completed";
          readyAt = performance.now();
        }, renderMs);
      } else if (route === "GET /v3/videos/{video_id}" && readyAt > 0 && Number.isNaN(noticedAt)) {
        noticedAt = performance.now();
      }
      return undefined;
    },
  });
  const started = performance.now();
  const measurements = await runSteps(peer, fake.url);
  const wallMs = performance.now() - started;
  const api = fake.requests.filter(({ path }) => path.startsWith("/v3/"));
  return {
    requests: api.length + fake.timeQuestions.length,
    statusRequests: api.filter(({ path }) => /^\/v3\/videos\/\w+$/.test(path)).length,
    delaySeconds: (noticedAt - readyAt) / 1_000,
    overheadSeconds: (wallMs - renderMs) / 1_000,
    cpuMs: measurements.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
    peakMegabytes: Math.max(...measurements.map(({ peakBytes }) => peakBytes)) / 1_000_000,
  };
}

async function runSteps({ command, env, steps }: Peer, url: string): Promise<Measurement[]> {
  const cwd = mkdtempSync(join(root, "run-"));
  const measurements: Measurement[] = [];
  for (const step of steps) {
    const args = step(url, measurements[0]?.stdout ?? "");
    measurements.push(await measureProcess({ command, args, cwd, env: toEnvironment(env, url) }));
  }
  return measurements;
}

function toEnvironment(env: NodeJS.ProcessEnv, url: string): NodeJS.ProcessEnv {
  const base = { PATH: process.env.PATH, HOME: root, NO_PROXY: "127.0.0.1" };
  return { ...base, HEYGEN_API_KEY: "test-key", HEYGEN_API_BASE: url, ...env };
}

async function makeVideos(peers: readonly Peer[]): Promise<Figures[]> {
  // Spread evenly by the golden ratio, the same in every run.
  const renders = Array.from({ length: videos }, (_, index) => 60_000 + 300_000 * ((index * 0.618034) % 1));
  const total = videos * peers.length;
  let done = 0;
  const runs = peers.map((peer, offset) =>
    renders.map(async (renderMs, index) => {
      await sleep((index * peers.length + offset) * staggerMs);
      const figures = await makeVideo(peer, renderMs);
      done += 1;
      process.stderr.write(`${done} of ${total} videos\n`);
      return figures;
    }),
  );
  const figures = await Promise.all(runs.map((ofPeer) => Promise.all(ofPeer)));
  return figures.map((ofPeer) =>
    toFigures((name) => ofPeer.reduce((sum, figure) => sum + figure[name], 0) / videos),
  );
}

/** Returns what `heygen --version` prints, or undefined if it is not on the PATH. */
function findHeygen(): string | undefined {
  const env = toEnvironment(heygen.env, "");
  const { stdout, error } = spawnSync(heygen.command, ["--version"], { env, encoding: "utf8" });
  return error ? undefined : stdout.trim();
}

try {
  const version = findHeygen();
  const [ours, theirs] = await makeVideos([showreel, ...(version === undefined ? [] : [heygen])]);
  const result = {
    videos,
    showreel: ours,
    heygen: theirs ? { version, ...theirs } : "skipped: heygen is not on the PATH",
    ...(ours && theirs && { showreelToHeygen: toFigures((name) => ours[name] / theirs[name]) }),
  };
  process.stdout.write(`${JSON.stringify(result, undefined, 2)}\n`);
} finally {
  rmSync(root, { recursive: true });
}
