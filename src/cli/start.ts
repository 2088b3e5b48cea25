import { exitStatuses, ShowreelError, systemCode } from "../base/errors.ts";
import { proxiesFrom } from "../base/http/proxy.ts";
import { abortOnStopSignals, exitSoon } from "../base/interruption.ts";
import { createSystemRuntime, interruptedError } from "../base/runtime.ts";
import { createSecrets } from "../base/secrets/secrets.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import {
  registerSecrets,
  secretsFromArguments,
  secretsFromEnvironment,
} from "../pipeline/environment-secrets.ts";
import { formatError } from "./error-message.ts";
import { createCliLogger } from "./logger.ts";
import { main, settingNames } from "./main.ts";

const { argv, env, stdout, stderr } = process;

const secrets = createSecrets();
registerSecrets(secrets, [...secretsFromEnvironment(env), ...secretsFromArguments(argv.slice(2))]);
const log = createCliLogger(stderr, () => performance.now(), secrets);
const interruption = abortOnStopSignals(process);
// Node itself would print it as it is.
process.on("uncaughtException", (error) => {
  log.info(formatError(error, settingNames, argv, env));
  process.exit(1);
});
stderr.on("error", () => {});
stdout.on("error", (error) => {
  // A reader that has gone away (`| head`) has what it wanted.
  if (systemCode(error) === "EPIPE") return;
  log.info(`The outputs did not reach stdout (${systemCode(error)}).`);
  process.exitCode ||= 1;
});
const isRunner = env.GITHUB_ACTIONS === "true";
// The form of a command to the runner; it reads both streams, and stdout is for data alone.
const mask = (secret: string) => {
  const value = secret.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));
  // A command begins a line, and a live line of progress may be open.
  if (isRunner) stderr.write(`${stderr.isTTY ? "\n" : ""}::add-mask::${value}\n`);
};

try {
  const runtime = createSystemRuntime(log, interruption, proxiesFrom(env), secrets);
  const print = (text: string) => stdout.write(text);
  await main(runtime, { argv: argv.slice(2), env, cwd: process.cwd(), print, mask });
} catch (error) {
  log.info(formatError(error, settingNames, argv, env));
  process.exitCode = error instanceof ShowreelError ? exitStatuses[error.code] : 1;
}
// What a slow reader has not taken yet must reach it whole.
const written = new Promise((resolve) => stdout.write("", resolve));
await unlessAborted(interruption.finalSignal, written, interruptedError).catch(() => {});
// A connection that is still being made must not hold a run that is over.
exitSoon(process, interruption);
