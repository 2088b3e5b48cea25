import { z } from "zod";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import type { GitHubClient } from "./api/client.ts";
import type { WorkflowEvent } from "./event.ts";

const workflowRunSchema = z.lazy(() => z.object({ created_at: z.iso.datetime({ offset: true }) }));

// A workflow can be re-run for 30 days, and a run lasts at most 5 days (source: GitHub's documentation of
// limits).
const maxRunAgeMs = 35 * 24 * 3_600_000;

/** The earliest time at which the first attempt of a run can have started. */
export interface RunStart {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** True if `at` is the time that GitHub reported; false if it is an assumed, earlier time. */
  readonly isExact: boolean;
}

/**
 * Returns when the first attempt of a run was created, from GitHub. If the token can't read runs, returns an
 * assumed time that is never later than the real one: the latest time in the payload that was set by GitHub,
 * or else 35 days ago.
 */
export async function findRunStart(
  runtime: Runtime,
  github: GitHubClient,
  event: WorkflowEvent,
  runId: number,
): Promise<RunStart> {
  const createdAt = await fetchRunCreatedAt(runtime, github, event, runId);
  if (createdAt !== undefined) return { at: createdAt, isExact: true };
  return { at: latestEventTime(event) ?? runtime.now() - maxRunAgeMs, isExact: false };
}

async function fetchRunCreatedAt(
  runtime: Runtime,
  github: GitHubClient,
  { repository }: WorkflowEvent,
  runId: number,
): Promise<number | undefined> {
  if (repository === "" || runId === 0) return undefined;
  const workflowRun = await github
    .request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
      parameters: { run_id: runId },
      responseSchema: workflowRunSchema,
      permission: "actions: read",
    })
    .catch(() => {
      if (runtime.signal.aborted) throw interruptedError();
      return undefined;
    });
  return workflowRun && Date.parse(workflowRun.created_at);
}

function latestEventTime({ timestamps }: WorkflowEvent): number | undefined {
  return timestamps.length === 0 ? undefined : Math.max(...timestamps);
}
