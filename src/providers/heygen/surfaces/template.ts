import { z } from "zod";
import { readOptions } from "../../../inputs/provider-options.ts";
import { invalid, requireNone } from "./checks.ts";
import { callback } from "./shared-options.ts";
import { jobOf, type Surface } from "./surface.ts";

const side = z.int().min(128).max(4_096).multipleOf(2);

/** `provider_options` of a `template_id`. What a variable looks like, the template itself says. */
const templateOptions = z.strictObject({
  variables: z.record(z.string(), z.json()),
  dimension: z.strictObject({ width: side, height: side }).optional(),
  fps: z.literal([25, 30, 60]).optional(),
  scene_ids: z.array(z.string()).optional(),
  folder_id: z.string().optional(),
  brand_voice_id: z.string().optional(),
  enable_sharing: z.boolean().optional(),
  include_gif: z.boolean().optional(),
  keep_text_vertically_centered: z.boolean().optional(),
  reorder_music: z.boolean().optional(),
  subtitles: z
    .strictObject({
      preset_name: z.string(),
      alignment: z.int().optional(),
      font_size: z.int().optional(),
      disable_highlight: z.boolean().optional(),
      position: z.strictObject({ x: z.number(), y: z.number() }).optional(),
    })
    .optional(),
  ...callback,
});

/** A template stored at HeyGen, filled with `provider_options.variables`. */
export const template: Surface = {
  replays: true,
  toBody(request) {
    requireNone(
      request,
      "other sources",
      "avatar_id",
      "voice_id",
      "style_id",
      "resolution",
      "files",
      "messages",
    );
    if (request.orientation ?? request.aspectRatio) throw shapeOfTemplate();
    const chosen = readOptions(templateOptions, request.options, "HeyGen with `template_id`");
    return { ...chosen, title: request.title, caption: request.captions };
  },
  async create(client, body, key, { templateId = "" }) {
    return jobOf("video", { video_id: await client.renderTemplate(templateId, body, key) });
  },
};

function shapeOfTemplate() {
  return invalid("`aspect_ratio` and `orientation` are the template's own.", "Remove them.");
}
