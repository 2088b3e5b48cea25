import type { Runtime } from "../base/runtime.ts";
import type { EventText } from "../compose/event-text.ts";
import { createGithub } from "./client.ts";
import { readEvent, titleOf } from "./event.ts";
import { isOpenToAll, lacksSecrets, requireWriter } from "./trust.ts";
import { createEventText } from "./words.ts";

/** The workflow run around us, as far as a video is concerned; in a terminal there is little of it. */
export interface Workflow {
  readonly title: string;
  /** Why GitHub gives this run no secrets; undefined when it does. */
  readonly lacksSecrets: string | undefined;
  words(workspace: string, releaseTag: string | undefined): EventText;
  /** Fails unless whoever started this run may spend the owner's money. */
  requireTrust(): Promise<void>;
}

/** Reads the environment of a step. `token` is for GitHub's API, and may be empty. */
export function readWorkflow(runtime: Runtime, env: NodeJS.ProcessEnv, token: string): Workflow {
  const event = readEvent(env);
  const apiUrl = env.GITHUB_API_URL || "https://api.github.com";
  const github = createGithub(runtime, { apiUrl, token, repository: event.repository });
  return {
    title: titleOf(event),
    lacksSecrets: lacksSecrets(event),
    words: (workspace, releaseTag) => createEventText(runtime, { event, github, workspace, releaseTag }),
    requireTrust: async () => {
      if (isOpenToAll(event)) await requireWriter(github, event);
    },
  };
}
