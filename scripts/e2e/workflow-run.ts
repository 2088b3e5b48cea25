import type { FakeServices } from "./fake-services.ts";

/** One run of a workflow: its event, and its run id, number and attempt. */
export interface WorkflowRun {
  /** The path of the workflow in the repository. */
  readonly workflow: string;
  readonly event: "push" | "release" | "pull_request" | "issue_comment" | "workflow_dispatch";
  /** The event payload: a file in `test/e2e/events`. */
  readonly payload: string;
  /** The user who triggers the run; `octocat` by default. */
  readonly actor?: string;
  /** The run gets no secrets. */
  readonly withoutKey?: true;
  readonly id: number;
  readonly number?: number;
  readonly attempt?: number;
  /** For a recipe, which cannot check itself: throws when the run did not have the expected result. */
  readonly check?: (services: FakeServices) => Promise<void>;
}
