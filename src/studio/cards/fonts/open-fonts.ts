import { cleanText } from "../type/clean.ts";
import { findMissing } from "../type/shape-text.ts";
import { type Font, openFont } from "./font.ts";
import { createFontSet, type FontSet, type Fonts, type Role } from "./font-set.ts";
import { eastAsianScriptOf, scaleOf, scriptOf } from "./scripts.ts";
import { listSystemFonts } from "./system-fonts.ts";

export interface FontData {
  read(
    file:
      | "inter-display-bold.ttf"
      | "inter-display-semibold.ttf"
      | "inter-medium.ttf"
      | "jetbrains-mono-medium.ttf"
      | "noto-emoji-semibold.ttf",
  ): Uint8Array;
}

export interface OpenedFonts {
  readonly fonts: FontSet;
  /** The graphemes that no font has, in the order of the text. */
  readonly missing: readonly string[];
  /** The English names of their scripts, for example `Korean`; empty if they belong to none. */
  readonly missingScripts: readonly string[];
}

const semiBold = 600;
// Emoji fill an em, which is larger than capitals.
const emojiScale = 0.9;
// One for a whole script, and one for what it lacks.
const mostFontsPerScript = 2;
const roles: readonly Role[] = ["title", "display", "text", "mono"];
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u;

/** Opens the fonts that a text needs: the embedded ones, and fonts of the system for what they lack. */
export async function openFonts(
  text: string,
  language: string,
  data: FontData,
  folders: readonly string[],
): Promise<OpenedFonts> {
  const embedded = {
    title: openFont(data.read("inter-display-bold.ttf")),
    display: openFont(data.read("inter-display-semibold.ttf")),
    text: openFont(data.read("inter-medium.ttf")),
    mono: openFont(data.read("jetbrains-mono-medium.ttf")),
  };
  let fonts: Fonts = { embedded, system: [] };
  let missing = missingIn(text, createFontSet(fonts));
  if (missing.some((grapheme) => emoji.test(grapheme))) {
    fonts = { ...fonts, emoji: openFont(data.read("noto-emoji-semibold.ttf"), { scale: emojiScale }) };
    missing = missingIn(missing.join(" "), createFontSet(fonts));
  }
  const eastAsian = eastAsianScriptOf(text, language);
  const scriptOfGrapheme = (grapheme: string) => scriptOf(grapheme, eastAsian);
  if (missing.length > 0) {
    const system = await openSystemFonts(Map.groupBy(missing, scriptOfGrapheme), folders);
    fonts = { ...fonts, system };
    missing = missingIn(missing.join(" "), createFontSet(fonts));
  }
  const scripts = new Set(missing.map(scriptOfGrapheme));
  const missingScripts = [...scripts].every((script) => script === noScript) ? [] : [...scripts];
  return { fonts: createFontSet(fonts), missing, missingScripts: missingScripts.map(scriptName) };
}

async function openSystemFonts(scripts: Map<string, string[]>, folders: readonly string[]): Promise<Font[]> {
  const systemFonts = await listSystemFonts(folders);
  const fonts: Font[] = [];
  for (const [script, graphemes] of scripts) {
    let needed = new Set([...graphemes.join("")].map((character) => character.codePointAt(0) ?? 0));
    for (let count = 0; count < mostFontsPerScript && needed.size > 0; count += 1) {
      const bytes = await systemFonts.find(script, needed);
      if (bytes === undefined) break;
      const font = openFont(bytes, { weight: semiBold, scale: scaleOf(script) });
      fonts.push(font);
      needed = new Set([...needed].filter((codePoint) => !font.has(codePoint)));
    }
  }
  return fonts;
}

/** Returns the graphemes that a font set lacks in any role, each once. */
function missingIn(text: string, fonts: FontSet): string[] {
  const clean = cleanText(text);
  return [
    ...new Set(roles.flatMap((role) => findMissing(clean, role, fonts).map(({ grapheme }) => grapheme))),
  ];
}

// Common to several scripts, or in none.
const noScript = "Zyyy";
const names = new Intl.DisplayNames(["en"], { type: "script" });

function scriptName(script: string): string {
  return script === noScript ? "other characters" : (names.of(script) ?? script);
}
