import type { TemplateName } from "../../inputs/schema/video-settings.ts";
import { docs } from "./docs.ts";
import type { TemplateOptions } from "./options.ts";
import { pullRequest } from "./pull-request.ts";
import { release } from "./release.ts";
import type { PromptTemplate } from "./template.ts";

const templates = { release, pull_request: pullRequest, docs } satisfies Record<TemplateName, PromptTemplate>;

// Enough for a full prompt's own text and some material.
const minLengthForFullPrompt = 3_000;

/** Returns a template's prompt with its placeholders; the brief one if the provider accepts little text. */
export function templateText(name: TemplateName, options: TemplateOptions, maxLength = Infinity): string {
  const template: PromptTemplate = templates[name];
  return maxLength < minLengthForFullPrompt ? template.brief(options) : template.full(options);
}
