import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { WebhookDefinition } from "@octokit/webhooks-examples";
import { createTemporaryFolder } from "../files/temporary-folder.ts";

// Required at run time: the test runner would convert the 4 MB of JSON to a module.
const definitions = (): WebhookDefinition[] => createRequire(import.meta.url)("@octokit/webhooks-examples");

/** GitHub's own examples of an event's payload. */
export function exampleEvents(name: string): readonly object[] {
  return definitions().find((definition) => definition.name === name)?.examples ?? [];
}

/** One of GitHub's own examples of each event. */
export function allExampleEvents(): [name: string, payload: object][] {
  return definitions().map(({ name, examples }) => [name, examples[0] ?? {}]);
}

/** Returns the environment of a step started by this event, with overrides. */
export function eventEnvironment(
  name: string,
  payload: unknown,
  changes: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
  const path = join(createTemporaryFolder(), "event.json");
  writeFileSync(path, typeof payload === "string" ? payload : JSON.stringify(payload));
  return {
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: "octo/showreel-test",
    GITHUB_ACTOR: "octocat",
    GITHUB_REF: "refs/heads/main",
    GITHUB_REF_NAME: "main",
    GITHUB_SHA: "c0ffee0000000000000000000000000000c0ffee",
    ...changes,
  };
}
