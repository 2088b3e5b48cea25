#!/usr/bin/env node
import { exitStatuses, ShowreelError } from "../base/errors.ts";
import { abortOnStopSignals } from "../base/interruption.ts";
import { proxiesFrom } from "../base/proxy.ts";
import { systemRuntime } from "../base/runtime.ts";
import { createCliLogger } from "./logger.ts";
import { main, settingNames } from "./main.ts";
import { failureText } from "./words.ts";

const { argv, env, stdout, stderr } = process;

const log = createCliLogger(stderr, Date.now);

try {
  const runtime = systemRuntime(log, abortOnStopSignals(process), proxiesFrom(env));
  await main(runtime, { argv: argv.slice(2), env, cwd: process.cwd(), print: (text) => stdout.write(text) });
} catch (error) {
  log.info(failureText(error, settingNames, argv, env));
  process.exitCode = error instanceof ShowreelError ? exitStatuses[error.code] : 1;
}
// A connection that is still being made must not hold a run that is over.
setTimeout(() => process.exit(), 500).unref();
