import { closingLine, isContainerType, openingLine } from "./admonitions.ts";
import { parseArguments } from "./attributes.ts";
import { codeCharacter, maskCode } from "./code-mask.ts";

interface Tag {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: "opening" | "closing" | "self-closing";
  readonly attributes: string;
}

// Components that stand in a sentence, and of which nothing is said.
const silentComponents = /^(?:Badge|Icon|Logo|Anchor|Kbd|Link|A|a)$/;

/**
 * Replaces the tags of components, such as `<Tabs>` or `<Aside type="note">`, in MDX and Vue pages. A tag on
 * its own line becomes a container, whose title is spoken. The text between the tags stays.
 */
export function convertComponents(markdown: string): string {
  if (!/<\/?(?:[A-Z]|>|[\w-]+[^<>]*\{)/.test(markdown)) return markdown;
  const masked = maskCode(markdown);
  const tags = findTags(markdown, masked);
  const closingNames = countClosings(tags);
  let result = "";
  let end = 0;
  const open: OpenComponent[] = [];
  for (const tag of tags) {
    result += markdown.slice(end, tag.start);
    const isFirst = /(?:^|\n)[ \t]*$/.test(masked.slice(Math.max(0, tag.start - 200), tag.start));
    result += replaceTag(tag, { isFirst, open, closingNames });
    end = tag.end;
  }
  return result + markdown.slice(end);
}

// Counts the closing tags by name, which are counted down while the tags are read.
function countClosings(tags: readonly Tag[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { name, kind } of tags) if (kind === "closing") counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

// A component that is open; it is a container if its tag is on its own line.
interface OpenComponent {
  readonly name: string;
  readonly isBlock: boolean;
}

interface Position {
  readonly isFirst: boolean;
  readonly open: OpenComponent[];
  readonly closingNames: Map<string, number>;
}

function replaceTag({ name, kind, attributes }: Tag, { isFirst, open, closingNames }: Position): string {
  if (/^[a-z]/.test(name)) return kind === "closing" ? `</${name}>` : kind === "opening" ? `<${name}>` : "";
  if (kind === "closing") {
    closingNames.set(name, (closingNames.get(name) ?? 1) - 1);
    if (open.at(-1)?.name === name) return open.pop()?.isBlock ? `\n${closingLine}\n` : "";
    return silentComponents.test(name) ? `</${name}>` : "";
  }
  if (silentComponents.test(name)) return kind === "opening" ? `<${name}>` : "";
  if (kind === "self-closing" || !closingNames.get(name)) return "";
  open.push({ name, isBlock: isFirst });
  if (!isFirst) return "";
  const { named } = parseArguments(attributes);
  const namedType = named.type ?? named.kind ?? named.variant ?? "";
  const type = isContainerType(namedType) ? namedType : name;
  const title = named.title ?? named.label ?? named.summary ?? (/^tab/i.test(name) ? named.value : undefined);
  return `${openingLine({ type, title })}\n`;
}

const maxTagLength = 2_000;
const maxFailures = 2_000;

function findTags(text: string, masked: string): Tag[] {
  const tags: Tag[] = [];
  let failures = 0;
  const start = /<(\/?)([A-Za-z][\w.-]*|(?=>))/g;
  for (let match = start.exec(masked); match !== null; match = start.exec(masked)) {
    const [whole, slash = "", name = ""] = match;
    const nameEnd = match.index + whole.length;
    const tagEnd = findTagEnd(masked, nameEnd);
    if (tagEnd === undefined) {
      failures += 1;
      if (failures > maxFailures) return tags;
      continue;
    }
    const attributes = text.slice(nameEnd, tagEnd - 1);
    if (/^[a-z]/.test(name) && !attributes.includes("{")) continue;
    const kind = slash ? "closing" : attributes.endsWith("/") ? "self-closing" : "opening";
    tags.push({ start: match.index, end: tagEnd, name: name || "Fragment", kind, attributes });
    start.lastIndex = tagEnd;
  }
  return tags;
}

// Returns the offset after the ">" that ends a tag: not one in quotes or braces.
function findTagEnd(text: string, from: number): number | undefined {
  let depth = 0;
  let quote = "";
  for (let index = from; index < Math.min(text.length, from + maxTagLength); index += 1) {
    const character = text.charAt(index);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || (character === "'" && depth === 0)) quote = character;
    else if (character === "{") depth += 1;
    else if (character === "}") depth -= 1;
    else if (depth > 0) continue;
    else if (character === ">") return index + 1;
    else if (character === "<" || (character === codeCharacter && depth === 0)) return undefined;
    else if (character === "\n" && /^[ \t]*\n/.test(text.slice(index + 1, index + 100))) return undefined;
  }
  return undefined;
}
