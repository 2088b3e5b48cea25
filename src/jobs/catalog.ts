/** The lists that a provider may offer. */
export const catalogKinds = ["avatars", "voices", "styles", "templates"] as const;

export type CatalogKind = (typeof catalogKinds)[number];

export interface CatalogQuery {
  readonly kind: CatalogKind;
  /** The maximum number of items to return. */
  readonly limit: number;
  readonly language?: string | undefined;
  readonly gender?: string | undefined;
  readonly ownership?: "public" | "private" | undefined;
}

/**
 * One item as plain-text fields, in display order. A field whose value goes into a setting has the setting's
 * name (`avatar_id`).
 */
export type CatalogItem = Readonly<Record<string, string | readonly string[]>>;

export interface Catalog {
  readonly items: readonly CatalogItem[];
  /** Whether the provider has more items than `limit`. */
  readonly hasMore: boolean;
}
