import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { type JobLog, parseLogLine } from "./act-log.ts";
import { type FakeServices, heygenKey } from "./fake-services.ts";
import type { WorkflowRun } from "./workflow-run.ts";

/** What a run of `act` needs. */
export interface E2eContext {
  /** The path of `act`. */
  readonly act: string;
  /** The repository whose workflows it runs. */
  readonly checkout: string;
  /** For everything that it writes. */
  readonly folder: string;
  readonly services: FakeServices;
  /** The server that workflows query; see inspector.ts. */
  readonly inspectorUrl: string;
  readonly signal: AbortSignal;
}

const runTimeoutMs = 180_000;

/**
 * Runs a workflow in host mode, and adds the logs of its jobs to `jobs` as they arrive. `action` is the
 * folder of the action that recipes use; undefined for workflows that use the checkout.
 */
export async function runAct(
  context: E2eContext,
  run: WorkflowRun,
  action: string | undefined,
  jobs: JobLog[],
) {
  // Detached, so that Ctrl-C reaches only this process, which then stops the child.
  const child = spawn(context.act, toArguments(context, run, action), {
    cwd: context.checkout,
    env: toEnvironment(context),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stderr: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => parseLogLine(jobs, line));
  createInterface({ input: child.stderr }).on("line", (line) => stderr.push(line));
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(runTimeoutMs)]);
  const stop = () => {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
  };
  signal.addEventListener("abort", stop, { once: true });
  const [exitCode] = await once(child, "close");
  signal.removeEventListener("abort", stop);
  return { exitCode: Number(exitCode), stderr };
}

function toArguments(context: E2eContext, run: WorkflowRun, action: string | undefined): string[] {
  const { checkout, folder, services } = context;
  const secrets = {
    GITHUB_TOKEN: services.github.token,
    ...(!run.withoutKey && { HEYGEN_API_KEY: heygenKey }),
  };
  const pairs = (flag: string, values: object) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  return [
    run.event,
    ...["--workflows", join(checkout, run.workflow)],
    ...["--eventpath", join(checkout, "test/e2e/events", run.payload)],
    ...["--platform", "ubuntu-latest=-self-hosted"],
    ...["--actor", run.actor ?? "octocat"],
    // Nothing is masked, so that a key that Showreel prints is found.
    ...["--json", "--rm", "--insecure-secrets"],
    ...["--action-cache-path", join(folder, "act")],
    ...["--cache-server-path", join(folder, "cache"), "--cache-server-addr", "127.0.0.1"],
    ...(action === undefined ? [] : ["--local-repository", `showreel/showreel@v0=${action}`]),
    ...pairs("--secret", secrets),
    ...pairs("--env", toVariables(context, run)),
  ];
}

function toVariables({ services, inspectorUrl }: E2eContext, run: WorkflowRun): object {
  return {
    E2E: inspectorUrl,
    GITHUB_REPOSITORY: services.github.state.repository,
    GITHUB_API_URL: services.github.url,
    GITHUB_RUN_ID: run.id,
    GITHUB_RUN_NUMBER: run.number ?? 1,
    GITHUB_RUN_ATTEMPT: run.attempt ?? 1,
    GITHUB_RETENTION_DAYS: 90,
    // All jobs share one tool cache here; on a hosted machine Showreel ignores it.
    RUNNER_ENVIRONMENT: "github-hosted",
    ACTIONS_RESULTS_URL: services.results.url,
    ACTIONS_RUNTIME_TOKEN: services.results.token,
  };
}

// act passes its own environment to the jobs, so it gets an empty one. It uses the first Node.js on the PATH.
function toEnvironment({ folder }: E2eContext): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  return { PATH: path, HOME: folder, TMPDIR: folder, NO_PROXY: "127.0.0.1" };
}
