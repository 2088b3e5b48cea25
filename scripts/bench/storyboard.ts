import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { measureProcess } from "./measured-process.ts";
import { median } from "./median.ts";

// Renders storyboards with the command line of `dist/`, from the start of the process to its end, and measures time and
// memory. The limits are those of the project: 45 seconds of 720p in at most 8 seconds on two cores, at most 320 MB
// at any length. Speed is also given as seconds of video per second, because a busy machine renders slower.

const sentence = "Every pull request now builds its own preview, and the link appears in the conversation.";

/** Returns a script of headings, paragraphs, a list and code, with about this many words. */
function scriptOf(words: number): string {
  const parts = ["# Atlas 2.4"];
  for (let section = 1; parts.join(" ").split(/\s+/).length < words; section++)
    parts.push(
      `## Part ${section}`,
      `${sentence} ${sentence}`,
      "- Builds take half the time.\n- Search understands code.\n- Nothing else changes.",
    );
  return parts.join("\n\n");
}

const cases = [
  { name: "45 s, 720p, narrated", words: 88, flags: [] },
  { name: "45 s, 1080p, narrated", words: 88, flags: ["--resolution", "1080p"] },
  { name: "45 s, 720p portrait, narrated", words: 88, flags: ["--aspect-ratio", "9:16"] },
  { name: "45 s, 720p, silent", words: 88, flags: ["--voice-id", "none"] },
  { name: "6 min, 720p, narrated", words: 780, flags: [] },
] as const;

const maxPeakBytes = 320e6;
const runsPerCase = 3;

async function measureCase({ words, flags }: (typeof cases)[number]) {
  const folder = mkdtempSync(join(tmpdir(), "showreel-bench-"));
  try {
    writeFileSync(join(folder, "script.md"), scriptOf(words));
    const cli = resolve("dist/cli/index.js");
    const args = [
      cli,
      "render",
      "--provider",
      "sandbox",
      "--script-file",
      "script.md",
      "--reuse",
      "never",
      ...flags,
    ];
    const started = performance.now();
    const { stdout, cpuMs, peakBytes } = await measureProcess({
      command: process.execPath,
      args,
      cwd: folder,
      env: { PATH: process.env.PATH, HOME: folder },
    });
    const wallMs = performance.now() - started;
    return { seconds: Number(JSON.parse(stdout).duration_seconds), wallMs, cpuMs, peakBytes };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const figures = [];
for (const testCase of cases) {
  process.stderr.write(`${testCase.name} …\n`);
  const runs: Awaited<ReturnType<typeof measureCase>>[] = [];
  for (let run = 0; run < runsPerCase; run++) runs.push(await measureCase(testCase));
  const medianOf = (name: keyof (typeof runs)[number]) => median(runs.map((run) => run[name]));
  const [seconds, wallMs] = [medianOf("seconds"), medianOf("wallMs")];
  figures.push({
    name: testCase.name,
    videoSeconds: seconds,
    wallSeconds: Math.round(wallMs) / 1_000,
    cpuSeconds: Math.round(medianOf("cpuMs")) / 1_000,
    timesRealTime: Math.round((seconds / wallMs) * 10_000) / 10,
    peakMegabytes: Math.round(Math.max(...runs.map(({ peakBytes }) => peakBytes)) / 1e6),
  });
}
process.stdout.write(`${JSON.stringify(figures, undefined, 2)}\n`);
if (figures.some(({ peakMegabytes }) => peakMegabytes * 1e6 > maxPeakBytes)) process.exitCode = 1;
