import * as core from "@actions/core";
import { formatHint, ShowreelError } from "../base/errors.ts";
import { sanitizeLog } from "./logger.ts";

/** The annotation of a step that has failed, at the place of the mistake where that stands in a file. */
export function annotate(error: unknown): void {
  const known = error instanceof ShowreelError;
  const words = known
    ? [error.message, formatHint(error)].filter(Boolean).join("\n")
    : String((error as Error)?.stack ?? error);
  const place = known && error.location ? { file: error.location.file, startLine: error.location.line } : {};
  core.error(sanitizeLog(words), {
    title: known ? `Showreel: ${error.code}` : "Showreel: unexpected error",
    ...place,
  });
}
