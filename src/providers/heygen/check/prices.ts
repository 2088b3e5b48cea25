/**
 * What HeyGen charges, in US dollars for a second of the finished video unless said otherwise. Source: HeyGen's pages
 * of prices as of autumn 2026 (developers.heygen.com/docs/pricing); those for 4K as of summer 2026.
 */
export const prices = {
  agent: 0.0333,
  /** By engine, then by the look's type; what is missing has no known price. */
  avatar: {
    avatar_iii: { photo_avatar: 0.0433, digital_twin: 0.0167, studio_avatar: 0.0167 },
    avatar_iv: { photo_avatar: 0.05, digital_twin: 0.0667, studio_avatar: 0.0667 },
    avatar_v: { digital_twin: 0.0667 },
  },
  avatar4k: { avatar_iv: { photo_avatar: 0.0667, digital_twin: 0.0833, studio_avatar: 0.0833 } },
  /** A video, however long. */
  cinematic: 7,
};

/** How much longer a video may become than expected. The agent's: 79 to 174 % of what its prompt asks (HeyGen). */
export const margins = { agent: 1.74, speech: 1.25 };

/** The least and the most that a second costs; of any type when none is named, undefined when no price is known. */
export function avatarPrices(
  engine: string,
  avatarType: string | undefined,
  is4k: boolean,
): readonly [number, number] | undefined {
  const table: Readonly<Record<string, Readonly<Record<string, number>>>> = is4k
    ? prices.avatar4k
    : prices.avatar;
  const known = Object.entries(table[engine] ?? {})
    .filter(([type]) => avatarType === undefined || type === avatarType)
    .map(([, price]) => price);
  return known.length > 0 ? [Math.min(...known), Math.max(...known)] : undefined;
}
