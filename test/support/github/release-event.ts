import { createRequire } from "node:module";
import type { WebhookDefinition } from "@octokit/webhooks-examples";
import type { WorkflowEvent } from "../action/runner.ts";

/** GitHub's own example of a published release: it has no name, its tag is `0.0.1`. */
export function createReleaseEvent(): WorkflowEvent {
  // Required at run time: the test runner would convert the 4 MB of JSON to a module.
  const definitions: WebhookDefinition[] = createRequire(import.meta.url)("@octokit/webhooks-examples");
  const examples = definitions.find(({ name }) => name === "release")?.examples ?? [];
  const payload = examples.find((example) => "action" in example && example.action === "published");
  if (payload === undefined) throw new Error("The collection has no example of a published release.");
  return { name: "release", payload };
}
