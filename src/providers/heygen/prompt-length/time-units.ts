interface UnitNames {
  /** How many seconds the unit has. */
  readonly seconds: number;
  readonly names: string;
  /**
   * Names that are units only after a number: abbreviations, and words with another meaning ("the second
   * one", "ora" for now).
   */
  readonly afterNumber: string;
}

const unitNames: readonly UnitNames[] = [
  {
    seconds: 1,
    names: "seconds|sekunden?|secondes|seconden|segundos|secondi|sekund(?:er|y)|секунд\\p{L}*",
    afterNumber: "second|s|secs?|sek|seconde|segundo|secondo|sekund|сек",
  },
  {
    seconds: 60,
    names: "minutes?|minuten|minuut|minutos?|minuti|minut(?:er|ter|y)?|минут\\p{L}*",
    afterNumber: "m|mins?|мин",
  },
  {
    seconds: 3_600,
    names: "hours?|stunden?|heures?|horas?|timm(?:e|ar)|godzin\\p{L}*|час(?:а|ов)?",
    afterNumber: "h|hrs?|std|ora|ore|uur|uren",
  },
];

// German joins units with the words around them: "90-minütig", "Viertelstunde".
const germanCompounds = [
  { seconds: 1, stem: "sekünd" },
  { seconds: 60, stem: "minüt" },
  { seconds: 3_600, stem: "stünd" },
];

// Chinese, Japanese and Korean write units without spaces around them.
const cjkUnits = [
  { seconds: 1, names: "秒|초" },
  { seconds: 60, names: "分(?:钟|鐘|間)?|분" },
  { seconds: 3_600, names: "時間|小时|小時|시간" },
];

/** Matches every unit after a number. */
export const unitPattern = [
  ...unitNames.map(({ names, afterNumber }) => `(?:${names}|${afterNumber})(?!\\p{L})`),
  ...germanCompounds.map(({ stem }) => `${stem}\\p{L}*`),
  ...cjkUnits.map(({ names }) => `(?:${names})`),
].join("|");

/** Matches only units that are unambiguous without a number. */
export const loneUnitPattern = [
  ...unitNames.map(({ names }) => `(?<!\\p{L})(?:${names})(?!\\p{L})`),
  ...germanCompounds.map(({ stem }) => `${stem}ig`),
  "\\p{L}-second(?!\\p{L})",
  "\\p{L}(?:stunde|minute|sekunde)n?(?!\\p{L})",
  "[一二三四五六七八九十百千半数幾几](?:秒|分钟|分鐘|分間|時間|小时|小時)",
].join("|");

const units = [
  ...unitNames.map(({ seconds, names, afterNumber }) => ({ seconds, pattern: `${names}|${afterNumber}` })),
  ...germanCompounds.map(({ seconds, stem }) => ({ seconds, pattern: `${stem}\\p{L}*` })),
  ...cjkUnits.map(({ seconds, names }) => ({ seconds, pattern: names })),
].map(({ seconds, pattern }) => ({ seconds, whole: new RegExp(`^(?:${pattern})$`, "u") }));

/** Returns how many seconds a unit has; NaN for an unknown unit. */
export function secondsPerUnit(unit: string): number {
  return units.find(({ whole }) => whole.test(unit))?.seconds ?? Number.NaN;
}
