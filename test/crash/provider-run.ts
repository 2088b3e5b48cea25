import { type ActionResult, startAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { startRunStartServer } from "../support/github/run-start-server.ts";
import type { BoundaryHook } from "../support/network/request-boundaries.ts";
import type { StartedChild } from "../support/processes/child-process.ts";
import { compileCache } from "../support/processes/compile-cache.ts";
import { type CliResult, startCli } from "../support/processes/run-cli.ts";
import { letTimePass } from "./time-passes.ts";

/** A provider on this computer at which one video is wanted. */
export interface Place extends AsyncDisposable {
  readonly url: string;
  /** How many videos were paid for since it was opened. */
  readonly billed: number;
  /** How often the call that costs money arrived. */
  readonly creates: number;
  /** Lets the answer to the next one get lost on its way. */
  loseAnswer(): void;
}

/** One logical video: what is asked for, of whom, and with which of the two bundles. */
export interface Wish {
  readonly name: string;
  readonly frontEnd: "action" | "command line";
  readonly keyVariable: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The call that costs money. */
  readonly create: string;
  /** The id that the provider gives the video. */
  readonly videoId: string;
  open(hook: BoundaryHook): Promise<Place>;
}

/** How one attempt ended, whichever bundle it was. */
export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outputs: Readonly<Record<string, string>>;
  /** All that it told a person when it failed. */
  readonly words: string;
}

/** All attempts at one logical video; they share a folder. */
export interface ProviderRun extends AsyncDisposable {
  readonly place: Place;
  readonly attempts: number;
  /** The attempt that was started last. */
  readonly current: StartedChild<unknown> | undefined;
  /** Starts the next attempt and waits for its end; the given inputs stand in for those of the wish. */
  attempt(inputs?: Readonly<Record<string, string>>): Promise<Ended>;
}

const timeoutMs = 300_000;

export async function openProviderRun(wish: Wish, hook: BoundaryHook): Promise<ProviderRun> {
  const place = await wish.open(hook);
  const workspace = createWorkspace({});
  const github = await startRunStartServer();
  let attempts = 0;
  let current: StartedChild<ActionResult | CliResult> | undefined;
  return {
    place,
    get attempts() {
      return attempts;
    },
    get current() {
      return current;
    },
    async attempt(inputs = wish.inputs) {
      attempts += 1;
      letTimePass({ cacheEntries: [] }, workspace);
      const env = {
        ...compileCache,
        GITHUB_API_URL: github.url.origin,
        GITHUB_RUN_ATTEMPT: String(attempts),
      };
      current = start(wish, inputsFor(place, inputs), { workspace, env });
      return toEnded(await current.done);
    },
    async [Symbol.asyncDispose]() {
      current?.child.kill("SIGKILL");
      await github[Symbol.asyncDispose]();
      await place[Symbol.asyncDispose]();
    },
  };
}

function start(
  { frontEnd, keyVariable }: Wish,
  { api_key = "", ...inputs }: Record<string, string>,
  { workspace, env }: { workspace: string; env: Record<string, string | undefined> },
): StartedChild<ActionResult | CliResult> {
  if (frontEnd === "action") {
    return startAction({
      workspace,
      env,
      timeoutMs,
      inputs: { ...inputs, api_key, upload_artifact: "false" },
    });
  }
  const flags = Object.entries(inputs).flatMap(([name, value]) => [`--${name.replaceAll("_", "-")}`, value]);
  return startCli(flags, { cwd: workspace, env: { ...env, [keyVariable]: api_key }, timeoutMs });
}

function toEnded(result: ActionResult | CliResult): Ended {
  const { exitCode, signal, stdout, stderr } = result;
  if (!("outputs" in result)) return { exitCode, signal, outputs: toOutputs(stdout), words: stderr };
  const words = result.annotations.map(({ level, message }) => `${level}: ${message}`).join("\n");
  return { exitCode, signal, outputs: result.outputs, words };
}

// A command line that was killed has printed nothing.
function toOutputs(stdout: string): Record<string, string> {
  return stdout.trim() === "" ? {} : JSON.parse(stdout);
}
