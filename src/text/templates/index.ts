import type { TemplateName } from "../../inputs/schema/video-settings.ts";
import { docs } from "./docs.ts";
import type { TemplateOptions } from "./options.ts";
import { pullRequest } from "./pull-request.ts";
import { release } from "./release.ts";
import type { PromptTemplate } from "./template.ts";

const templates = { release, pull_request: pullRequest, docs } satisfies Record<TemplateName, PromptTemplate>;

// What a template says itself, with some room for the material.
const minLengthForFullText = 3_000;

/** A ready-made prompt with its placeholders, short where the provider takes little text. */
export function templateText(name: TemplateName, options: TemplateOptions, longest = Infinity): string {
  const template: PromptTemplate = templates[name];
  return longest < minLengthForFullText ? template.brief(options) : template.full(options);
}
