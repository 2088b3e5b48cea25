/** Returns an outline without its code. Fails if code is not closed. */
export function withoutCode(outline: string): string {
  const kept: string[] = [];
  let fence: string | undefined;
  for (const line of outline.split("\n")) {
    if (fence === undefined) fence = /^(`{3,})[^`]*$/.exec(line)?.[1];
    else if (line === fence) {
      fence = undefined;
      continue;
    }
    if (fence === undefined) kept.push(line);
  }
  if (fence !== undefined) throw new Error(`The code is not closed: ${outline}`);
  return kept.join("\n");
}

/** Returns the words and numbers of a text, in their order. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
