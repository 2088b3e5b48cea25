import { z } from "zod";
import { invalidInputError } from "../../../base/errors.ts";
import { readOptions } from "../../../inputs/provider-options.ts";
import { createVideo } from "./avatar.ts";
import {
  rejectSettings,
  requireLength,
  requireMaxFiles,
  requireOneOf,
  toAspectRatio,
} from "./request-checks.ts";
import { assetReference } from "./shared-options.ts";
import type { Surface } from "./surface.ts";

/**
 * `provider_options` with a `prompt` for `type: cinematic_avatar`. The price is fixed, and the video has no
 * sound.
 */
const cinematicOptions = z.lazy(() =>
  z
    .strictObject({
      type: z.literal("cinematic_avatar"),
      /** The looks, if there is more than one. */
      avatar_id: z.array(z.string()).min(1).max(3).optional(),
      references: z.array(assetReference).max(12).optional(),
      duration: z.int().min(4).max(15).optional(),
      auto_duration: z.boolean().optional(),
      enhance_prompt: z.boolean().optional(),
    })
    .refine(({ duration, auto_duration }) => duration === undefined || !auto_duration, {
      path: ["duration"],
      message: "auto_duration chooses the duration",
    }),
);

// Source: HeyGen's reference of POST /v3/videos, type cinematic_avatar.
const maxPromptLength = 10_000;
const maxReferences = 12;
const aspectRatios = ["16:9", "9:16", "1:1"];

/** Makes a video without sound in which one to three looks act out a `prompt` (`type: cinematic_avatar`). */
export const cinematic: Surface = {
  replaysIdempotencyKey: true,
  toBody(request, toAsset) {
    requireLength(request, "prompt", maxPromptLength);
    rejectSettings(request, "a spoken video", "voice_id", "style_id", "captions", "messages");
    rejectSettings(request, "Video Agent (`provider_options` takes a duration)", "length");
    const { avatar_id, references, ...chosen } = readOptions(
      cinematicOptions,
      request.options,
      "HeyGen with `type: cinematic_avatar`",
    );
    if (avatar_id && request.avatarId !== undefined) throw duplicateAvatarError();
    const looks = avatar_id ?? (request.avatarId ? [request.avatarId] : []);
    if (looks.length === 0)
      throw invalidInputError("`avatar_id` is required with `type: cinematic_avatar`.", {
        hint: "Choose one from `showreel list avatars`.",
        settings: ["avatar_id"],
      });
    const allReferences = [...(references ?? []), ...(request.files ?? []).map(toAsset)];
    requireMaxFiles(allReferences, maxReferences);
    return {
      ...chosen,
      prompt: request.text,
      avatar_id: looks,
      references: allReferences.length > 0 ? allReferences : undefined,
      title: request.title,
      resolution: requireOneOf("resolution", request.resolution, ["1080p", "720p"]),
      aspect_ratio: toAspectRatio(request, aspectRatios),
    };
  },
  create: createVideo,
};

function duplicateAvatarError() {
  return invalidInputError("`avatar_id` is set twice: as an input and in `provider_options`.", {
    hint: "Keep one of them.",
    settings: ["avatar_id", "provider_options"],
  });
}
