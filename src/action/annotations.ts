import * as core from "@actions/core";
import { ShowreelError } from "../base/errors.ts";
import { harmless } from "./logger.ts";

/** The annotation of a step that has failed, at the place of the mistake where that stands in a file. */
export function annotate(error: unknown): void {
  const known = error instanceof ShowreelError;
  const words = known
    ? [error.message, error.hint].filter(Boolean).join("\n")
    : String((error as Error)?.stack ?? error);
  const place = known && error.place ? { file: error.place.file, startLine: error.place.line } : {};
  core.error(harmless(words), {
    title: known ? `Showreel: ${error.code}` : "Showreel: unexpected error",
    ...place,
  });
}
