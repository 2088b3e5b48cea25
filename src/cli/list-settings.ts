import { z } from "zod";
import { sharedSettings } from "../inputs/schema/settings.ts";
import { providerNames } from "../providers/index.ts";

const { provider, api_base_url } = sharedSettings(providerNames).shape;

/** The settings of `showreel list`. */
export const listSettings = z.object({
  provider: provider.meta({ description: "Whose lists.", allowed: provider.meta()?.allowed }),
  limit: z.coerce.number().int().min(1).max(10_000).prefault("50").meta({
    description: "At most so many entries.",
    allowed: "a whole number from 1 to 10000",
  }),
  ownership: z.enum(["public", "private"]).optional().meta({
    description: "Avatars and voices: `public` ones, or `private` ones, which are your own.",
    allowed: "`public` or `private`",
  }),
  language: z.string().optional().meta({
    description: "Voices: those of this language, by its English name, such as `German`.",
    allowed: "the name of a language",
  }),
  gender: z.enum(["female", "male"]).optional().meta({
    description: "Voices: `female` or `male` ones.",
    allowed: "`female` or `male`",
  }),
  json: z
    .stringbool({ truthy: ["true"], falsy: ["false"] })
    .prefault("false")
    .meta({
      description: "One JSON array instead of a table.",
      allowed: "`true` or `false`",
    }),
  api_base_url,
});

export type ListSettings = z.infer<typeof listSettings>;
