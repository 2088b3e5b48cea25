import { Blob, Buffer, Direction, Face, Font as HarfBuzzFont, shape, Variation } from "harfbuzzjs";

/** A glyph of shaped text. All lengths are in ems, with y pointing up. */
export interface Glyph {
  readonly id: number;
  /** The index in the text of the first UTF-16 unit that the glyph belongs to. */
  readonly cluster: number;
  readonly advance: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** A part of a text that is shaped in one go: it has one font, one direction and one script. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly isRightToLeft: boolean;
}

/** The horizontal extent of a glyph's ink, in ems from its origin. */
export interface InkExtent {
  readonly left: number;
  readonly right: number;
}

export interface OutlineCommand {
  /** `M`, `L`, `Q`, `C` or `Z`. */
  readonly type: string;
  /** Pairs of x and y. */
  readonly values: readonly number[];
}

/** One face of a font file, ready to shape text and to return outlines. */
export interface Font {
  /** How many units of an outline make an em. */
  readonly unitsPerEm: number;
  has(codePoint: number): boolean;
  /**
   * Returns the glyphs of a part of `text` from left to right. The text around it decides how letters join.
   */
  shape(text: string, item: Item, language: string): Glyph[];
  /** Returns the commands of an SVG path in font units, with y pointing up. Empty for a space. */
  outline(glyph: number): readonly OutlineCommand[];
  inkExtent(glyph: number): InkExtent;
}

export interface FontOptions {
  /** The weight of a variable font, from 100 to 900. */
  readonly weight?: number;
  /** Makes all letters larger or smaller, to go with those of another font. */
  readonly scale?: number;
}

/** Opens a font file with one face. */
export function openFont(bytes: Uint8Array, { weight, scale = 1 }: FontOptions = {}): Font {
  const face = new Face(new Blob(bytes));
  const font = new HarfBuzzFont(face);
  if (weight !== undefined) font.setVariations([new Variation("wght", weight)]);
  const unitsPerEm = face.upem / scale;
  const outlines = new Map<number, readonly OutlineCommand[]>();
  const extents = new Map<number, InkExtent>();
  return {
    unitsPerEm,
    has: (codePoint) => font.nominalGlyph(codePoint) !== undefined,
    shape: (text, item, language) => shapeItem(font, text, item, language),
    outline: (glyph) => cached(outlines, glyph, () => font.glyphToJson(glyph)),
    inkExtent: (glyph) =>
      cached(extents, glyph, () => {
        const { xBearing = 0, width = 0 } = font.glyphExtents(glyph) ?? {};
        return { left: xBearing / unitsPerEm, right: (xBearing + width) / unitsPerEm };
      }),
  };

  function shapeItem(shaper: HarfBuzzFont, text: string, item: Item, language: string): Glyph[] {
    const buffer = new Buffer();
    buffer.addText(text, item.start, item.end - item.start);
    // Sets the script, which HarfBuzz knows for every character.
    buffer.guessSegmentProperties();
    buffer.setDirection(item.isRightToLeft ? Direction.RTL : Direction.LTR);
    buffer.setLanguage(language);
    shape(shaper, buffer);
    return buffer.getGlyphInfosAndPositions().map((glyph) => ({
      id: glyph.codepoint,
      cluster: glyph.cluster,
      advance: (glyph.xAdvance ?? 0) / unitsPerEm,
      offsetX: (glyph.xOffset ?? 0) / unitsPerEm,
      offsetY: (glyph.yOffset ?? 0) / unitsPerEm,
    }));
  }
}

function cached<V>(cache: Map<number, V>, key: number, create: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = create();
  cache.set(key, value);
  return value;
}
