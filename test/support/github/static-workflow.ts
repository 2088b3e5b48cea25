import type { Workflow } from "../../../src/platform/github/workflow.ts";
import { noEventText } from "./event-text.ts";

const nobody = async () => {
  throw new Error("Nobody is to be asked.");
};

/** The first attempt of a run. */
export const firstAttempt = { number: 1, runStart: nobody };

/** A workflow run without an event and with all permissions, which makes no requests. */
export function staticWorkflow(changes: Partial<Workflow> = {}): Workflow {
  return {
    title: "Release 2.0",
    github: {
      apiUrl: "https://api.github.com",
      request: nobody,
      paginate: nobody,
      upload: nobody,
      reservePause: () => false,
    },
    run: { run: 42, attempt: 1, url: "", commit: "", workflow: "Video", job: "video", step: "make" },
    hasRepository: true,
    missingSecretsReason: undefined,
    isSelfTriggered: false,
    titleFor: () => ({ text: changes.title ?? "Release 2.0", isGeneric: false }),
    eventText: () => noEventText,
    requireTrust: async () => {},
    runStart: nobody,
    resolveTag: () => undefined,
    latestReleaseTag: nobody,
    pullRequest: async () => undefined,
    releaseAssetUrl: (tag, name) => `https://github.com/octo/reel/releases/download/${tag}/${name}`,
    ...changes,
  };
}
