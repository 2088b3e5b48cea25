import { spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { type JobLog, readLine } from "./act-log.ts";
import type { WorkflowRun } from "./workflow-run.ts";
import { heygenKey, type World } from "./world.ts";

/** Where the engine works. */
export interface Place {
  readonly act: string;
  /** The repository that it runs. */
  readonly checkout: string;
  /** For all that it writes. */
  readonly folder: string;
  readonly world: World;
  /** Where workflows ask what came of them. */
  readonly witnessUrl: string;
  readonly signal: AbortSignal;
}

const longestMs = 180_000;

/** Runs a workflow in the engine's host mode; what becomes known of its jobs goes into `jobs` at once. */
export async function runAct(place: Place, run: WorkflowRun, action: string | undefined, jobs: JobLog[]) {
  // A group of its own, so that Ctrl-C reaches us alone, and we end it.
  const child = spawn(place.act, toArguments(place, run, action), {
    cwd: place.checkout,
    env: toEnvironment(place),
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const own: string[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => readLine(jobs, line));
  createInterface({ input: child.stderr }).on("line", (line) => own.push(line));
  const signal = AbortSignal.any([place.signal, AbortSignal.timeout(longestMs)]);
  const end = () => {
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 5_000).unref();
  };
  signal.addEventListener("abort", end, { once: true });
  const [code] = await once(child, "close");
  signal.removeEventListener("abort", end);
  return { code: Number(code), words: own };
}

function toArguments(place: Place, run: WorkflowRun, action: string | undefined): string[] {
  const { checkout, folder, world } = place;
  const secrets = { GITHUB_TOKEN: world.github.token, ...(!run.withoutKey && { HEYGEN_API_KEY: heygenKey }) };
  const pairs = (flag: string, values: object) =>
    Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  return [
    run.event,
    ...["--workflows", join(checkout, run.workflow)],
    ...["--eventpath", join(checkout, "test/e2e/events", run.payload)],
    ...["--platform", "ubuntu-latest=-self-hosted"],
    ...["--actor", run.actor ?? "octocat"],
    // Nothing is masked, so that a key that we print ourselves is seen.
    ...["--json", "--rm", "--insecure-secrets"],
    ...["--action-cache-path", join(folder, "act")],
    ...["--cache-server-path", join(folder, "cache"), "--cache-server-addr", "127.0.0.1"],
    ...(action === undefined ? [] : ["--local-repository", `showreel/showreel@v0=${action}`]),
    ...pairs("--secret", secrets),
    ...pairs("--env", toVariables(place, run)),
  ];
}

function toVariables({ world, witnessUrl }: Place, run: WorkflowRun): object {
  return {
    E2E: witnessUrl,
    GITHUB_REPOSITORY: world.github.state.repository,
    GITHUB_API_URL: world.github.url,
    GITHUB_RUN_ID: run.id,
    GITHUB_RUN_NUMBER: run.number ?? 1,
    GITHUB_RUN_ATTEMPT: run.attempt ?? 1,
    GITHUB_RETENTION_DAYS: 90,
    // All jobs have one tool cache here: as on a hosted machine it counts for nothing.
    RUNNER_ENVIRONMENT: "github-hosted",
    ACTIONS_RESULTS_URL: world.results.url,
    ACTIONS_RUNTIME_TOKEN: world.results.token,
  };
}

/** The engine hands on its own environment to the jobs: so it gets an empty one. It takes the Node that is first on the PATH. */
function toEnvironment({ folder }: Place): NodeJS.ProcessEnv {
  const path = [dirname(process.execPath), process.env.PATH].join(delimiter);
  return { PATH: path, HOME: folder, TMPDIR: folder, NO_PROXY: "127.0.0.1" };
}
