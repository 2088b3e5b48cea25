import type { Box } from "../design/frame.ts";
import type { Card } from "../design/stage.ts";

/** A part of a card that has a place below the part before it. */
export interface Part {
  /** The space above, in pixels. None above the first part. */
  readonly gap: number;
  readonly height: number;
  place(top: number): Card;
}

// A block looks centered when it is a little higher.
const opticalCenter = 0.46;

/** Puts parts below each other, in the middle of a box. */
export function stack(parts: readonly Part[], box: Box): Card {
  let top = Math.round(box.y + (box.height - heightOf(parts)) * opticalCenter);
  const cards = parts.map((part, index) => {
    top += index === 0 ? 0 : part.gap;
    const card = part.place(top);
    top += part.height;
    return card;
  });
  return (active) => cards.flatMap((card) => card(active));
}

export const heightOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { gap, height }, index) => sum + height + (index === 0 ? 0 : gap), 0);
