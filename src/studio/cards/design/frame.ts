import type { AspectRatio, Resolution } from "../../request.ts";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The size of a card and its grid, in pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly shape: "landscape" | "portrait" | "square";
  /** One pixel at 720p. Every length is a multiple of it. */
  readonly unit: number;
  /** The margin left and right. */
  readonly margin: number;
  /** The baseline of the header. */
  readonly header: number;
  /** Where the content of a card may be. */
  readonly content: Box;
  readonly progress: Box & { readonly gap: number };
}

const shapes = { "16:9": "landscape", "9:16": "portrait", "1:1": "square" } as const;
// In units.
const grids = {
  landscape: { width: 1280, height: 720, margin: 96, header: 76, top: 128, bottom: 116, progress: 48 },
  portrait: { width: 720, height: 1280, margin: 60, header: 100, top: 168, bottom: 176, progress: 88 },
  square: { width: 720, height: 720, margin: 56, header: 70, top: 112, bottom: 100, progress: 48 },
};

export function createFrame(aspectRatio: AspectRatio, resolution: Resolution): Frame {
  const shape = shapes[aspectRatio];
  const grid = grids[shape];
  const unit = resolution === "1080p" ? 1.5 : 1;
  const [width, height, margin] = [grid.width * unit, grid.height * unit, grid.margin * unit];
  const inner = width - 2 * margin;
  return {
    width,
    height,
    shape,
    unit,
    margin,
    header: grid.header * unit,
    content: {
      x: margin,
      y: grid.top * unit,
      width: inner,
      height: height - (grid.top + grid.bottom) * unit,
    },
    // Video has half the resolution for colors, so a line with color begins and ends on even pixels.
    progress: {
      x: even(margin),
      y: even(height - grid.progress * unit),
      width: even(inner),
      height: even(4 * unit),
      gap: even(6 * unit),
    },
  };
}

const even = (length: number): number => 2 * Math.round(length / 2);
