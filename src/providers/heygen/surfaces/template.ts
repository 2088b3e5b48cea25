import { z } from "zod";
import { invalidInputError } from "../../../base/errors.ts";
import { readOptions } from "../../../inputs/provider-options.ts";
import { rejectSettings } from "./request-checks.ts";
import { callbackOptions } from "./shared-options.ts";
import { heygenJob, type Surface } from "./surface.ts";

const dimensionSide = z.int().min(128).max(4_096).multipleOf(2);

/** `provider_options` with `template_id`. The template itself defines the types of its variables. */
const templateOptions = z.lazy(() =>
  z.strictObject({
    variables: z.record(z.string(), z.json()),
    dimension: z.strictObject({ width: dimensionSide, height: dimensionSide }).optional(),
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
    ...callbackOptions(),
  }),
);

/** Makes a video from a template at HeyGen (`template_id`), filled with `provider_options.variables`. */
export const template: Surface = {
  replaysIdempotencyKey: true,
  toBody(request) {
    rejectSettings(
      request,
      "other sources",
      "avatar_id",
      "voice_id",
      "style_id",
      "resolution",
      "files",
      "messages",
    );
    if (request.orientation ?? request.aspectRatio) throw templateShapeError();
    const chosen = readOptions(templateOptions, request.options, "HeyGen with `template_id`");
    return { ...chosen, title: request.title, caption: request.captions };
  },
  async create(client, body, key, { templateId = "" }) {
    return heygenJob("video", { video_id: await client.renderTemplate(templateId, body, key) });
  },
};

function templateShapeError() {
  return invalidInputError(
    "`aspect_ratio` and `orientation` don't work with `template_id`: the template's own are used.",
    {
      hint: "Remove them.",
      settings: ["aspect_ratio", "orientation"],
    },
  );
}
