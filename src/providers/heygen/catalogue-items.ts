import { plainText } from "../../base/plain-text.ts";
import type { CatalogueItem } from "../../render/catalogue.ts";
import type * as api from "./api-catalogue.ts";

const words = (text: string | null | undefined) => plainText(text ?? "", 80);
const list = (texts: readonly string[] | null | undefined) => (texts ?? []).map(words);

/** A look; its id is what `avatar_id` takes. */
export function toAvatar(look: api.Look): CatalogueItem {
  return {
    avatar_id: words(look.id),
    name: words(look.name),
    type: words(look.avatar_type),
    orientation: words(look.preferred_orientation),
    engines: list(look.supported_api_engines),
    default_voice_id: words(look.default_voice_id),
    status: words(look.status),
  };
}

/** A voice. */
export function toVoice(voice: api.ListedVoice): CatalogueItem {
  return {
    voice_id: words(voice.voice_id),
    name: words(voice.name),
    language: words(voice.language),
    gender: words(voice.gender),
    type: words(voice.type),
  };
}

/** A style of the Video Agent. */
export function toStyle(style: api.Style): CatalogueItem {
  return {
    style_id: words(style.style_id),
    name: words(style.name),
    aspect_ratio: words(style.aspect_ratio),
    tags: list(style.tags),
  };
}

/** A template with variables; HeyGen lists no others. */
export function toTemplate(template: api.Template): CatalogueItem {
  return {
    template_id: words(template.id),
    name: words(template.name),
    aspect_ratio: words(template.aspect_ratio),
  };
}
