import { exitStatuses, ShowreelError, systemCode } from "../base/errors.ts";
import { proxiesFrom } from "../base/http/proxy.ts";
import { abortOnStopSignals, exitSoon } from "../base/process/interruption.ts";
import { createSystemRuntime, interruptedError } from "../base/runtime.ts";
import { createSecrets } from "../base/secrets/secrets.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import {
  registerSecrets,
  secretsFromArguments,
  secretsFromEnvironment,
} from "../pipeline/environment-secrets.ts";
import { formatTerminalError } from "./error-message.ts";
import { createCliLogger } from "./logger.ts";
import { main, settingNames } from "./main.ts";

const { argv, env, stdout, stderr } = process;

const secrets = createSecrets();
registerSecrets(secrets, [...secretsFromEnvironment(env), ...secretsFromArguments(argv.slice(2))]);
const log = createCliLogger(stderr, () => performance.now(), secrets);
const interruption = abortOnStopSignals(process);
// Node.js would print it without redaction.
process.on("uncaughtException", (error) => {
  log.info(formatTerminalError(error, settingNames, argv, env));
  process.exit(1);
});
stderr.on("error", () => {});
stdout.on("error", (error) => {
  // A reader that closed the pipe (`| head`) has what it wanted.
  if (systemCode(error) === "EPIPE") return;
  log.info(`The outputs could not be written to stdout (${systemCode(error)}).`);
  process.exitCode ||= 1;
});
const isRunner = env.GITHUB_ACTIONS === "true";
// A workflow command: the runner reads both streams, and stdout is for data only.
const mask = (secret: string) => {
  const value = secret.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));
  // A command must start a line, and a live progress line may be open.
  if (isRunner) stderr.write(`${stderr.isTTY ? "\n" : ""}::add-mask::${value}\n`);
};

try {
  const runtime = createSystemRuntime(log, interruption, proxiesFrom(env), secrets);
  const print = (text: string) => stdout.write(text);
  await main(runtime, { argv: argv.slice(2), env, cwd: process.cwd(), print, mask });
} catch (error) {
  log.info(formatTerminalError(error, settingNames, argv, env));
  process.exitCode = error instanceof ShowreelError ? exitStatuses[error.code] : 1;
}
// A slow reader must get the complete output.
const written = new Promise((resolve) => stdout.write("", resolve));
await unlessAborted(interruption.finalSignal, written, interruptedError).catch(() => {});
// A connection that is still being opened must not delay the exit.
exitSoon(process, interruption);
