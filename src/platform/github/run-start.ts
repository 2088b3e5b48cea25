import { z } from "zod";
import type { Runtime } from "../../base/runtime.ts";
import { interrupted } from "../../base/runtime.ts";
import type { Github } from "./client.ts";
import type { WorkflowEvent } from "./event.ts";

const workflowRun = z.object({ created_at: z.iso.datetime({ offset: true }) });

// GitHub lets nobody run a workflow again after 30 days, and an attempt lasts 5 at the most (GitHub's page on limits).
const longestMs = 35 * 24 * 3_600_000;

/** When the first attempt of a run began at the earliest. */
export interface Beginning {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** It is the very time, as GitHub tells it, and not one before. */
  readonly isExact: boolean;
}

/**
 * When the first attempt of this run was created, as GitHub tells it. Where the token may not read runs, it is the newest
 * time in the event that GitHub itself has set, or 35 days ago: never later than the truth.
 */
export async function beginningOfRun(
  runtime: Runtime,
  github: Github,
  event: WorkflowEvent,
  run: number,
): Promise<Beginning> {
  const told = await askGithub(runtime, github, event, run);
  if (told !== undefined) return { at: told, isExact: true };
  return { at: newestTime(event) ?? runtime.now() - longestMs, isExact: false };
}

async function askGithub(
  runtime: Runtime,
  github: Github,
  { repository }: WorkflowEvent,
  run: number,
): Promise<number | undefined> {
  if (repository === "" || run === 0) return undefined;
  const found = await github
    .ask("GET /repos/{owner}/{repo}/actions/runs/{run_id}", {
      parameters: { run_id: run },
      answer: workflowRun,
      permission: "actions: read",
    })
    .catch(() => {
      if (runtime.signal.aborted) throw interrupted();
      return undefined;
    });
  return found && Date.parse(found.created_at);
}

function newestTime({ times }: WorkflowEvent): number | undefined {
  return times.length === 0 ? undefined : Math.max(...times);
}
