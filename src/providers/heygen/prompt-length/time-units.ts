// What a second, a minute and an hour are called. Short ones are units behind a number alone, and so are those that mean
// something else as well: "the second one", "ora" (now).
const unitNames: readonly {
  readonly seconds: number;
  readonly words: string;
  readonly behindNumber: string;
}[] = [
  {
    seconds: 1,
    words: "seconds|sekunden?|secondes|seconden|segundos|secondi|sekund(?:er|y)|секунд\\p{L}*",
    behindNumber: "second|s|secs?|sek|seconde|segundo|secondo|sekund|сек",
  },
  {
    seconds: 60,
    words: "minutes?|minuten|minuut|minutos?|minuti|minut(?:er|ter|y)?|минут\\p{L}*",
    behindNumber: "m|mins?|мин",
  },
  {
    seconds: 3_600,
    words: "hours?|stunden?|heures?|horas?|timm(?:e|ar)|godzin\\p{L}*|час(?:а|ов)?",
    behindNumber: "h|hrs?|std|ora|ore|uur|uren",
  },
];

// German writes them as one word with what stands before or behind: "90-minütig", "Viertelstunde".
const germanCompounds = [
  { seconds: 1, stem: "sekünd" },
  { seconds: 60, stem: "minüt" },
  { seconds: 3_600, stem: "stünd" },
];

// Written without spaces.
const cjkUnits = [
  { seconds: 1, words: "秒|초" },
  { seconds: 60, words: "分(?:钟|鐘|間)?|분" },
  { seconds: 3_600, words: "時間|小时|小時|시간" },
];

/** Behind a number: every unit. */
export const unitPattern = [
  ...unitNames.map(({ words, behindNumber }) => `(?:${words}|${behindNumber})(?!\\p{L})`),
  ...germanCompounds.map(({ stem }) => `${stem}\\p{L}*`),
  ...cjkUnits.map(({ words }) => `(?:${words})`),
].join("|");

/** Without a number: what is a unit beyond doubt. */
export const loneUnitPattern = [
  ...unitNames.map(({ words }) => `(?<!\\p{L})(?:${words})(?!\\p{L})`),
  ...germanCompounds.map(({ stem }) => `${stem}ig`),
  "\\p{L}-second(?!\\p{L})",
  "\\p{L}(?:stunde|minute|sekunde)n?(?!\\p{L})",
  "[一二三四五六七八九十百千半数幾几](?:秒|分钟|分鐘|分間|時間|小时|小時)",
].join("|");

const units = [
  ...unitNames.map(({ seconds, words, behindNumber }) => ({ seconds, pattern: `${words}|${behindNumber}` })),
  ...germanCompounds.map(({ seconds, stem }) => ({ seconds, pattern: `${stem}\\p{L}*` })),
  ...cjkUnits.map(({ seconds, words }) => ({ seconds, pattern: words })),
].map(({ seconds, pattern }) => ({ seconds, whole: new RegExp(`^(?:${pattern})$`, "u") }));

/** How many seconds the unit has. */
export function secondsOf(unit: string): number {
  return units.find(({ whole }) => whole.test(unit))?.seconds ?? Number.NaN;
}
