import { type PromptTemplate, withRulesAndMaterial } from "./template.ts";

/** The prompt for a video that teaches the content of the changed documentation pages. */
export const docs: PromptTemplate = {
  full: (options) =>
    withRulesAndMaterial(
      options,
      `Make a ${options.length}-second video that teaches what these pages of the documentation of {{ repository }} say, to \
${options.audience}.

Build it like this:
1. Opening, one sentence: what the viewer will be able to do.
2. Middle: the steps, or the two or three ideas, in their order. Say what to do and why; leave the details to the page.
3. End, one sentence: that the documentation has the details.`,
      "{{ changed_pages }}",
    ),
  brief: ({ audience, language }) =>
    `A lesson from the documentation of {{ repository }}, for ${audience}, in ${language}: {{ changed_pages }}`,
};
