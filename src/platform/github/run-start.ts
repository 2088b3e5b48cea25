import { z } from "zod";
import type { Runtime } from "../../base/runtime.ts";
import { interruptedError } from "../../base/runtime.ts";
import type { Github } from "./client.ts";
import type { WorkflowEvent } from "./event.ts";

const workflowRunSchema = z.object({ created_at: z.iso.datetime({ offset: true }) });

// GitHub lets nobody run a workflow again after 30 days, and an attempt lasts 5 at the most (GitHub's page on limits).
const maxRunAgeMs = 35 * 24 * 3_600_000;

/** When the first attempt of a run began at the earliest. */
export interface RunStart {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** It is the very time, as GitHub tells it, and not one before. */
  readonly isExact: boolean;
}

/**
 * When the first attempt of this run was created, as GitHub tells it. Where the token may not read runs, it is the newest
 * time in the event that GitHub itself has set, or 35 days ago: never later than the truth.
 */
export async function findRunStart(
  runtime: Runtime,
  github: Github,
  event: WorkflowEvent,
  run: number,
): Promise<RunStart> {
  const told = await fetchRunCreatedAt(runtime, github, event, run);
  if (told !== undefined) return { at: told, isExact: true };
  return { at: newestEventTime(event) ?? runtime.now() - maxRunAgeMs, isExact: false };
}

async function fetchRunCreatedAt(
  runtime: Runtime,
  github: Github,
  { repository }: WorkflowEvent,
  run: number,
): Promise<number | undefined> {
  if (repository === "" || run === 0) return undefined;
  const found = await github
    .request("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
      parameters: { run_id: run },
      responseSchema: workflowRunSchema,
      permission: "actions: read",
    })
    .catch(() => {
      if (runtime.signal.aborted) throw interruptedError();
      return undefined;
    });
  return found && Date.parse(found.created_at);
}

function newestEventTime({ timestamps }: WorkflowEvent): number | undefined {
  return timestamps.length === 0 ? undefined : Math.max(...timestamps);
}
