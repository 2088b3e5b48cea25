import { createActionLogger } from "../../../src/action/logger.ts";
import { main } from "../../../src/action/main.ts";
import { redactStream } from "../../../src/action/redact-stream.ts";
import { createSecrets } from "../../../src/base/secrets/secrets.ts";
import { registerSecrets, secretsFromEnvironment } from "../../../src/pipeline/environment-secrets.ts";
import { ignoreUnhandled } from "../processes/child-process.ts";
import { createSimulatedStream, runSimulated, toProcessEnv } from "../processes/simulated-process.ts";
import { createSmallPath } from "../processes/small-path.ts";
import { createFakeClock } from "../runtime/fake-clock.ts";
import { createProcessRuntime } from "../runtime/process-runtime.ts";
import { prepareStep, type StepOptions, type StepResult, toStepResult } from "./step.ts";

/** A step that runs in this process. */
export interface ActionOptions extends StepOptions {
  /** Called with every line of both streams. */
  readonly onLine?: (line: string) => void;
}

/** A running step. */
export interface StartedAction {
  readonly done: Promise<StepResult>;
  /** Cancels the step, as the runner's signal does. */
  interrupt(): void;
}

/** Starts the action from its sources, in this process and with a fake clock. */
export function startAction(options: ActionOptions): StartedAction {
  const { files, env: variables } = prepareStep({
    ...options,
    env: { PATH: createSmallPath(), ...options.env },
  });
  const env = toProcessEnv(variables);
  const clock = createFakeClock();
  const [stdout, stderr] = [createSimulatedStream(options.onLine), createSimulatedStream(options.onLine)];
  const streams = { stdout: { ...stdout }, stderr: { ...stderr } };
  const secrets = createSecrets();
  registerSecrets(secrets, secretsFromEnvironment(env));
  for (const stream of [streams.stdout, streams.stderr]) redactStream(stream, secrets);
  const { runtime, interrupt } = createProcessRuntime(env, createActionLogger(clock.elapsed), secrets, clock);
  const run = async () => {
    const exitCode = await main(runtime, env);
    return toStepResult({ exitCode, signal: null, stdout: stdout.text(), stderr: stderr.text() }, files);
  };
  return {
    done: ignoreUnhandled(runSimulated({ env, cwd: files.workspace, ...streams, pause: clock.sleep }, run)),
    interrupt,
  };
}

/** Runs the action from its sources to its end. */
export async function runAction(options: ActionOptions): Promise<StepResult> {
  return await startAction(options).done;
}
