import { z } from "zod";

// Strict, because an option that is silently ignored costs a credit. Source of all fields and limits:
// ReelBot's page "Generate video" (2026). Options whose values it does not list (captionSize, tone,
// brandPreset) are not checked.

const key = z.string().min(1).max(1_024);
const seconds = z.number().nonnegative();

/**
 * ReelBot's `provider_options`. A key is the path of a file in the account's library: `users/…/b-roll/x.mp4`.
 */
export const options = z.lazy(() =>
  z.strictObject({
    brollKeys: z.array(key).min(1).max(20),
    musicKey: key.optional(),
    assetTrimSettings: z
      .record(
        key,
        z
          .strictObject({ startTime: seconds, endTime: seconds })
          .refine(({ startTime, endTime }) => startTime < endTime, "startTime must be before endTime"),
      )
      .optional(),
    voiceoverKey: key.optional(),
    voiceoverSpeechMarksKey: key.optional(),
    scriptDuration: z.number().positive().optional(),
    captionSize: z.string().optional(),
    tone: z.string().optional(),
    brandPreset: z.record(z.string(), z.unknown()).optional(),
  }),
);

export type Options = z.infer<typeof options>;
