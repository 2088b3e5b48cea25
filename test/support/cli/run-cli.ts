import { createSecrets } from "../../../src/base/secrets/secrets.ts";
import { createMask } from "../../../src/cli/context.ts";
import { createCliLogger } from "../../../src/cli/logger.ts";
import { main } from "../../../src/cli/main.ts";
import {
  registerSecrets,
  secretsFromArguments,
  secretsFromEnvironment,
} from "../../../src/pipeline/environment-secrets.ts";
import { ignoreUnhandled, readBaseEnvironment } from "../processes/child-process.ts";
import { createSimulatedStream, runSimulated, toProcessEnv } from "../processes/simulated-process.ts";
import { createFakeClock } from "../runtime/fake-clock.ts";
import { createProcessRuntime } from "../runtime/process-runtime.ts";
import { type CliOptions, type CliResult, createCliFolders } from "./cli.ts";

/** A running command. */
export interface StartedCli {
  readonly done: Promise<CliResult>;
  /** Does what Ctrl-C does. */
  interrupt(): void;
}

/** Starts the command line from its sources, in this process and with a fake clock. */
export function startCli(argv: readonly string[], options: CliOptions = {}): StartedCli {
  const { home, cwd } = createCliFolders(options.cwd);
  const env = toProcessEnv({ ...readBaseEnvironment(), HOME: home, ...options.env });
  const clock = createFakeClock();
  const [stdout, stderr] = [createSimulatedStream(), createSimulatedStream()];
  const secrets = createSecrets();
  registerSecrets(secrets, [...secretsFromEnvironment(env), ...secretsFromArguments(argv)]);
  const log = createCliLogger(stderr, clock.elapsed, secrets);
  const { runtime, interrupt } = createProcessRuntime(env, log, secrets, clock);
  const print = (text: string) => void stdout.write(text);
  const run = async () => {
    const exitCode = await main(runtime, { argv, env, cwd, print, mask: createMask(env, stderr) });
    return { exitCode, signal: null, stdout: stdout.text(), stderr: stderr.text(), cwd };
  };
  return {
    done: ignoreUnhandled(runSimulated({ env, cwd, stdout, stderr, pause: clock.sleep }, run)),
    interrupt,
  };
}

/** Runs the command line from its sources to its end. */
export async function runCli(argv: readonly string[], options?: CliOptions): Promise<CliResult> {
  return await startCli(argv, options).done;
}
