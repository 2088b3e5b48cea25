import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { inspectVideo, sniffFileType } from "../../src/download/media/container.ts";
import type { ByteSource, Inspection } from "../../src/download/media/inspection.ts";

// Compares the reader of videos with ffmpeg, for every file below a folder: `node scripts/checks/media-corpus.ts
// DIR`. A row is wrong if a file is accepted that ffmpeg cannot decode without an error, if one is rejected
// that it can, or if they disagree on duration, picture or audio.

/** What ffmpeg says about a file. */
interface Reference {
  readonly isPlayable: boolean;
  /** The first error of decoding the whole file; empty without one. */
  readonly error: string;
  /** The duration that the file states, if any, and that of its packets. */
  readonly seconds: readonly number[];
  readonly picture: string;
  readonly hasAudio: boolean;
}

/** The output of ffprobe. */
interface Probe {
  readonly streams?: readonly {
    readonly index: number;
    readonly codec_type: string;
    readonly codec_name?: string;
    readonly codec_tag_string?: string;
    readonly width?: number;
    readonly height?: number;
    readonly duration?: string;
  }[];
  readonly packets?: readonly {
    readonly stream_index: number;
    readonly pts_time?: string;
    readonly duration_time?: string;
  }[];
  readonly format?: { readonly duration?: string };
}

const codecNames: Readonly<Record<string, string>> = {
  h264: "H.264",
  hevc: "H.265",
  vp8: "VP8",
  vp9: "VP9",
  av1: "AV1",
  mpeg4: "MPEG-4",
};

// ffmpeg's messages about bytes behind the end of a live WebM, all of whose frames it has decoded by then.
const tailMessages = /EBML number|^Truncating packet of size/;

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("Usage: node scripts/checks/media-corpus.ts DIR\n");
  process.exitCode = 2;
} else {
  await checkFolder(folder);
}

async function checkFolder(directory: string): Promise<void> {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(directory, name)).isFile())
    .sort();
  const rows = new Map<string, Awaited<ReturnType<typeof checkFile>>>();
  const queue = names.values();
  const work = async () => {
    for (const name of queue) rows.set(name, await checkFile(join(directory, name)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  for (const name of names) {
    const row = rows.get(name);
    if (!row) continue;
    const verdict = row.problem === undefined ? "ok   " : `WRONG (${row.problem})`;
    process.stdout.write(`${verdict} | ${name} | ${row.ours} | ${row.theirs}\n`);
  }
  const all = [...rows.values()];
  const count = (text: string) => all.filter(({ ours }) => ours.startsWith(text)).length;
  const wrong = all.filter(({ problem }) => problem !== undefined).length;
  process.stdout.write(
    `${all.length} files: ${count("accepted")} accepted, ${count("rejected")} rejected, ${wrong} wrong\n`,
  );
  process.exitCode = wrong > 0 ? 1 : 0;
}

async function checkFile(path: string) {
  const [inspection, reference] = await Promise.all([inspectFile(path), readReference(path)]);
  return {
    ours: inspection.playable
      ? `accepted, ${describe(inspection.durationSeconds, pictureOf(inspection), inspection.hasAudio)}`
      : `rejected: ${inspection.problem}`,
    theirs: reference.isPlayable
      ? `plays, ${describe(Math.max(...reference.seconds), reference.picture, reference.hasAudio)}`
      : reference.error || "no picture",
    problem: findDifference(inspection, reference),
  };
}

function describe(seconds: number, picture: string, hasAudio: boolean): string {
  return `${seconds.toFixed(3)} s, ${picture}, ${hasAudio ? "with" : "without"} audio`;
}

function findDifference(inspection: Inspection, reference: Reference): string | undefined {
  if (inspection.playable !== reference.isPlayable) return inspection.playable ? "accepted" : "rejected";
  if (!inspection.playable) return undefined;
  const isNear = (seconds: number) =>
    Math.abs(inspection.durationSeconds - seconds) <= Math.max(0.1, seconds / 100);
  if (!reference.seconds.some(isNear)) return "duration";
  if (pictureOf(inspection) !== reference.picture) return "picture";
  return inspection.hasAudio === reference.hasAudio ? undefined : "audio";
}

function pictureOf({ width, height, codec }: { width: number; height: number; codec: string }): string {
  return `${width}x${height}, ${codec}`;
}

async function inspectFile(path: string): Promise<Inspection> {
  const file = await open(path);
  try {
    const source: ByteSource = {
      size: (await file.stat()).size,
      async read(offset, length) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset);
        return buffer.subarray(0, bytesRead);
      },
    };
    const isWebm = (await sniffFileType(source)) === "webm";
    return await inspectVideo(isWebm ? "webm" : "mp4", source);
  } finally {
    await file.close();
  }
}

