import "../base/process/interpret-schemas.ts";
import * as core from "@actions/core";
import { proxiesFrom } from "../base/http/proxy.ts";
import { abortOnStopSignals, exitSoon } from "../base/process/interruption.ts";
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
// Node.js would print it without going through the stream, so without redaction.
process.on("uncaughtException", (error) => {
  annotate(error);
  process.exit(core.ExitCode.Failure);
});

const log = createActionLogger(() => performance.now());
const runtime = createSystemRuntime(log, interruption, proxiesFrom(process.env), secrets);
process.exitCode = await main(runtime, process.env);
// Connections that a library keeps open after an upload must not delay the end of the step.
exitSoon(process, interruption);
