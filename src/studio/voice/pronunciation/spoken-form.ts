import type { VoiceLanguage } from "../voices.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { italian } from "./italian.ts";
import { spanish } from "./spanish.ts";
import { lookUp, type PronunciationTable } from "./table.ts";
import { speakToken } from "./tokens.ts";

const tables: Readonly<Record<VoiceLanguage, PronunciationTable>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
};

/**
 * Returns what is said for what is written, spelled for the rules of Pico: names, versions, addresses, abbreviations,
 * units and symbols. Returns "" if there is nothing to say. What it returns has only Latin letters, digits and the
 * marks that Pico needs.
 */
export function spokenForm(text: string, language: VoiceLanguage): string {
  const table = tables[language];
  const words = speakAbbreviations(speakAmounts(speakMarks(text, table), table), table);
  const spoken = words.split(/\s+/).map((token) => lookUp(table.symbols, token) ?? speakToken(token, table));
  return cleanUp(withoutRepeatedVersion(spoken.join(" "), table));
}

// `Version v2.4.1` has the word twice.
function withoutRepeatedVersion(text: string, { version }: PronunciationTable): string {
  return text.replace(new RegExp(`(?<!\\p{L})(${version}) ${version}(?!\\p{L})`, "giu"), "$1");
}

// The last two are the variation selectors, and the frame of a keycap.
const invisible = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]|[\u{fe00}-\u{fe0f}]|\u{20e3}/gu;
const pictograph = /(?![\d#*©®™])\p{Emoji}/gu;

// Marks that make a pause become commas; for Pico, a dash is none.
function speakMarks(text: string, { to }: PronunciationTable): string {
  return text
    .normalize("NFC")
    .replace(/[\t\n\r\u2028\u2029]/g, " ")
    .replace(invisible, "")
    .replace(pictograph, " ")
    .replace(/[‘’ʼ`´]/g, "'")
    .replace(/μ/g, "µ")
    .replace(/["“”„«»‹›]/g, " ")
    .replace(/(?<=\w)\(\w{0,2}\)/g, "")
    .replace(/[()[\]{}]/g, ", ")
    .replace(/(?<=\d) ?– ?(?=\d)/g, ` ${to} `)
    .replace(/(?<![\p{L}\d.-])(\d{1,3}(?:[.,]\d+)?)-(\d{1,3})(?![\d-])/gu, `$1 ${to} $2`)
    .replace(/ [-–—] |[–—]|[→⇒]|[-=]>/g, ", ")
    .replace(/…/g, ". ");
}

// A table has `z.b.` for `z.B.` and `z. B.`.
function speakAbbreviations(text: string, { abbreviations }: PronunciationTable): string {
  return text.replace(anyAbbreviation, (found) => {
    return lookUp(abbreviations, found.toLowerCase().replaceAll(" ", "")) ?? found;
  });
}

const anyAbbreviation = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?:${Object.values(tables)
    .flatMap(({ abbreviations }) => Object.keys(abbreviations))
    .toSorted((one, other) => other.length - one.length)
    .map((key) => key.replace(/\.(?=.)/g, "\\. ?").replace(/\.$/, "\\."))
    .join("|")})`,
  "giu",
);

const amount =
  /(?<![\p{L}\p{N}.,])(\d+(?:[.,]\d+)?)[ \u00a0\u202f]?([a-zµ]{1,4}|×)(?:\/([a-z]{1,3}))?(?![\p{L}\p{N}])/giu;

function speakAmounts(text: string, table: PronunciationTable): string {
  return text
    .replace(/(?<=\d) (?=[%€$£°])/g, "")
    .replace(/(?<=\d)\.(?=[ºª])/g, "")
    .replace(/(?<![\d.,])\d{1,3}(?:\.\d{3})+(?![\d.])/g, (number) =>
      table.groupsDigitsWithDots ? number.replaceAll(".", "") : number,
    )
    .replace(amount, (found, value: string, unit: string, divisor: string | undefined) => {
      if (/^[x×]$/.test(unit)) return `${value} ${table.times}`;
      const [one, more] = lookUp(table.units, unit) ?? [];
      if (one === undefined) return found;
      const [each = divisor] = lookUp(table.units, divisor ?? "") ?? [];
      return `${value} ${value === "1" ? one : more}${each === undefined ? "" : ` ${table.per} ${each}`}`;
    });
}

const unspeakable = /[^\p{Script=Latin}\p{M}\d\s.,;:!?'%€$£°-]/gu;

// A mark follows a word, and only one: Pico pauses for each.
function cleanUp(text: string): string {
  return text
    .replace(unspeakable, " ")
    .replace(/(?<![\p{L}\p{M}\d])['-]|['-](?![\p{L}\d])/gu, " ")
    .replace(/\s+(?=[.,;:!?])/g, "")
    .replace(/[.,;:!?]{2,}/g, strongestMark)
    .replace(/([,;:!?])(?=\p{L})/gu, "$1 ")
    .replace(/^[\s.,;:!?]+|\s+$/g, "")
    .replace(/\s+/g, " ");
}

function strongestMark(marks: string): string {
  return /[!?]/.exec(marks)?.[0] ?? /[.;:]/.exec(marks)?.[0] ?? ",";
}
