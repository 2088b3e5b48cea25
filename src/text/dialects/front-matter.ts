// The fields by which front matter in the middle of a text differs from other lines between two rules.
const knownFields = new Set(
  (
    "aliases author authors categories category date description draft icon id image keywords lang lastmod " +
    "layout linktitle nav_order order outline parent permalink product redirect_from shorttitle " +
    "sidebar sidebar_label sidebar_position sidebartitle slug status summary tags template title toc type url " +
    "versions weight"
  ).split(" "),
);

const maxLines = 200;

/**
 * Removes front matter in YAML, TOML or JSON: at the start of the text, and in the middle where the next page
 * of a list of pages starts.
 */
export function withoutFrontMatter(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const isStart = kept.every((line) => line.trim() === "") || /^Page .+:$/.test(lastText(kept));
    const isPossible = isStart || lines[index - 1]?.trim() === "";
    const end = isPossible ? findEnd(lines, index, isStart) : undefined;
    if (end === undefined) kept.push(lines[index] ?? "");
    else index = end;
  }
  return kept;
}

function lastText(lines: readonly string[]): string {
  return (lines.at(-1)?.trim() ? lines.at(-1) : lines.at(-2)) ?? "";
}

const yamlLine = /^(?:["']?[\w$@][\w .:$@/-]{0,60}["']?:(?:\s|$)|\s+\S|-\s|#|[\]}]|\s*$)/;
const tomlLine = /^(?:\s*["']?[\w.-]{1,60}["']?\s*=|\s*\[|\s+\S|\s*[\]}]|#|\s*$)/;
const jsonLine = /^\s*(?:["[\]{}]|[\w.-]+,?\s*$|[\]}],?)/;

// Returns the index of the last line of the front matter that starts at a line.
function findEnd(lines: readonly string[], start: number, isStart: boolean): number | undefined {
  switch (lines[start]?.trimEnd()) {
    case "---":
      return findClosing(lines, start, { closing: /^(?:---|\.\.\.)\s*$/, line: yamlLine, isStart });
    case "+++":
      return findClosing(lines, start, { closing: /^\+\+\+\s*$/, line: tomlLine, isStart });
    case "{":
      return findClosing(lines, start, { closing: /^\}\s*$/, line: jsonLine, isStart });
    default:
      return undefined;
  }
}

function findClosing(
  lines: readonly string[],
  start: number,
  { closing, line: format, isStart }: { closing: RegExp; line: RegExp; isStart: boolean },
): number | undefined {
  let fieldCount = 0;
  let isKnown = false;
  for (let index = start + 1; index < Math.min(lines.length, start + maxLines); index += 1) {
    const line = lines[index] ?? "";
    if (closing.test(line)) return fieldCount > 0 && (isKnown || isStart) ? index : undefined;
    if (!format.test(line) || (line.trim() === "" && !isStart)) return undefined;
    const field = /^\s{0,4}["']?([a-z][\w.-]*)["']?\s*[:=]/i.exec(line)?.[1];
    if (field === undefined) continue;
    fieldCount += /^[a-z]/.test(field) || line.startsWith(" ") ? 1 : 0;
    isKnown ||= knownFields.has(field.toLowerCase()) && /^[a-z]/.test(field);
  }
  return undefined;
}
