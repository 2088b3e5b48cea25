import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createGif } from "../../../src/studio/movie/preview-gif.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import { hasTool } from "../../support/studio/tools.ts";

const [width, height] = [1280, 720];
const colors = [
  [14, 19, 32],
  [91, 119, 240],
  [255, 255, 255],
] as const;

/** A picture of which the left `part` has the color `index`, and the rest the first color. */
function picture(index: number, part: number): Uint8Array {
  const pixels = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) {
    const color = colors[at % width < width * part ? index : 0] ?? colors[0];
    pixels.set([...color, 255], at * 4);
  }
  return pixels;
}

function makeGif(): Uint8Array {
  const gif = createGif(width, height);
  gif.add(picture(0, 0), 1.6);
  gif.add(picture(1, 0.5), 0.8);
  gif.add(picture(2, 0.25), 0.8);
  return gif.finish();
}

test("the same pictures give the same file", () => {
  expect(makeGif()).toEqual(makeGif());
});

test("frames that differ little take little space", () => {
  expect(makeGif().length).toBeLessThan(10_000);
});

test.runIf(hasTool("ffmpeg"))("a decoder sees each picture in its exact colors, at half the size", () => {
  const path = join(createTemporaryFolder(), "preview.gif");
  writeFileSync(path, makeGif());
  const decode = ["-i", path, "-vsync", "passthrough", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"];
  const frames = execFileSync("ffmpeg", ["-v", "error", ...decode], { maxBuffer: 1e8 });
  const [frameWidth, frameBytes] = [640, 640 * 360 * 3];
  expect(frames.length).toBe(3 * frameBytes);
  const pixelOf = (frame: number, x: number) => {
    const at = frame * frameBytes + (180 * frameWidth + x) * 3;
    return [...frames.subarray(at, at + 3)];
  };
  expect([0, 1, 2].map((frame) => [10, 300, 630].map((x) => pixelOf(frame, x)))).toEqual([
    [colors[0], colors[0], colors[0]],
    [colors[1], colors[1], colors[0]],
    [colors[2], colors[0], colors[0]],
  ]);
});
