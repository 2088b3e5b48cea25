import { fromMarkdown } from "mdast-util-from-markdown";

const known = new Map<string, string>();

/** HTML text with its entities decoded; the table of names is the Markdown parser's. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi, (entity) => {
    const decoded = known.get(entity) ?? decode(entity);
    if (known.size < 5_000) known.set(entity, decoded);
    return decoded;
  });
}

function decode(entity: string): string {
  const [paragraph] = fromMarkdown(entity).children;
  const [text] = paragraph?.type === "paragraph" ? paragraph.children : [];
  return text?.type === "text" ? text.value : " ";
}
