import { readOptions } from "../../../compose/provider-options.ts";
import { templateOptions } from "../options/template.ts";
import { invalid, requireNone } from "./checks.ts";
import { jobOf, type Surface } from "./surface.ts";

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
