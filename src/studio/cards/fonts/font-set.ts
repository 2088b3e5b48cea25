import type { Font } from "./font.ts";

/** What a font is for: a title, words to be read, small labels, or code. */
export type Role = "title" | "display" | "text" | "mono";

/** The fonts of the cards. */
export interface FontSet {
  /** Returns the font that has all characters of a grapheme; undefined if none has. */
  choose(grapheme: string, role: Role): Font | undefined;
}

export interface Fonts {
  readonly embedded: Readonly<Record<Role, Font>>;
  readonly emoji?: Font | undefined;
  /** Fonts of the system, for the scripts that the embedded fonts lack. The first that fits is used. */
  readonly system: readonly Font[];
}

const emojiByDefault = /^\p{Emoji_Presentation}|\ufe0f|\p{Extended_Pictographic}\u200d/u;
// A joiner or a variation selector needs no glyph, and a skin tone is left out where the font has none.
const withoutGlyph = /\p{Default_Ignorable_Code_Point}|\p{Emoji_Modifier}/u;

export function createFontSet({ embedded, emoji, system }: Fonts): FontSet {
  const emojis = emoji === undefined ? [] : [emoji];
  const chosen = new Map<string, Font | undefined>();
  return {
    choose(grapheme, role) {
      const key = `${role} ${grapheme}`;
      if (!chosen.has(key)) chosen.set(key, find(grapheme, role));
      return chosen.get(key);
    },
  };

  function find(grapheme: string, role: Role): Font | undefined {
    const letters = [embedded[role], embedded.display, ...system];
    const candidates = emojiByDefault.test(grapheme) ? [...emojis, ...letters] : [...letters, ...emojis];
    return candidates.find((font) => hasAll(font, grapheme));
  }
}

function hasAll(font: Font, grapheme: string): boolean {
  const characters = [...grapheme];
  const needed = characters.filter((character) => !withoutGlyph.test(character));
  return (needed.length === 0 ? characters : needed).every((character) =>
    font.has(character.codePointAt(0) ?? 0),
  );
}
