import { type PromptTemplate, withRulesAndMaterial } from "./template.ts";

/** The prompt for a video that explains a change before it is merged. */
export const pullRequest: PromptTemplate = {
  full: (options) =>
    withRulesAndMaterial(
      options,
      `Make a ${options.length}-second video that explains a proposed change to {{ repository }} to ${options.audience}.

Build it like this:
1. Opening, one sentence: what the change is for.
2. Middle: how it was before, how it is with the change, and what a reviewer should look at. The list of files shows where the \
work is; do not read it out.
3. End, one sentence: that the change is open for review.`,
      "Title: {{ pull_request.title }}\n\n{{ pull_request.body }}\n\nFiles:\n{{ changed_files }}",
    ),
  brief: ({ audience, language }) =>
    `A change to {{ repository }}, for ${audience}, in ${language}: {{ pull_request.title }}. {{ pull_request.body }}`,
};
