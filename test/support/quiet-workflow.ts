import type { Workflow } from "../../src/platform/github/workflow.ts";
import { noEventText } from "../../src/text/event-text.ts";

const nobody = async () => {
  throw new Error("Nobody is to be asked.");
};

/** The first attempt of a run: nothing can have happened before it. */
export const firstAttempt = { attempt: 1, begin: nobody };

/** A run that was started by nothing in particular, may do everything, and has no GitHub to ask. */
export function quietWorkflow(changes: Partial<Workflow> = {}): Workflow {
  return {
    title: "Release 2.0",
    github: { apiUrl: "https://api.github.com", ask: nobody, upload: nobody, mayPause: () => false },
    run: { run: 42, attempt: 1, url: "", commit: "", workflow: "Video", job: "video", step: "make" },
    hasRepository: true,
    lacksSecrets: undefined,
    isOwnDoing: false,
    titleFor: () => changes.title ?? "Release 2.0",
    words: () => noEventText,
    requireTrust: async () => {},
    begin: nobody,
    tag: () => undefined,
    pullRequest: async () => undefined,
    downloadUrl: (tag, name) => `https://github.com/octo/reel/releases/download/${tag}/${name}`,
    ...changes,
  };
}
