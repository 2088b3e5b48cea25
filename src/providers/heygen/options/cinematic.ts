import { z } from "zod";
import { asset } from "./shared.ts";

/** `provider_options` of a `prompt` that up to three looks act out; costs a fixed price and has no sound of its own. */
export const cinematicOptions = z
  .strictObject({
    type: z.literal("cinematic_avatar"),
    /** More than the one look of `avatar_id`. */
    avatar_id: z.array(z.string()).min(1).max(3).optional(),
    references: z.array(asset).max(12).optional(),
    duration: z.int().min(4).max(15).optional(),
    auto_duration: z.boolean().optional(),
    enhance_prompt: z.boolean().optional(),
  })
  .refine(({ duration, auto_duration }) => duration === undefined || !auto_duration, {
    path: ["duration"],
    message: "auto_duration chooses it",
  });
