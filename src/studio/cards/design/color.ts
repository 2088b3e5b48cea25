/** An sRGB color, each part from 0 to 255. */
export type Color = readonly [red: number, green: number, blue: number];

/**
 * Returns the sRGB color of an OKLCH color: lightness from 0 to 1, chroma from 0 to about 0.3, hue in
 * degrees. A color that sRGB does not have gets the largest chroma that it has.
 */
export function oklch(lightness: number, chroma: number, hue: number): Color {
  for (let factor = 1; factor > 0; factor -= 0.02) {
    const color = toLinear(lightness, chroma * factor, hue);
    if (color.every((part) => part >= -0.0005 && part <= 1.0005)) return toColor(color);
  }
  return toColor(toLinear(lightness, 0, hue));
}

// Source of the matrices: Björn Ottosson, "A perceptual color space for image processing".
function toLinear(lightness: number, chroma: number, hue: number): Color {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const toColor = (linear: Color): Color => [encode(linear[0]), encode(linear[1]), encode(linear[2])];

function encode(linear: number): number {
  const part = Math.min(1, Math.max(0, linear));
  return Math.round(255 * (part <= 0.0031308 ? 12.92 * part : 1.055 * part ** (1 / 2.4) - 0.055));
}

function decode(part: number): number {
  const value = part / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Returns the contrast of two colors as WCAG 2 defines it, from 1 to 21. */
export function contrast(one: Color, other: Color): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

const luminance = ([red, green, blue]: Color): number =>
  0.2126 * decode(red) + 0.7152 * decode(green) + 0.0722 * decode(blue);

/** Returns the color between two others; 0 is the first, 1 the second. */
function mix(from: Color, to: Color, amount: number): Color {
  const part = (index: 0 | 1 | 2) => Math.round(from[index] + (to[index] - from[index]) * amount);
  return [part(0), part(1), part(2)];
}

/** Returns the color nearest to `background`, on the way to `ink`, that has at least this contrast to it. */
export function dim(ink: Color, background: Color, least: number): Color {
  for (let amount = 0; amount < 1; amount += 0.01) {
    const color = mix(background, ink, amount);
    if (contrast(color, background) >= least) return color;
  }
  return ink;
}

export const toHex = (color: Color): string =>
  `#${color.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
