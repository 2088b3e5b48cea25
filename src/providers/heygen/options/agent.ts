import { z } from "zod";
import { asset, callback } from "./shared.ts";

/** `provider_options` of a `prompt` (Video Agent). */
export const agentOptions = z.strictObject({
  /** `chat` may stop and ask; it is what `messages` answer. */
  mode: z.enum(["generate", "chat"]).optional(),
  brand_kit_id: z.string().optional(),
  files: z.array(asset).max(20).optional(),
  incognito_mode: z.boolean().optional(),
  ...callback,
});

/** `provider_options` of a `prompt` that changes the video of a session. */
export const revisionOptions = z.strictObject({
  brand_kit_id: z.string().optional(),
  files: z.array(asset).max(20).optional(),
});
