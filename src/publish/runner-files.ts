import { appendFile } from "node:fs/promises";
import { setOutput } from "@actions/core";
import { invalidInputError, type ShowreelError, systemCode } from "../base/errors.ts";
import { requireNoPipe } from "../base/files/user-file.ts";
import type { Logger } from "../base/runtime.ts";
import type { Outputs } from "./outputs.ts";
import { signedUrlSecrets } from "./signed-urls.ts";

/** Writes the outputs of a step. */
interface OutputWriter {
  /**
   * Writes the values that have changed, at once. Never throws: a missing output must not fail a run after
   * the video is paid for.
   */
  write(outputs: Outputs): void;
  /**
   * Fails with `invalid_input` if an earlier `write` failed. Called once, before anything is paid for. If a
   * later `write` is the first to fail, it logs a warning.
   */
  requireWritten(): void;
}

/**
 * Creates the writer for the file in `GITHUB_OUTPUT`. `mask` hides a value in the logs of all later steps.
 */
export function createOutputWriter(
  env: NodeJS.ProcessEnv,
  log: Logger,
  mask: (secret: string) => void,
): OutputWriter {
  const written = new Map<string, string>();
  let firstFailure: string | undefined;
  let isStarted = false;
  const write = (name: string, value: string) => {
    // Without GITHUB_OUTPUT, @actions/core prints outputs to the log, and with them the signed URL.
    if (!env.GITHUB_OUTPUT) return;
    // Later steps may print a signed URL, or only its signature; the runner replaces both in their logs.
    for (const secret of signedUrlSecrets({ [name]: value })) mask(secret);
    requireNoPipe(env.GITHUB_OUTPUT);
    setOutput(name, value);
    written.set(name, value);
  };
  return {
    write(outputs) {
      try {
        const changed = Object.entries(outputs).filter(([name, value]) => written.get(name) !== value);
        for (const [name, value] of changed) write(name, value);
      } catch (error) {
        const reason = systemCode(error) ?? "it does not exist";
        const failure = `${env.GITHUB_OUTPUT} cannot be written (${reason})`;
        if (isStarted && firstFailure === undefined)
          log.warning(`The step's outputs are incomplete: ${failure}. The run continues.`);
        firstFailure ??= failure;
      }
    },
    requireWritten() {
      if (firstFailure !== undefined) throw outputsUnwritableError(firstFailure);
      isStarted = true;
      if (!env.GITHUB_OUTPUT) log.warning("The step has no outputs, because GITHUB_OUTPUT is not set.");
    },
  };
}

/** Appends to the job summary. If that fails, it logs a warning: a missing summary must not fail the run. */
export async function writeSummary(env: NodeJS.ProcessEnv, log: Logger, markdown: string): Promise<void> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (!file) {
    log.warning("The job summary was not written: GITHUB_STEP_SUMMARY is not set.");
    return;
  }
  try {
    requireNoPipe(file);
    await appendFile(file, markdown);
  } catch (error) {
    log.warning(`The job summary was not written: ${error instanceof Error ? error.message : error}`);
  }
}

function outputsUnwritableError(failure: string): ShowreelError {
  return invalidInputError(`The step's outputs cannot be saved: ${failure}.`, {
    hint: "Check the runner's disk, and that GITHUB_OUTPUT names a file that this step may write to.",
  });
}
