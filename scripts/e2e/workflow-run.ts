import type { World } from "./world.ts";

/** One run of a workflow: what starts it, and as which run. */
export interface WorkflowRun {
  /** Its path in the repository. */
  readonly workflow: string;
  readonly event: "push" | "release" | "pull_request" | "issue_comment" | "workflow_dispatch";
  /** A file in `test/e2e/events`. */
  readonly payload: string;
  /** Who does it; `octocat` unless told. */
  readonly actor?: string;
  /** GitHub gives it no secrets. */
  readonly withoutKey?: true;
  readonly id: number;
  readonly number?: number;
  readonly attempt?: number;
  /** For a workflow that cannot ask itself. Throws when the run did not do what it is for. */
  readonly check?: (world: World) => Promise<void>;
}
