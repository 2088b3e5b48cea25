/** What a provider may have lists of. */
export const catalogueKinds = ["avatars", "voices", "styles", "templates"] as const;

export type CatalogueKind = (typeof catalogueKinds)[number];

export interface CatalogueQuery {
  readonly kind: CatalogueKind;
  /** The largest number of entries that is wanted. */
  readonly limit: number;
  readonly language?: string | undefined;
  readonly gender?: string | undefined;
  readonly ownership?: "public" | "private" | undefined;
}

/**
 * An entry: plain words under their names, in the order in which people read them. What goes into a setting has its
 * name (`avatar_id`).
 */
export type CatalogueItem = Readonly<Record<string, string | readonly string[]>>;

export interface Catalogue {
  readonly items: readonly CatalogueItem[];
  /** There are more than were wanted. */
  readonly hasMore: boolean;
}
