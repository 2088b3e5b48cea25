import type { PlannedFrame } from "./frame-plan.ts";
import { createPicture, type I420Picture, writeMix, writeRgba } from "./i420.ts";

/** Draws the states of cards. Frames are drawn in the order of the plan. */
export interface PictureTrack {
  /** Writes the picture of a frame, without the progress bar. */
  write(frame: PlannedFrame, planes: Uint8Array): void;
}

/** `draw` returns the RGBA pixels of a card's state; it is called once for each, in their order. */
export function createPictureTrack(
  size: { readonly width: number; readonly height: number },
  draw: (scene: number, state: number) => Uint8Array,
): PictureTrack {
  let previous: I420Picture = createPicture(size.width, size.height);
  let current: I420Picture = createPicture(size.width, size.height);
  let shown = "";
  return {
    write({ scene, state, mix }, planes) {
      const wanted = `${scene}.${state}`;
      if (wanted !== shown) {
        [previous, current] = [current, previous];
        writeRgba(current, draw(scene, state));
        shown = wanted;
      }
      if (mix === 256) planes.set(current.planes);
      else writeMix(planes, previous, current, mix);
    },
  };
}
