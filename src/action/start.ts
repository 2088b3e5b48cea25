import * as core from "@actions/core";
import { ShowreelError } from "../base/errors.ts";
import { abortOnStopSignals, leaveSoon } from "../base/interruption.ts";
import { proxiesFrom } from "../base/proxy.ts";
import { systemRuntime } from "../base/runtime.ts";
import { createActionLogger, harmless } from "./logger.ts";
import { main } from "./main.ts";

const interruption = abortOnStopSignals(process);

try {
  const runtime = systemRuntime(
    createActionLogger(() => performance.now()),
    interruption,
    proxiesFrom(process.env),
  );
  await main(runtime, process.env);
} catch (error) {
  const known = error instanceof ShowreelError;
  const words = known
    ? [error.message, error.hint].filter(Boolean).join("\n")
    : String((error as Error)?.stack ?? error);
  const place = known && error.place ? { file: error.place.file, startLine: error.place.line } : {};
  core.error(harmless(words), {
    title: known ? `Showreel: ${error.code}` : "Showreel: unexpected error",
    ...place,
  });
  process.exitCode = core.ExitCode.Failure;
}
// What an upload of somebody else's library keeps open must not hold a step that is done.
leaveSoon(process, interruption);
