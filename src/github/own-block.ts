/** What stands before our block in release notes. */
export const beginOf = (key: string): string => `<!-- showreel:${key} -->`;

/** What stands behind it. */
export const endOf = (key: string): string => `<!-- /showreel:${key} -->`;

/** Release notes without what we have put into them, for whatever video: our own link is no news. */
export function withoutOwnBlock(notes: string): string {
  const kept: string[] = [];
  let from = 0;
  for (const { 0: end, 1: key = "", index } of notes.matchAll(/<!-- \/showreel:(\S{1,2400}) -->/g)) {
    // A begin without its end may stand before: what is between is somebody's.
    const begin = notes.lastIndexOf(beginOf(key), index);
    if (begin < from) continue;
    kept.push(notes.slice(from, begin).trimEnd(), "\n\n");
    from = index + end.length;
    while (/\s/.test(notes[from] ?? "")) from += 1;
  }
  return [...kept, notes.slice(from)].join("").trim();
}
