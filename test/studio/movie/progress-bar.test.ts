import { expect, test } from "vitest";
import { createPicture } from "../../../src/studio/movie/i420.ts";
import { createProgressBar } from "../../../src/studio/movie/progress-bar.ts";
import type { Scene } from "../../../src/studio/storyboard/storyboard.ts";

const size = { width: 40, height: 4 };
const scene = (start: number, end: number): Scene => ({ kind: "text", start, end, blocks: [] });

/** Draws the bar of two scenes, of which the second is twice as long, and returns it as signs. */
function drawBar(
  seconds: number,
  { isRightToLeft = false, scenes = [scene(0, 10), scene(10, 30)] } = {},
): string {
  const style = { x: 4, y: 0, width: 32, height: 2, gap: 2, on: [255, 255, 255], off: [0, 0, 255] } as const;
  const storyboard = { language: "en", scenes, seconds: scenes.at(-1)?.end ?? 0 };
  const { planes } = createPicture(size.width, size.height);
  createProgressBar({ ...style, isRightToLeft }, size, storyboard)(planes, seconds);
  return [...planes.subarray(0, size.width)]
    .map((byte) => (byte === 0 ? " " : byte > 200 ? "█" : "░"))
    .join("");
}

test("each scene has a part that is as long as the scene", () => {
  expect(drawBar(0)).toBe("    ░░░░░░░░░░  ░░░░░░░░░░░░░░░░░░░░    ");
});

test("the part of a scene fills while the scene is shown", () => {
  expect(drawBar(5)).toBe("    ██████░░░░  ░░░░░░░░░░░░░░░░░░░░    ");
  expect(drawBar(20)).toBe("    ██████████  ██████████░░░░░░░░░░    ");
  expect(drawBar(30)).toBe("    ██████████  ████████████████████    ");
});

test("it fills from the right where text is read from the right", () => {
  expect(drawBar(20, { isRightToLeft: true })).toBe("    ░░░░░░░░░░██████████  ██████████    ");
});

test("a video of very many scenes has one part", () => {
  const scenes = Array.from({ length: 60 }, (_, index) => scene(index, index + 1));
  expect(drawBar(30, { scenes })).toBe(`    ${"█".repeat(16)}${"░".repeat(16)}    `);
});
