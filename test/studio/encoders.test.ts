import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openData } from "../../src/studio/data.ts";
import { type EncodedFrame, openH264Encoder } from "../../src/studio/movie/h264.ts";
import { createMp4 } from "../../src/studio/movie/mp4-writer.ts";
import { openAacEncoder } from "../../src/studio/voice/aac.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { writeAacFile } from "../support/studio/aac-file.ts";
import { hasTool } from "../support/studio/tools.ts";

// What a decoder of others sees and hears of what the encoders in dist/studio/data wrote.

const data = openData("dist/studio/data");
const width = 320;
const height = 176;
const framesPerSecond = 30;

/** Fills a picture with a gradient, blocks that move by whole and by parts of pixels, and some noise. */
function draw(planes: Uint8Array, frame: number): void {
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isBlock = (x + frame * 3) % 90 < 30 && y % 50 < 20;
      const isNoise = x > 240 && y > 120;
      const noise = (Math.imul(x * 31 + y * 17 + frame, 2_654_435_761) >>> 24) & 63;
      const wave = 20 * Math.sin((x + frame * 0.7) / 9);
      planes[y * width + x] = isNoise ? 90 + noise : isBlock ? 210 : 60 + wave + y / 4;
    }
  }
  const colors = planes.subarray(width * height);
  for (let index = 0; index < colors.length; index += 1) {
    colors[index] = 128 + 30 * Math.sin(index / 700 + frame / 10);
  }
}

interface Encoding {
  readonly pictures: readonly Uint8Array[];
  readonly frames: readonly EncodedFrame[];
  readonly configuration: Uint8Array;
}

async function encode(count: number, isKey: (frame: number) => boolean): Promise<Encoding> {
  const encoder = await openH264Encoder(data.read("h264.wasm"), width, height);
  const pictures: Uint8Array[] = [];
  const frames = Array.from({ length: count }, (_, frame) => {
    draw(encoder.planes(), frame);
    pictures.push(encoder.planes().slice());
    return encoder.encode(frame / framesPerSecond, isKey(frame));
  });
  return { pictures, frames, configuration: encoder.configuration() };
}

async function writeVideo({ frames, configuration }: Encoding): Promise<string> {
  const file = join(createTemporaryFolder(), "video.mp4");
  const tracks = { width, height, framesPerSecond, frameCount: frames.length, audio: undefined, title: "" };
  const writer = await createMp4(file, tracks);
  for (const [index, frame] of frames.entries()) {
    const packet = { data: frame.data, start: index / framesPerSecond, seconds: 1 / framesPerSecond };
    await writer.addVideo(packet, frame.isKey, configuration);
  }
  await writer.finish();
  return file;
}

function run(program: "ffmpeg" | "ffprobe", ...args: string[]): Buffer {
  return execFileSync(program, ["-v", "error", ...args], { maxBuffer: 256 * 1024 * 1024 });
}

/** Returns how little a signal differs from the original, in decibels. */
function signalToNoise(peak: number, original: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < original.length; index += 1) {
    sum += ((original[index] ?? 0) - (other[index] ?? 0)) ** 2;
  }
  return 10 * Math.log10((peak ** 2 * original.length) / sum);
}

describe("the H.264 encoder", () => {
  test.each([
    [1280, 720, 31],
    [720, 1280, 31],
    [720, 720, 31],
    [1920, 1080, 40],
    [1080, 1920, 40],
    [1080, 1080, 32],
  ])("writes %ix%i as Constrained Baseline of level %i", async (frameWidth, frameHeight, level) => {
    const encoder = await openH264Encoder(data.read("h264.wasm"), frameWidth, frameHeight);
    encoder.encode(0, true);
    const [, profile, constraints = 0, writtenLevel] = encoder.configuration();
    const baseline = 66;
    const isConstrained = (constraints & 0x40) !== 0;
    expect({ profile, isConstrained, level: writtenLevel }).toEqual({
      profile: baseline,
      isConstrained: true,
      level,
    });
  });

  test("writes a key frame first, and when it is asked for one", async () => {
    const { frames } = await encode(20, (frame) => frame === 0 || frame === 7 || frame === 8);
    expect(frames.flatMap(({ isKey }, frame) => (isKey ? frame : []))).toEqual([0, 7, 8]);
  });

  test("writes the same bytes for the same pictures", async () => {
    const [once, again] = [await encode(10, () => false), await encode(10, () => false)];
    expect(again).toEqual(once);
  });

  // The functions in scripts/studio/wasm/vectors compute what a decoder will show. If they were wrong, each frame
  // would be farther from it than the one before.
  test.runIf(hasTool("ffmpeg"))(
    "writes pictures that a decoder shows, also after a hundred frames",
    async () => {
      const encoding = await encode(120, (frame) => frame === 0);
      const decoded = run(
        "ffmpeg",
        "-i",
        await writeVideo(encoding),
        "-f",
        "rawvideo",
        "-pix_fmt",
        "yuv420p",
        "-",
      );
      const size = (width * height * 3) / 2;
      expect(decoded.length).toBe(size * 120);
      const quality = encoding.pictures.map((picture, frame) =>
        signalToNoise(255, picture, decoded.subarray(frame * size, (frame + 1) * size)),
      );
      expect(Math.min(...quality)).toBeGreaterThan(40);
    },
  );

  test.runIf(hasTool("ffprobe"))("says in which colors the pictures are", async () => {
    const fields = "stream=color_range,color_space,color_transfer,color_primaries";
    const file = await writeVideo(await encode(1, () => true));
    const stream = JSON.parse(run("ffprobe", "-show_entries", fields, "-of", "json", file).toString())
      .streams[0];
    const bt709 = { color_space: "bt709", color_transfer: "bt709", color_primaries: "bt709" };
    expect(stream).toMatchObject({ color_range: "tv", ...bt709 });
  });
});

describe("the AAC encoder", () => {
  test.runIf(hasTool("ffmpeg"))(
    "writes sound that a decoder plays as late as it says, to the sample",
    async () => {
      const samples = Int16Array.from({ length: 48 * 1_024 }, (_, index) => {
        const seconds = index / 48_000;
        return 9_000 * Math.sin(2 * Math.PI * (200 * seconds + 900 * seconds ** 2));
      });
      const encoder = await openAacEncoder(data);
      const packets = Array.from({ length: 48 }, (_, block) =>
        encoder.encode(samples.subarray(block * 1_024, (block + 1) * 1_024)),
      );
      const bytes = run("ffmpeg", "-i", writeAacFile(packets), "-f", "s16le", "-");
      const decoded = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
      const quality = [-2, -1, 0, 1, 2].map((offset) => {
        const start = encoder.delay + offset;
        return signalToNoise(9_000, samples.subarray(0, decoded.length - start), decoded.subarray(start));
      });
      expect(Math.max(...quality)).toBe(quality[2]);
      expect(quality[2]).toBeGreaterThan(40);
    },
  );
});
