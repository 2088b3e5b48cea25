import { ShowreelError, systemCode } from "../base/errors.ts";
import { requireWritable, writeNamed } from "../base/files/named-file.ts";
import { NotRegularError } from "../base/files/regular-file.ts";
import { plainText } from "../base/plain-text.ts";
import { isPublicLink } from "../base/secrets/link-secrets.ts";
import { shellWord } from "../base/shell-word.ts";
import type { Outputs } from "../publish/outputs.ts";

/** Fails with `invalid_input` when the file cannot be written, while nothing is paid for. */
export function requireDotenv(path: string): void {
  try {
    requireWritable(path);
  } catch (error) {
    throw new ShowreelError("invalid_input", `--dotenv is ${shown(path)}, which ${reasonOf(error)}.`, {
      hint: "Name a file in a folder that exists and that you may write to. Nothing was submitted.",
      cause: error,
    });
  }
}

/**
 * Writes the outputs as `KEY=value`, one a line, for CI systems that read such a file and show it to many: without
 * signed links unless they are asked for. A value that a shell would take for more than a word stands in single quotes. Fails
 * with `publish_failed`.
 */
export function writeDotenv(path: string, outputs: Outputs, includeUrl: boolean): void {
  const lines = Object.entries(outputs)
    .filter(([name]) => name !== "video_url" || includeUrl)
    .map(
      ([name, value]) => [name, name === "thumbnail_url" && !includeUrl ? publicOnly(value) : value] as const,
    )
    .map(([name, value]) => `${name.toUpperCase()}=${toWord(value)}\n`);
  try {
    writeNamed(path, lines.join(""));
  } catch (error) {
    throw new ShowreelError("publish_failed", `--dotenv: ${shown(path)} ${reasonOf(error)}.`, {
      hint: "Everything else is done; the outputs stand in the JSON on stdout.",
      cause: error,
    });
  }
}

const publicOnly = (link: string) => (isPublicLink(link) ? link : "");

const toWord = (value: string) => (value === "" ? "" : shellWord(value.replace(/[\r\n]+/g, " ")));

const shown = (path: string) => `"${plainText(path, 120)}"`;

function reasonOf(error: unknown): string {
  if (error instanceof NotRegularError) return error.problem;
  return `cannot be written (${systemCode(error) ?? "unknown reason"})`;
}
