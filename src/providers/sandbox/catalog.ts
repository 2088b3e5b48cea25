import type { Catalog, CatalogItem, CatalogKind, CatalogQuery } from "../../jobs/catalog.ts";
import { voices } from "../../studio/voice/voices.ts";

// The voices are those of the storyboards. A storyboard has no avatar, style or template, so these lists only
// show what such lists look like.
const catalogItems: Readonly<Record<CatalogKind, readonly CatalogItem[]>> = {
  avatars: [
    {
      avatar_id: "sandbox_avatar",
      name: "Sandy at the desk",
      type: "studio_avatar",
      orientation: "landscape",
    },
    {
      avatar_id: "sandbox_portrait",
      name: "Sandy on the phone",
      type: "photo_avatar",
      orientation: "portrait",
    },
  ],
  voices: voices.map(({ id, name, language, gender }) => ({
    voice_id: id,
    name,
    language,
    gender,
    type: "public",
  })),
  styles: [{ style_id: "sandbox_sketch", name: "Sketch", aspect_ratio: "16:9", tags: ["handmade"] }],
  templates: [{ template_id: "sandbox_template", name: "Release notes", aspect_ratio: "16:9" }],
};

/** Returns the items that match a query. */
export function listCatalog({ kind, limit, language, gender, ownership }: CatalogQuery): Catalog {
  const matches = (item: CatalogItem) =>
    (language ?? item.language) === item.language && (gender ?? item.gender) === item.gender;
  const items = ownership === "private" ? [] : catalogItems[kind].filter(matches);
  return { items: items.slice(0, limit), hasMore: items.length > limit };
}
