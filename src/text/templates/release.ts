import { type PromptTemplate, withRulesAndMaterial } from "./template.ts";

/** The prompt for a video that announces a new version. */
export const release: PromptTemplate = {
  full: (options) =>
    withRulesAndMaterial(
      options,
      `Make a ${options.length}-second release video: {{ release.name }} of {{ repository }}, for ${options.audience}.

Build it like this:
1. Opening, one sentence: the name of the project, the version, and the one thing that makes it worth an update.
2. Middle: the two or three changes that matter most to the viewer, the largest first. A change that breaks something is always \
one of them, with what to do about it. Leave out dependency updates, refactoring and internal work.
3. End, one sentence: that the version is out now, and that the release notes have the details.`,
      "Version: {{ release.name }}\n\n{{ release.notes }}",
    ),
  brief: ({ audience, language }) =>
    `What is new in {{ release.name }} of {{ repository }}, for ${audience}, in ${language}: {{ release.notes }}`,
};
