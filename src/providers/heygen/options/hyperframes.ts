import { z } from "zod";
import { callback } from "./shared.ts";

/** `provider_options` of a `composition` that HeyGen's cloud renders. */
export const hyperframesOptions = z.strictObject({
  fps: z.number().positive().optional(),
  quality: z.enum(["draft", "standard", "high"]).optional(),
  format: z.enum(["mp4", "webm"]).optional(),
  /** One of several compositions in the project. */
  composition: z.string().optional(),
  variables: z.record(z.string(), z.json()).optional(),
  ...callback,
});
