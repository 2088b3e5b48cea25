import { setOutput, summary } from "@actions/core";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { requireNoPipe } from "../base/files/user-file.ts";
import type { Logger } from "../base/runtime.ts";
import { extractSignatures, isPublicLink } from "../base/secrets/link-secrets.ts";
import type { Outputs } from "./outputs.ts";

/** The only writer of a step's outputs. */
interface OutputWriter {
  /** Writes at once, and only what has changed: the last value counts. Never fails: a paid video is worth more. */
  write(outputs: Outputs): void;
  /** Fails with `invalid_input` when what was written until now did not reach the runner. */
  requireWritten(): void;
}

/** Writes to the file that the runner names; `mask` tells the runner of a link that its logs must not show. */
export function createOutputWriter(
  env: NodeJS.ProcessEnv,
  log: Logger,
  mask: (secret: string) => void,
): OutputWriter {
  const written = new Map<string, string>();
  let problem: string | undefined;
  let isStarted = false;
  const write = (name: string, value: string) => {
    // Without a file the toolkit prints outputs, the signed link among them.
    if (!env.GITHUB_OUTPUT) return;
    maskLink(name, value, mask);
    requireNoPipe(env.GITHUB_OUTPUT);
    setOutput(name, value);
    written.set(name, value);
  };
  return {
    write(outputs) {
      try {
        const news = Object.entries(outputs).filter(([name, value]) => written.get(name) !== value);
        for (const [name, value] of news) write(name, value);
      } catch (error) {
        if (isStarted && problem === undefined)
          log.warning(
            `The step's outputs are not complete: ${writeErrorReason(error, env)}. The run goes on without.`,
          );
        problem ??= writeErrorReason(error, env);
      }
    },
    requireWritten() {
      if (problem !== undefined) throw outputsUnwritableError(problem);
      isStarted = true;
      if (!env.GITHUB_OUTPUT)
        log.warning("The runner names no file for outputs (GITHUB_OUTPUT), so this step has none.");
    },
  };
}

// Other steps may print the link: the runner takes out what it was told of.
function maskLink(name: string, value: string, mask: (secret: string) => void): void {
  const isSigned = /^(video|thumbnail)_url$/.test(name) && value !== "" && !isPublicLink(value);
  const secrets = isSigned ? [value, ...extractSignatures(value)] : [];
  for (const secret of new Set(secrets)) mask(secret);
}

function writeErrorReason(error: unknown, env: NodeJS.ProcessEnv): string {
  return `${env.GITHUB_OUTPUT} cannot be written (${systemCode(error) ?? "it is not there"})`;
}

function outputsUnwritableError(problem: string): ShowreelError {
  return new ShowreelError("invalid_input", `The runner's file for outputs takes nothing: ${problem}.`, {
    hint: "GITHUB_OUTPUT has to name a file that this step may write to; look at the runner's disk. Nothing was submitted.",
  });
}

/** Adds to the job summary. A summary that cannot be written costs nobody a video: it is a warning. */
export async function writeSummary(log: Logger, markdown: string): Promise<void> {
  try {
    requireNoPipe(process.env.GITHUB_STEP_SUMMARY ?? "");
    await summary.addRaw(markdown).write();
  } catch (error) {
    log.warning(`The job summary was not written: ${error instanceof Error ? error.message : error}`);
  }
}
