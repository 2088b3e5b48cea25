import { z } from "zod";
import { plainText } from "../../base/text/plain-text.ts";
import { readOptions } from "../../inputs/provider-options.ts";

const shortText = (defaultText: string) =>
  z
    .string()
    .min(1)
    .max(200)
    .transform((text) => plainText(text, 200))
    .prefault(defaultText);

const schema = z.lazy(() =>
  z.strictObject({
    /** The length of the video in seconds. */
    length: z.number().int().min(10).max(1_800).prefault(45),
    audience: shortText("the developers who use it"),
    language: shortText("English"),
  }),
);

/** The `template_options`, which vary a template's prompt. */
export type TemplateOptions = z.infer<typeof schema>;

/** Parses `template_options`. Fails with `invalid_input` for unknown options and invalid values. */
export function readTemplateOptions(typed: Readonly<Record<string, unknown>>): TemplateOptions {
  return readOptions(schema, typed, "A template", "template_options");
}
