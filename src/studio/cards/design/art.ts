import { circle, path, rectangle, type Shape } from "../draw/shapes.ts";
import type { Color } from "./color.ts";
import { hash, type Palette } from "./palette.ts";

export interface ArtGrid {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
}

/** Draws a composition of quarter circles, circles and squares on a grid: always the same for the same name. */
export function drawArt({ x, y, columns, rows, cell }: ArtGrid, name: string, palette: Palette): Shape[] {
  const random = createRandom(hash(name) | 1);
  const [deep, strong, pale, spark] = palette.art;
  const inks = [strong, strong, deep, pale, pale, deep];
  const sparkAt = Math.floor(random() * columns * rows);
  const shapes: Shape[] = [];
  for (let index = 0; index < columns * rows; index += 1) {
    const tile = { x: x + (index % columns) * cell, y: y + Math.floor(index / columns) * cell, cell };
    if (index === sparkAt) {
      shapes.push(circle(tile.x + cell / 2, tile.y + cell / 2, cell * 0.25, spark));
      continue;
    }
    const ink = inks[Math.floor(random() * inks.length)] ?? strong;
    const kind = random();
    if (kind < 0.62) shapes.push(quarter(tile, Math.floor(random() * 4), ink));
    else if (kind < 0.74) shapes.push(circle(tile.x + cell / 2, tile.y + cell / 2, cell * 0.25, pale));
    else if (kind < 0.86)
      shapes.push(rectangle({ x: tile.x, y: tile.y, width: cell, height: cell }, palette.panel));
  }
  return shapes;
}

/** A quarter circle that fills a cell, with its center in one of the four corners. */
function quarter(
  { x, y, cell }: { x: number; y: number; cell: number },
  corner: number,
  color: Color,
): Shape {
  const [left, top] = [corner % 2 === 0, corner < 2];
  const [centerX, centerY] = [left ? x : x + cell, top ? y : y + cell];
  const [farX, farY] = [left ? x + cell : x, top ? y + cell : y];
  const sweep = left === top ? 1 : 0;
  return path(
    `M${centerX} ${centerY}L${farX} ${centerY}A${cell} ${cell} 0 0 ${sweep} ${centerX} ${farY}Z`,
    color,
  );
}

/** A linear congruential generator: the same numbers on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
