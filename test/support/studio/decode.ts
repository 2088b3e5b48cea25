import { execFileSync } from "node:child_process";

// What ffmpeg sees and hears in a video.

/** Decodes all of a video, and returns what is wrong with it; empty if nothing is. */
export function decodingErrors(path: string): string {
  const options = ["-v", "error", "-err_detect", "explode", "-i", path, "-f", "null", "-"];
  return execFileSync("ffmpeg", options, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

interface ProbedStream {
  readonly codec_type: string;
  readonly codec_name: string;
  readonly profile: string;
  readonly width?: number;
  readonly height?: number;
  readonly color_space?: string;
  readonly color_range?: string;
  readonly sample_rate?: string;
  readonly channels?: number;
  readonly duration: string;
  readonly tags?: { readonly language?: string };
}

/** Returns what ffprobe says about the streams of a video. */
export function probe(path: string): {
  readonly video: ProbedStream;
  readonly audio: ProbedStream | undefined;
} {
  const options = ["-v", "error", "-show_streams", "-of", "json", path];
  const { streams } = JSON.parse(execFileSync("ffprobe", options, { encoding: "utf8" }));
  const find = (type: string) => streams.find((stream: ProbedStream) => stream.codec_type === type);
  return { video: find("video"), audio: find("audio") };
}

/** The sample rate of `decodeSound`. */
export const decodedRate = 16_000;

/** Returns the sound of a video as mono samples. */
export function decodeSound(path: string): Int16Array {
  const format = ["-vn", "-ac", "1", "-ar", String(decodedRate), "-f", "s16le", "-"];
  const bytes = execFileSync("ffmpeg", ["-v", "error", "-i", path, ...format], { maxBuffer: 1e9 });
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** Returns the frame that is shown at a time, in seconds, as PNG. `filter` is one of ffmpeg's. */
export function frameAt(path: string, seconds: number, filter = "null"): Buffer {
  const format = ["-vf", filter, "-frames:v", "1", "-f", "image2pipe", "-c:v", "png", "-"];
  return execFileSync("ffmpeg", ["-v", "error", "-ss", String(seconds), "-i", path, ...format], {
    maxBuffer: 1e8,
  });
}

/** Returns the text in a picture. */
export function readPicture(png: Buffer): string {
  return execFileSync("tesseract", ["-", "-", "--psm", "6"], {
    input: png,
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
  });
}
