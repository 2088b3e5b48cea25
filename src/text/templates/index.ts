import type { TemplateName } from "../../inputs/schema/video-settings.ts";
import { docs } from "./docs.ts";
import type { TemplateOptions } from "./options.ts";
import { pullRequest } from "./pull-request.ts";
import { release } from "./release.ts";
import type { Template } from "./template.ts";

const templates = { release, pull_request: pullRequest, docs } satisfies Record<TemplateName, Template>;

// What a template says itself, with some room for the material.
const fullTextNeeds = 3_000;

/** A ready-made prompt with its placeholders, short where the provider takes little text. */
export function templateText(name: TemplateName, options: TemplateOptions, longest = Infinity): string {
  const template: Template = templates[name];
  return longest < fullTextNeeds ? template.brief(options) : template.full(options);
}
