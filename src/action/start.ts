import * as core from "@actions/core";
import { proxiesFrom } from "../base/http/proxy.ts";
import { abortOnStopSignals, exitSoon } from "../base/interruption.ts";
import { createSystemRuntime } from "../base/runtime.ts";
import { createSecrets } from "../base/secrets/secrets.ts";
import { registerSecrets, secretsFromEnvironment } from "../pipeline/environment-secrets.ts";
import { annotate } from "./annotations.ts";
import { createActionLogger } from "./logger.ts";
import { main } from "./main.ts";
import { redactStream } from "./redact-stream.ts";

const interruption = abortOnStopSignals(process);
const secrets = createSecrets();
registerSecrets(secrets, secretsFromEnvironment(process.env));
for (const stream of [process.stdout, process.stderr]) redactStream(stream, secrets);
// Node itself would print it past the stream.
process.on("uncaughtException", (error) => {
  annotate(error);
  process.exit(core.ExitCode.Failure);
});

try {
  const log = createActionLogger(() => performance.now());
  const runtime = createSystemRuntime(log, interruption, proxiesFrom(process.env), secrets);
  await main(runtime, process.env);
} catch (error) {
  annotate(error);
  process.exitCode = core.ExitCode.Failure;
}
// What an upload of somebody else's library keeps open must not hold a step that is done.
exitSoon(process, interruption);