async function readReference(path: string): Promise<Reference> {
  const shown = [
    "-show_streams",
    "-show_format",
    "-show_entries",
    "packet=stream_index,pts_time,duration_time",
  ];
  const probe = await run("ffprobe", "-v", "error", "-of", "json", ...shown, path);
  const { streams = [], packets = [], format } = JSON.parse(probe.stdout || "{}") as Probe;
  const video = streams.find(({ codec_type }) => codec_type === "video");
  const audio = streams.filter(({ codec_type }) => codec_type === "audio").map(({ index }) => index);
  const error = await findDecodingError(path, format?.duration === undefined);
  const { width = 0, height = 0, codec_name = "none", codec_tag_string = "" } = video ?? {};
  return {
    isPlayable: video !== undefined && error === "",
    error,
    seconds: [
      measureSeconds(packets),
      Number(format?.duration ?? 0) || Math.max(0, ...streams.map(({ duration = "0" }) => Number(duration))),
    ],
    picture: pictureOf({ width, height, codec: codecNames[codec_name] ?? codec_tag_string }),
    hasAudio: packets.some(({ stream_index }) => audio.includes(stream_index)),
  };
}

async function findDecodingError(path: string, isLive: boolean): Promise<string> {
  const streams = ["-map", "0:v", "-map", "0:a?", "-f", "null", "-"];
  const { stderr } = await run("ffmpeg", "-v", "error", "-nostdin", "-i", path, ...streams);
  const [error] = stderr.split("\n").filter((line) => line !== "" && !(isLive && tailMessages.test(line)));
  return error ?? findTruncatedHeader(path);
}

// ffmpeg silently plays the rest of a file whose last moov or moof is cut off, but its trace has their sizes.
async function findTruncatedHeader(path: string): Promise<string> {
  const { stderr } = await run("ffprobe", "-v", "trace", path);
  for (const [, type, size, start, total] of stderr.matchAll(
    /type:'(moo[vf])' parent:'root' sz: (\d+) (\d+) (\d+)/g,
  )) {
    // The first position is that after the box's header.
    if (Number(start) - 8 + Number(size) > Number(total)) return `its ${type} is cut off`;
  }
  return "";
}

/** Returns the time from the first packet to the end of the last one, for files that state no duration. */
function measureSeconds(packets: Probe["packets"] = []): number {
  let [begin, end] = [Number.POSITIVE_INFINITY, 0];
  for (const { pts_time, duration_time = "0" } of packets) {
    if (pts_time === undefined) continue;
    begin = Math.min(begin, Number(pts_time));
    end = Math.max(end, Number(pts_time) + Number(duration_time));
  }
  return Math.max(0, end - begin);
}

async function run(program: string, ...args: readonly string[]) {
  const options = { maxBuffer: 1024 ** 3 };
  try {
    return await promisify(execFile)(program, args, options);
  } catch (error) {
    const { stdout = "", stderr = "", code } = error as { stdout?: string; stderr?: string; code?: unknown };
    if (code === "ENOENT") throw new Error(`${program} is not installed`, { cause: error });
    return { stdout, stderr: stderr || `${program} failed` };
  }
}
