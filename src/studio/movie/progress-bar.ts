import type { Scene, Storyboard } from "../storyboard/storyboard.ts";
import { fillRectangle, type Rectangle, toYuv, type YuvColor } from "./i420.ts";

/** Where the progress bar lies on every card, and its colors as 8-bit channels. */
export interface ProgressBarStyle extends Rectangle {
  /** The space between the parts of two scenes, in pixels. */
  readonly gap: number;
  readonly on: readonly [number, number, number];
  readonly off: readonly [number, number, number];
  /** Whether it fills from the right, as the text is read. */
  readonly isRightToLeft: boolean;
}

/** Draws the progress bar at a time, in seconds, into the planes of a picture. */
export type DrawProgressBar = (planes: Uint8Array, seconds: number) => void;

// With more scenes than this, their parts would be dots.
const maxParts = 40;

/** Creates a progress bar with one part per scene, as long as the scene. */
export function createProgressBar(
  style: ProgressBarStyle,
  size: { readonly width: number; readonly height: number },
  storyboard: Storyboard,
): DrawProgressBar {
  const [on, off] = [toYuv(style.on), toYuv(style.off)];
  const parts = layOutParts(style, storyboard);
  const fill = (planes: Uint8Array, from: number, to: number, color: YuvColor) => {
    const x = style.isRightToLeft ? 2 * style.x + style.width - to : from;
    fillRectangle(planes, size, { ...style, x, width: to - from }, color);
  };
  return (planes, seconds) => {
    for (const { x, width, scene } of parts) {
      const done = Math.min(1, Math.max(0, (seconds - scene.start) / (scene.end - scene.start)));
      const now = x + even(width * done);
      fill(planes, x, now, on);
      fill(planes, now, x + width, off);
    }
  };
}

type Part = Pick<Rectangle, "x" | "width"> & { readonly scene: Pick<Scene, "start" | "end"> };

function layOutParts({ x, width, gap }: ProgressBarStyle, { scenes, seconds }: Storyboard): Part[] {
  if (scenes.length > maxParts) return [{ x, width, scene: { start: 0, end: seconds } }];
  const room = width - gap * (scenes.length - 1);
  return scenes.map((scene, index) => {
    const start = x + even((room * scene.start) / seconds) + gap * index;
    const end = x + even((room * scene.end) / seconds) + gap * index;
    return { x: start, width: end - start, scene };
  });
}

const even = (value: number) => 2 * Math.round(value / 2);
