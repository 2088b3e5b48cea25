import { withoutEmptyHeadings } from "./empty-headings.ts";
import { withoutEmptyLeads } from "./leads.ts";
import { withoutSilentLists } from "./silent-lists.ts";
import type { Spoken } from "./spoken.ts";

/** Silences the sections that are lists of people, files or hashes, and then all that announced what vanished. */
export function withoutEmptySections(blocks: readonly Spoken[]): Spoken[] {
  return withoutEmptyHeadings(withoutEmptyLeads(withoutSilentLists(blocks)));
}
