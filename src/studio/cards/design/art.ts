import { circle, path, rectangle, type Shape } from "../draw/shapes.ts";
import type { Color } from "./color.ts";
import type { Box } from "./frame.ts";
import { hash, type Palette } from "./palette.ts";

interface Tile {
  readonly x: number;
  readonly y: number;
  readonly cell: number;
}

type Draw = (tile: Tile, turn: number, color: Color) => Shape;

// Each as often as it should appear.
const motifs: readonly Draw[] = [
  quarter,
  quarter,
  quarter,
  quarter,
  quarter,
  half,
  half,
  leaf,
  leaf,
  disc,
  dot,
];

/** Draws a composition of simple shapes on a grid of square cells: always the same for the same name. */
export function drawArt(
  { x, y, width, height, cell }: Box & { cell: number },
  name: string,
  palette: Palette,
): Shape[] {
  const random = createRandom(hash(name) | 1);
  const below = (limit: number) => Math.floor(random() * limit);
  const [deep, strong, pale, spark] = palette.art;
  const [columns, rows] = [Math.round(width / cell), Math.round(height / cell)];
  // One shape of four cells gives the eye a place to rest.
  const hero = { column: below(columns - 1), row: below(rows - 1) };
  const isHero = (column: number, row: number) =>
    column - hero.column >= 0 && column - hero.column < 2 && row - hero.row >= 0 && row - hero.row < 2;
  const free = Array.from({ length: columns * rows }, (_, index) => index).filter(
    (index) => !isHero(index % columns, Math.floor(index / columns)),
  );
  const sparkAt = free[below(free.length)];
  const heroTile = { x: x + hero.column * cell, y: y + hero.row * cell, cell: 2 * cell };
  const shapes = [quarter(heroTile, below(4), strong)];
  let last: Color = strong;
  for (const index of free) {
    const tile = { x: x + (index % columns) * cell, y: y + Math.floor(index / columns) * cell, cell };
    const [turn, motif, fate] = [below(4), motifs[below(motifs.length)] ?? quarter, random()];
    const inks = [deep, strong, pale].filter((color) => color !== last);
    const ink = inks[below(inks.length)] ?? strong;
    if (index === sparkAt) {
      shapes.push(disc(tile, turn, spark));
    } else if (fate < 0.9) {
      if (fate < 0.3 && ink !== deep) shapes.push(square(tile, deep));
      shapes.push(motif(tile, turn, ink));
      last = ink;
    }
  }
  return shapes;
}

const square = ({ x, y, cell }: Tile, color: Color): Shape =>
  rectangle({ x, y, width: cell, height: cell }, color);

function disc({ x, y, cell }: Tile, _turn: number, color: Color): Shape {
  return circle(x + cell / 2, y + cell / 2, cell / 2, color);
}

function dot({ x, y, cell }: Tile, _turn: number, color: Color): Shape {
  return circle(x + cell / 2, y + cell / 2, cell * 0.22, color);
}

/** A quarter circle that fills the cell, with its center in one of the four corners. */
function quarter({ x, y, cell }: Tile, turn: number, color: Color): Shape {
  const [isLeft, isTop] = [turn % 2 === 0, turn < 2];
  const [centerX, centerY] = [isLeft ? x : x + cell, isTop ? y : y + cell];
  const [farX, farY] = [isLeft ? x + cell : x, isTop ? y + cell : y];
  const sweep = isLeft === isTop ? 1 : 0;
  return path(`M${centerX} ${centerY}H${farX}A${cell} ${cell} 0 0 ${sweep} ${centerX} ${farY}Z`, color);
}

/** Half of a circle, on one of the four sides. */
function half({ x, y, cell }: Tile, turn: number, color: Color): Shape {
  const r = cell / 2;
  const starts = [
    `M${x} ${y}A${r} ${r} 0 0 0 ${x + cell} ${y}Z`,
    `M${x} ${y + cell}A${r} ${r} 0 0 1 ${x + cell} ${y + cell}Z`,
    `M${x} ${y}A${r} ${r} 0 0 1 ${x} ${y + cell}Z`,
    `M${x + cell} ${y}A${r} ${r} 0 0 0 ${x + cell} ${y + cell}Z`,
  ];
  return path(starts[turn] ?? "", color);
}

/** What two quarter circles have in common: a leaf from corner to corner. */
function leaf({ x, y, cell }: Tile, turn: number, color: Color): Shape {
  const [fromX, toX] = turn % 2 === 0 ? [x, x + cell] : [x + cell, x];
  const arc = `A${cell} ${cell} 0 0 1`;
  return path(`M${fromX} ${y}${arc} ${toX} ${y + cell}${arc} ${fromX} ${y}Z`, color);
}

/** A linear congruential generator: the same numbers on every machine. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
