import type { z } from "zod";
import { plainText } from "../../../base/plain-text.ts";
import type { Catalog, CatalogItem, CatalogQuery } from "../../../jobs/catalog.ts";
import type { Client } from "../client.ts";
import * as api from "./api.ts";

const toPlainText = (text: string | null | undefined) => plainText(text ?? "", 80);
const toPlainTexts = (texts: readonly string[] | null | undefined) => (texts ?? []).map(toPlainText);

/** A look; its id is what `avatar_id` takes. */
function toAvatar(look: api.Look): CatalogItem {
  return {
    avatar_id: toPlainText(look.id),
    name: toPlainText(look.name),
    type: toPlainText(look.avatar_type),
    orientation: toPlainText(look.preferred_orientation),
    engines: toPlainTexts(look.supported_api_engines),
    default_voice_id: toPlainText(look.default_voice_id),
    status: toPlainText(look.status),
  };
}

/** A voice. */
function toVoice(voice: api.ListedVoice): CatalogItem {
  return {
    voice_id: toPlainText(voice.voice_id),
    name: toPlainText(voice.name),
    language: toPlainText(voice.language),
    gender: toPlainText(voice.gender),
    type: toPlainText(voice.type),
  };
}

/** A style of the Video Agent. */
function toStyle(style: api.Style): CatalogItem {
  return {
    style_id: toPlainText(style.style_id),
    name: toPlainText(style.name),
    aspect_ratio: toPlainText(style.aspect_ratio),
    tags: toPlainTexts(style.tags),
  };
}

/** A template with variables; HeyGen lists no others. */
function toTemplate(template: api.Template): CatalogItem {
  return {
    template_id: toPlainText(template.id),
    name: toPlainText(template.name),
    aspect_ratio: toPlainText(template.aspect_ratio),
  };
}

/** One page of a list, by its length and cursor. */
type ReadPage<Item> = (
  page: QueryParameters,
) => Promise<{ data: Item[]; has_more?: boolean | null | undefined; next_token?: string | null | undefined }>;

type QueryParameters = Readonly<Record<string, string | undefined>>;

// Nobody has as many as that; a cursor that never ends must not be followed for ever.
const maxPages = 500;

/** The looks, voices, styles or templates that the account may use. */
export function listCatalog(client: Client, query: CatalogQuery): Promise<Catalog> {
  const { kind, limit, language, gender, ownership } = query;
  const read =
    <Page>(path: string, answer: z.ZodType<Page>, filters: QueryParameters = {}) =>
    (page: QueryParameters) =>
      client.list(path, toQuery({ ...page, ...filters }), answer);
  switch (kind) {
    case "avatars":
      return collectPages(limit, 50, read("/v3/avatars/looks", api.looks, { ownership }), toAvatar);
    case "voices":
      // HeyGen's word for whose a voice is.
      return collectPages(
        limit,
        100,
        read("/v3/voices", api.voices, { language, gender, type: ownership }),
        toVoice,
      );
    case "styles":
      return collectPages(limit, 100, read("/v3/video-agents/styles", api.styles), toStyle);
    case "templates":
      return collectPages(limit, 100, read("/v3/templates", api.templates), toTemplate);
  }
}

function toQuery(parameters: QueryParameters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return query;
}

async function collectPages<Item>(
  limit: number,
  largestPage: number,
  read: ReadPage<Item>,
  show: (item: Item) => CatalogItem,
): Promise<Catalog> {
  const items: CatalogItem[] = [];
  let token: string | undefined;
  for (let count = 1; ; count += 1) {
    const page = await read({ limit: String(Math.min(limit, largestPage)), token });
    items.push(...page.data.map(show));
    token = (page.has_more && page.next_token) || undefined;
    const more = token !== undefined || items.length > limit;
    if (token === undefined || items.length >= limit || count >= maxPages) {
      return { items: items.slice(0, limit), hasMore: more };
    }
  }
}
