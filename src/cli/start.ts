import { exitStatuses, ShowreelError } from "../base/errors.ts";
import { abortOnStopSignals, leaveSoon } from "../base/interruption.ts";
import { proxiesFrom } from "../base/proxy.ts";
import { interrupted, systemRuntime } from "../base/runtime.ts";
import { unlessAborted } from "../base/unless-aborted.ts";
import { createCliLogger } from "./logger.ts";
import { main, settingNames } from "./main.ts";
import { failureText } from "./words.ts";

const { argv, env, stdout, stderr } = process;

const log = createCliLogger(stderr, () => performance.now());
const interruption = abortOnStopSignals(process);
// A reader that has gone away (`| head`) has what it wanted.
for (const stream of [stdout, stderr]) stream.on("error", () => {});

try {
  const runtime = systemRuntime(log, interruption, proxiesFrom(env));
  await main(runtime, { argv: argv.slice(2), env, cwd: process.cwd(), print: (text) => stdout.write(text) });
} catch (error) {
  log.info(failureText(error, settingNames, argv, env));
  process.exitCode = error instanceof ShowreelError ? exitStatuses[error.code] : 1;
}
// What a slow reader has not taken yet must reach it whole.
const written = new Promise((resolve) => stdout.write("", resolve));
await unlessAborted(interruption.lastSignal, written, interrupted).catch(() => {});
// A connection that is still being made must not hold a run that is over.
leaveSoon(process, interruption);
