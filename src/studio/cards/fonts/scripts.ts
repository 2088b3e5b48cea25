/** Letters that one font should draw, by the ISO 15924 code of their script. */
export interface ScriptFamilies {
  readonly script: string;
  /** Whether its letters must be joined or reordered by the font. */
  readonly isComplex?: boolean;
  /** What the names of font files begin with, without spaces and signs, in lower case; the best first. */
  readonly files: readonly string[];
  /** For collections with faces for several countries: what the family name must contain. */
  readonly face?: RegExp;
}

// Of Linux distributions, macOS and Windows.
const cjk = ["notosanscjk", "sourcehansans"];
const indic = ["nirmala", "lohit", "freesans", "arialunicode"];

const families: readonly ScriptFamilies[] = [
  {
    script: "Jpan",
    files: [
      ...cjk,
      "notosansjp",
      "ヒラギノ角",
      "hiraginosans",
      "yugoth",
      "bizudpgothic",
      "meiryo",
      "ipaexg",
      "ipag",
      "takao",
      "vlgothic",
      "msgothic",
      "droidsansfallback",
      "arialunicode",
    ],
    face: /\bJP?\b|Hiragino|Yu Gothic|BIZ|Meiryo|IPA|Takao|VL|Gothic|Droid|Arial/,
  },
  {
    script: "Hans",
    files: [
      ...cjk,
      "notosanssc",
      "pingfang",
      "hiraginosansgb",
      "stheiti",
      "msyh",
      "deng",
      "wqy",
      "simhei",
      "droidsansfallback",
      "arialunicode",
    ],
    face: /\b(?:SC|CN|GB)\b|YaHei|Heiti|Deng|WenQuanYi|SimHei|Droid|Arial/,
  },
  {
    script: "Hant",
    files: [
      ...cjk,
      "notosanstc",
      "notosanshk",
      "pingfang",
      "stheiti",
      "msjh",
      "wqy",
      "droidsansfallback",
      "arialunicode",
    ],
    face: /\b(?:TC|TW|HK)\b|JhengHei|Heiti|WenQuanYi|Droid|Arial/,
  },
  {
    script: "Kore",
    files: [
      ...cjk,
      "notosanskr",
      "applesdgothicneo",
      "malgun",
      "nanumgothic",
      "nanumbarungothic",
      "undotum",
      "baekmuk",
      "gulim",
      "arialunicode",
    ],
    face: /\bKR?\b|Apple SD|Malgun|Nanum|Dotum|Baekmuk|Gulim|Arial/,
  },
  {
    script: "Arab",
    isComplex: true,
    files: [
      "notosansarabic",
      "sfarabic",
      "notonaskharabic",
      "geeza",
      "seguisb",
      "segoeui",
      "tahoma",
      "arial",
      "dejavusans",
    ],
  },
  {
    script: "Hebr",
    files: ["notosanshebrew", "sfhebrew", "arialhb", "seguisb", "segoeui", "arial", "dejavusans"],
  },
  {
    script: "Deva",
    isComplex: true,
    files: ["notosansdevanagari", "kohinoor", "devanagarisangam", "mangal", ...indic],
  },
  { script: "Beng", isComplex: true, files: ["notosansbengali", "kohinoorbangla", "banglasangam", ...indic] },
  { script: "Guru", isComplex: true, files: ["notosansgurmukhi", "muktamahee", "gurmukhisangam", ...indic] },
  {
    script: "Gujr",
    isComplex: true,
    files: ["notosansgujarati", "kohinoorgujarati", "gujaratisangam", ...indic],
  },
  { script: "Orya", isComplex: true, files: ["notosansoriya", "notosansodia", "oriyasangam", ...indic] },
  { script: "Taml", isComplex: true, files: ["notosanstamil", "tamilsangam", ...indic] },
  { script: "Telu", isComplex: true, files: ["notosanstelugu", "kohinoortelugu", "telugusangam", ...indic] },
  { script: "Knda", isComplex: true, files: ["notosanskannada", "kannadasangam", ...indic] },
  { script: "Mlym", isComplex: true, files: ["notosansmalayalam", "malayalamsangam", ...indic] },
  { script: "Sinh", isComplex: true, files: ["notosanssinhala", "sinhalasangam", "iskpota", ...indic] },
  {
    script: "Thai",
    files: ["notosansthai", "notoloopedthai", "thonburi", "leelauib", "leelawui", "tahoma", "loma", "garuda"],
  },
  { script: "Laoo", files: ["notosanslao", "notoloopedlao", "laosangam", "leelauib", "leelawui"] },
  { script: "Khmr", isComplex: true, files: ["notosanskhmer", "khmersangam", "leelauib", "leelawui"] },
  { script: "Mymr", isComplex: true, files: ["notosansmyanmar", "myanmarsangam", "mmrtext"] },
  { script: "Tibt", isComplex: true, files: ["notosanstibetan", "notoseriftibetan", "kailasa", "himalaya"] },
  { script: "Ethi", files: ["notosansethiopic", "kefa", "ebrima", "nyala"] },
  {
    script: "Geor",
    files: ["notosansgeorgian", "sfgeorgian", "helvetica", "seguisb", "segoeui", "sylfaen", "dejavusans"],
  },
  {
    script: "Armn",
    files: ["notosansarmenian", "sfarmenian", "mshtakan", "seguisb", "segoeui", "sylfaen", "dejavusans"],
  },
];

const byScript = new Map(families.map((entry) => [entry.script, entry]));

/** Returns the fonts to look for first; for a script without well-known fonts, any font will do. */
export function familiesOf(script: string): ScriptFamilies {
  return byScript.get(script) ?? { script, files: ["notosans", "dejavusans", "seguisym", "applesymbols"] };
}

// What can be told from a letter alone. Chinese characters need the language.
const scripts =
  "Arab Hebr Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Thai Laoo Khmr Mymr Tibt Ethi Geor Armn"
    .split(" ")
    .map((script) => ({ script, pattern: new RegExp(`\\p{Script_Extensions=${script}}`, "u") }));
const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const hangul = /\p{Script=Hangul}/u;
const eastAsian = /[\p{scx=Hani}\p{scx=Hang}\p{scx=Hira}\p{Script=Bopo}\u3000-\u303f\uff00-\uffef]/u;

/** Returns the script of a character as `familiesOf` takes it: a whole script gets one font. */
export function scriptOf(character: string, eastAsianScript: string): string {
  if (eastAsian.test(character)) return eastAsianScript;
  return scripts.find(({ pattern }) => pattern.test(character))?.script ?? "Zyyy";
}

/** How much smaller the letters of a script are set, so that they look as large as Latin ones beside them. */
export function scaleOf(script: string): number {
  return ["Jpan", "Hans", "Hant", "Kore"].includes(script) ? 0.94 : 1;
}

/**
 * Chooses the country's forms of Chinese characters: by the language, else by the other letters of the text.
 */
export function eastAsianScriptOf(text: string, language: string): string {
  const script = maximize(language);
  if (script !== undefined && ["Jpan", "Kore", "Hans", "Hant"].includes(script)) return script;
  if (kana.test(text)) return "Jpan";
  return hangul.test(text) ? "Kore" : "Hans";
}

/** Whether a language is written from right to left. */
export function isRightToLeft(language: string): boolean {
  return ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"].includes(maximize(language) ?? "");
}

function maximize(language: string): string | undefined {
  try {
    return new Intl.Locale(language).maximize().script;
  } catch {
    return undefined;
  }
}
