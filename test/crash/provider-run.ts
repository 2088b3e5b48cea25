import { startBuiltAction } from "../support/action/built-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import type { StepResult } from "../support/action/step.ts";
import { startBuiltCli } from "../support/cli/built-cli.ts";
import type { CliResult } from "../support/cli/cli.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { startRunStartServer } from "../support/github/run-start-server.ts";
import type { BoundaryHook } from "../support/network/request-boundaries.ts";
import type { StartedChild } from "../support/processes/child-process.ts";
import { ageIntents } from "./age-intents.ts";

/** A fake provider that renders one video, and counts what is paid for. */
export interface BilledProvider extends AsyncDisposable {
  readonly url: string;
  /** How many videos were paid for since it was started. */
  readonly billed: number;
  /** How many requests that cost money arrived. */
  readonly creates: number;
  /** Drops the response to the next of these requests. */
  loseResponse(): void;
}

/** One video: its inputs, its provider, and the bundle that requests it. */
export interface VideoCase {
  readonly name: string;
  readonly frontEnd: "action" | "command line";
  readonly keyVariable: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The route of the request that costs money. */
  readonly createRoute: string;
  /** The id that the provider gives the video. */
  readonly videoId: string;
  start(hook: BoundaryHook): Promise<BilledProvider>;
}

/** The result of one attempt, of either bundle. */
export interface AttemptResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** All messages to the user: annotations, or the error stream. */
  readonly messages: string;
}

/** All attempts at one video; they share a folder. */
export interface ProviderRun extends AsyncDisposable {
  readonly provider: BilledProvider;
  readonly attempts: number;
  /** The attempt that was started last. */
  readonly current: StartedChild<unknown> | undefined;
  /** Starts the next attempt and waits for its end; `inputs` replace those of the case. */
  attempt(inputs?: Readonly<Record<string, string>>): Promise<AttemptResult>;
}

const timeoutMs = 300_000;

export async function openProviderRun(videoCase: VideoCase, hook: BoundaryHook): Promise<ProviderRun> {
  const provider = await videoCase.start(hook);
  const workspace = createWorkspace({});
  const github = await startRunStartServer();
  let attempts = 0;
  let current: StartedChild<StepResult | CliResult> | undefined;
  return {
    provider,
    get attempts() {
      return attempts;
    },
    get current() {
      return current;
    },
    async attempt(inputs = videoCase.inputs) {
      attempts += 1;
      ageIntents({ cacheEntries: [] }, workspace);
      const env = {
        GITHUB_API_URL: github.url.origin,
        GITHUB_RUN_ATTEMPT: String(attempts),
      };
      current = start(videoCase, inputsFor(provider, inputs), { workspace, env });
      return toAttemptResult(await current.done);
    },
    async [Symbol.asyncDispose]() {
      current?.child.kill("SIGKILL");
      await github[Symbol.asyncDispose]();
      await provider[Symbol.asyncDispose]();
    },
  };
}

function start(
  { frontEnd, keyVariable }: VideoCase,
  { api_key = "", ...inputs }: Record<string, string>,
  { workspace, env }: { workspace: string; env: Record<string, string | undefined> },
): StartedChild<StepResult | CliResult> {
  if (frontEnd === "action") {
    return startBuiltAction({
      workspace,
      env,
      timeoutMs,
      inputs: { ...inputs, api_key, upload_artifact: "false" },
    });
  }
  const flags = Object.entries(inputs).flatMap(([name, value]) => [`--${name.replaceAll("_", "-")}`, value]);
  return startBuiltCli(flags, { cwd: workspace, env: { ...env, [keyVariable]: api_key }, timeoutMs });
}

function toAttemptResult(result: StepResult | CliResult): AttemptResult {
  const { exitCode, signal, stdout, stderr } = result;
  if (!("outputs" in result)) return { exitCode, signal, outputs: toOutputs(stdout), messages: stderr };
  const messages = result.annotations.map(({ level, message }) => `${level}: ${message}`).join("\n");
  return { exitCode, signal, outputs: result.outputs, messages };
}

// A command line that was killed prints nothing.
function toOutputs(stdout: string): Record<string, string> {
  return stdout.trim() === "" ? {} : JSON.parse(stdout);
}
