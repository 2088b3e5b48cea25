// Words that change how a text is to be taken. Other types, such as `info`, only have a color.
const spokenTypes: Readonly<Record<string, string>> = {
  note: "Note",
  tip: "Tip",
  hint: "Tip",
  important: "Important",
  warning: "Warning",
  attention: "Warning",
  caution: "Caution",
  danger: "Danger",
};

const otherTypes = new Set(
  (
    "abstract admonition alert aside bug callout check collapse custom danger details dropdown error example " +
    "failure faq group help info list missing notice question quote seealso snippet spoiler success summary " +
    "tab tldr todo topic success versionadded versionchanged"
  ).split(" "),
);

/** A box, a tab or another element around some text. */
export interface Container {
  /** Its type in any letter case, such as `note` or `TabItem`. */
  readonly type: string;
  readonly title?: string | undefined;
}

/** Returns whether a word is the type of a box, after which the dialects allow a title. */
export function isContainerType(type: string): boolean {
  return spokenTypes[type.toLowerCase()] !== undefined || otherTypes.has(type.toLowerCase());
}

/**
 * Returns the Markdown line that introduces a container's text: its title in bold, or else its type with a
 * colon if people would say it. Returns "" if there is nothing to say.
 */
export function introduce({ type, title = "" }: Container): string {
  const text = title
    .replace(/\s*\{[^{}]*\}\s*$/, "")
    .replace(/\*+/g, "")
    .trim();
  // "Note" and "Info" are titles that say no more than a type.
  const isType = text === "" || isContainerType(text);
  if (!isType) return `**${text}**`;
  const spokenType = spokenTypes[text.toLowerCase()] ?? spokenTypes[type.toLowerCase()];
  return spokenType === undefined ? "" : `${spokenType}:`;
}

// Markers of containers that start and end at tags. The source contains none of these characters.
const [titleMarker, closeMarker] = ["\ue021", "\ue022"];

/** The first character of an opening line. */
export const openMarker = "\ue020";

/** Returns the line that starts a container at the tag of a template or a component. */
export function openingLine({ type, title = "" }: Container): string {
  return `${openMarker}${type}${titleMarker}${title.replace(/\s+/g, " ")}`;
}

/** The line that ends the container of the last opening line. */
export const closingLine = closeMarker;

/** Parses a line that `openingLine` has returned. */
export function parseOpeningLine(line: string): Container | undefined {
  const text = line.trim();
  if (!text.startsWith(openMarker)) return undefined;
  const [type = "", title] = text.slice(1).split(titleMarker);
  return { type, title };
}
