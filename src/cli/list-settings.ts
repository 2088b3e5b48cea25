import { z } from "zod";
import {
  choiceSetting,
  decimal,
  flagSetting,
  numberSetting,
  textSetting,
} from "../inputs/schema/define-setting.ts";
import { apiBaseUrlSetting } from "../inputs/schema/video-settings.ts";
import { providerNames } from "../providers/index.ts";

/** The settings of `showreel list`. */
export const listSettings = z.object({
  provider: choiceSetting(z.enum(providerNames).prefault("heygen"), "The provider to list from."),
  limit: numberSetting(decimal(z.int().min(1).max(10_000)).prefault("50"), {
    description: "The maximum number of entries.",
    allowed: "a whole number from 1 to 10000",
  }),
  ownership: choiceSetting(
    z.enum(["public", "private"]).optional(),
    "For avatars and voices: `public` ones, or your own `private` ones.",
  ),
  language: textSetting("For voices: the English name of the language, such as `German`."),
  gender: choiceSetting(z.enum(["female", "male"]).optional(), "For voices: `female` or `male`."),
  json: flagSetting("Print one JSON array instead of a table.", { default: false }),
  api_base_url: apiBaseUrlSetting,
});

export type ListSettings = z.infer<typeof listSettings>;
