/** What stands before our block in release notes. */
export const beginOf = (key: string): string => `<!-- showreel:${key} -->`;

/** What stands behind it. */
export const endOf = (key: string): string => `<!-- /showreel:${key} -->`;

/** Release notes without what we have put into them, for whatever video: our own link is no news. */
export function withoutOwnBlock(notes: string): string {
  let rest = notes;
  for (let at = 0; ; ) {
    const from = rest.indexOf("<!-- showreel:", at);
    if (from < 0) return rest.trim();
    const key = /^<!-- showreel:(\S{1,800}) -->/.exec(rest.slice(from, from + 820))?.[1];
    const to = key === undefined ? -1 : rest.indexOf(endOf(key), from);
    if (key === undefined || to < 0) at = from + 1;
    else rest = `${rest.slice(0, from).trimEnd()}\n\n${rest.slice(to + endOf(key).length).trimStart()}`;
  }
}
