import type { Catalogue, CatalogueItem, CatalogueKind, CatalogueQuery } from "../../render/catalogue.ts";

const lists: Readonly<Record<CatalogueKind, readonly CatalogueItem[]>> = {
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
  voices: [
    { voice_id: "sandbox_alto", name: "Sandy", language: "English", gender: "female", type: "public" },
    { voice_id: "sandbox_bass", name: "Rocky", language: "German", gender: "male", type: "public" },
  ],
  styles: [{ style_id: "sandbox_sketch", name: "Sketch", aspect_ratio: "16:9", tags: ["handmade"] }],
  templates: [{ template_id: "sandbox_template", name: "Release notes", aspect_ratio: "16:9" }],
};

/** Made-up entries, to see what a list looks like. */
export function listSandbox({ kind, limit, language, gender, ownership }: CatalogueQuery): Catalogue {
  const fits = (item: CatalogueItem) =>
    [language ?? item.language, gender ?? item.gender].join() === [item.language, item.gender].join();
  const items = ownership === "private" ? [] : lists[kind].filter(fits);
  return { items: items.slice(0, limit), more: items.length > limit };
}
