import "../base/process/interpret-schemas.ts";
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
import { createMask } from "./context.ts";
import { formatTerminalError } from "./error-message.ts";
import { createCliLogger } from "./logger.ts";
import { main, settingNames } from "./main.ts";
import { reportWriteErrors } from "./stdout.ts";

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
reportWriteErrors(process, log.info);
const runtime = createSystemRuntime(log, interruption, proxiesFrom(env), secrets);
const context = {
  argv: argv.slice(2),
  env,
  cwd: process.cwd(),
  print: (text: string) => stdout.write(text),
  mask: createMask(env, stderr),
};
const status = await main(runtime, context);
// A failed write to stdout may have set it already.
process.exitCode ||= status;
// A slow reader must get the complete output.
const written = new Promise((resolve) => stdout.write("", resolve));
await unlessAborted(interruption.finalSignal, written, interruptedError).catch(() => {});
// A connection that is still being opened must not delay the exit.
exitSoon(process, interruption);
