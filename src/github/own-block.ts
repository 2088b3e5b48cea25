/** What stands around our own block in release notes: everything between belongs to us. */
export const ownBlock = { begins: "<!-- showreel -->", ends: "<!-- /showreel -->" };

/** Release notes without what we have put into them: our own link is no news. */
export function withoutOwnBlock(notes: string): string {
  let rest = notes;
  for (;;) {
    const from = rest.indexOf(ownBlock.begins);
    const to = rest.indexOf(ownBlock.ends, from);
    if (from < 0 || to < 0) return rest.trim();
    rest = `${rest.slice(0, from).trimEnd()}\n\n${rest.slice(to + ownBlock.ends.length).trimStart()}`;
  }
}
