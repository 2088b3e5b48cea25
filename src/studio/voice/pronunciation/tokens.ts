import { lookUp, type PronunciationTable } from "./table.ts";
import { speakConstant, speakWord } from "./words.ts";

const surroundings = /^([^\p{L}\p{N}]*)(.*[\p{L}\p{N}](?:\+\+|[%€$£°#])?)?(.*)$/su;
const scheme = /^(?:[a-z][a-z\d+.-]{1,20}:\/\/)?(?:www\.(?=\S+\.))?/i;
const afterPath = /(?<=[\p{L}\p{N}/])[?#].*$/u;
const version =
  /^(v?)(\d+(?:\.(?:\d+|x)){0,3})(?:[-+]?(?=[a-z])(alpha|beta|rc|next|canary|dev|pre)[.-]?(\d*))?$/i;
const date = /^\d{1,2}\.\d{1,2}\.(?:19|20)\d\d$/;
const decimal = /^\d+(?:[.,:-]\d+)*(?:[%€$£]|°[CF]?)?$/;
const constant = /^[A-Z\d]+(?:_[A-Z\d]+)+$/;
const sharpLanguage = /^[CF]#$/;
// A path, as opposed to `and/or` and `CI/CD`.
const path = /^(?:\.{0,2}|~|@[^/]*)\/|[.@_]|\/.*\/|\/$/;

/**
 * Returns how a text without white space is spoken: an ordinary word, a version, a number, an address, or the name of
 * a file or of something in a program.
 */
export function speakToken(token: string, table: PronunciationTable): string {
  const [, before = "", core = "", after = ""] = surroundings.exec(token) ?? [];
  if (core === "") return closingMark(before + after);
  return openingWord(before, core, table) + speakCore(core, before, table) + closingMark(after);
}

const closingMark = (marks: string) => /[.,;:!?]/.exec(marks)?.[0] ?? "";

function openingWord(before: string, core: string, table: PronunciationTable): string {
  if (!/^\d/.test(core)) return before === "." ? `${table.dot} ` : "";
  const sign = before.slice(-1);
  if (/[$€£]/.test(sign)) return sign;
  if (sign === "#") return `${table.number} `;
  if (/^[-−]$/.test(before)) return `${table.minus} `;
  const word = /[~≈<>≤≥±]/.test(sign) ? lookUp(table.symbols, sign) : undefined;
  return word === undefined ? "" : `${word} `;
}

function speakCore(core: string, before: string, table: PronunciationTable): string {
  const [, amount, unit = ""] = /^(\d+(?:[.,]\d+)?[%€$£]?)\/(\p{L}{2,})$/u.exec(core) ?? [];
  if (amount !== undefined) return spaced(amount, table.per, speakWord(unit, table));
  // `H.264`
  if (/^\p{Lu}\.\d+$/u.test(core)) return core.replace(".", " ");
  if (sharpLanguage.test(core)) return `${core.charAt(0)} sharp`;
  const [, prefix, numbers = "", stage = "", stageNumber = ""] = version.exec(core) ?? [];
  if (prefix !== undefined && !date.test(core)) {
    const isVersion = `${prefix}${stage}` !== "" || /\..*\.|x/.test(numbers);
    if (isVersion) {
      const name = prefix === "" ? "" : table.version;
      return spaced(name, numbers.replaceAll(".", ` ${table.point} `), speakWord(stage, table), stageNumber);
    }
  }
  if (decimal.test(core)) return speakNumber(core, table);
  if (constant.test(core)) return spaced(...core.split("_").map((word) => speakConstant(word, table)));
  return speakName(core, before, table);
}

// Pico reads `16:9` as a time or with the name of the colon.
function speakNumber(number: string, { ratio }: PronunciationTable): string {
  const isTooLong = /\d{13}/.test(number) || number.length > 30;
  if (isTooLong)
    return number
      .split(/\D/)
      .map((digits) => (digits.length > 12 ? "" : digits))
      .join(" ");
  return number.replace(/^(\d{1,2}):(\d)$/, `$1 ${ratio} $2`).replace(/^(9|10):(16|21)$/, `$1 ${ratio} $2`);
}

// Nobody remembers more of an address.
const spokenSegments = 3;
const longestName = 80;

// Returns the host of a URL with the beginning of its path. A longer name than anyone reads out is "".
function shorten(name: string): string {
  const address = name.replace(scheme, "");
  const shown = address === name ? name : address.split("/").slice(0, spokenSegments).join("/");
  return shown.length > longestName ? "" : shown.replace(afterPath, "");
}

function speakName(name: string, before: string, table: PronunciationTable): string {
  const { keepsHyphens } = table;
  const address = shorten(name);
  const isPath = address !== name || path.test(before + address);
  const parts = address.split(/([^\p{L}\p{N}\p{M}]+)/u);
  // `we'll` is a word, but `l'API` has an abbreviation.
  const isEnding = (index: number) => parts[index - 1] === "'" && /^\p{Ll}{1,2}$/u.test(parts[index] ?? "");
  const spoken = parts.map((part, index) =>
    index % 2 === 1 || isEnding(index) ? part : speakWord(part, table),
  );
  const isOrdinary = (index: number) =>
    /^\p{L}+$/u.test(spoken[index] ?? "") && spoken[index] === parts[index];
  return spoken
    .map((part, index) => {
      if (index % 2 === 0) return part;
      if (part === "-") return keepsHyphens && isOrdinary(index - 1) && isOrdinary(index + 1) ? "-" : " ";
      return speakSeparator(part, isPath, table);
    })
    .join("")
    .trim();
}

function speakSeparator(separator: string, isPath: boolean, table: PronunciationTable): string {
  if (separator === "'") return separator;
  if (separator === ".") return ` ${table.dot} `;
  if (/[/\\]/.test(separator)) return isPath ? ` ${table.slash} ` : " ";
  const words = [...separator].map((character) => table.symbols[character] ?? "");
  return ` ${words.join(" ")} `;
}

function spaced(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
