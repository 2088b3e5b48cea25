import type { z } from "zod";
import { plainText } from "../../../base/text/plain-text.ts";
import type { Catalog, CatalogItem, CatalogQuery } from "../../../jobs/catalog.ts";
import type { Client } from "../client.ts";
import * as api from "./api.ts";

// More pages than any account has. Prevents an endless loop if HeyGen always returns a cursor.
const maxPages = 500;

/** Lists the avatar looks, voices, styles or templates that the account may use. */
export function listCatalog(client: Client, query: CatalogQuery): Promise<Catalog> {
  const { kind, limit, language, gender, ownership } = query;
  switch (kind) {
    case "avatars": {
      const source = { path: "/v3/avatars/looks", schema: api.looks, filters: { ownership }, pageSize: 50 };
      return readPages(client, source, toAvatar, limit);
    }
    case "voices": {
      // HeyGen calls the ownership of a voice its type.
      const filters = { language, gender, type: ownership };
      return readPages(client, { path: "/v3/voices", schema: api.voices, filters }, toVoice, limit);
    }
    case "styles":
      return readPages(client, { path: "/v3/video-agents/styles", schema: api.styles }, toStyle, limit);
    case "templates":
      return readPages(client, { path: "/v3/templates", schema: api.templates }, toTemplate, limit);
  }
}

type QueryParameters = Readonly<Record<string, string | undefined>>;

interface PagedSource<Item> {
  readonly path: string;
  readonly schema: z.ZodType<api.Page<Item>>;
  readonly filters?: QueryParameters;
  /** The most items that HeyGen puts on a page; 100 by default. */
  readonly pageSize?: number;
}

async function readPages<Item>(
  client: Client,
  { path, schema, filters = {}, pageSize = 100 }: PagedSource<Item>,
  toItem: (item: Item) => CatalogItem,
  limit: number,
): Promise<Catalog> {
  const items: CatalogItem[] = [];
  let token: string | undefined;
  for (let count = 1; ; count += 1) {
    const query = toQuery({ limit: String(Math.min(limit, pageSize)), token, ...filters });
    const page = await client.list(path, query, schema);
    items.push(...page.data.map(toItem));
    token = (page.has_more && page.next_token) || undefined;
    if (token === undefined || items.length >= limit || count >= maxPages) {
      return { items: items.slice(0, limit), hasMore: token !== undefined || items.length > limit };
    }
  }
}

function toQuery(parameters: QueryParameters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) query.set(name, value);
  return query;
}

/** A look, which is what `avatar_id` selects. */
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

/** A template with variables. HeyGen doesn't list templates without variables. */
function toTemplate(template: api.Template): CatalogItem {
  return {
    template_id: toPlainText(template.id),
    name: toPlainText(template.name),
    aspect_ratio: toPlainText(template.aspect_ratio),
  };
}

const toPlainText = (text: string | null | undefined) => plainText(text ?? "", 80);
const toPlainTexts = (texts: readonly string[] | null | undefined) => (texts ?? []).map(toPlainText);
