import * as core from "@actions/core";
import { formatError, ShowreelError } from "../base/errors.ts";
import { sanitizeLog } from "./logger.ts";

/** Adds an error annotation to the step, on the line of the mistake if that is in a file of the workspace. */
export function annotate(error: unknown): void {
  if (!(error instanceof ShowreelError)) {
    const text = String((error as Error)?.stack ?? error);
    core.error(sanitizeLog(text), { title: "Showreel: unexpected error" });
    return;
  }
  const { code, location } = error;
  core.error(sanitizeLog(formatError(error, { inGitHub: true })), {
    title: `Showreel: ${code}`,
    ...(location && { file: location.file, startLine: location.line }),
  });
}
