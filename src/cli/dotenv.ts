import { invalidInputError, ShowreelError, systemCode } from "../base/errors.ts";
import { FileTypeError } from "../base/files/regular-file.ts";
import { requireWritable, type UserFile, writeUserFile } from "../base/files/user-file.ts";
import { plainText } from "../base/text/plain-text.ts";
import { shellQuote } from "../base/text/shell-quote.ts";
import type { Outputs } from "../publish/outputs.ts";
import { withoutSignedUrls } from "../publish/signed-urls.ts";

/** Throws `invalid_input` if the file cannot be written; called before anything is paid for. */
export function requireDotenv(file: UserFile): void {
  try {
    requireWritable(file);
  } catch (error) {
    throw invalidInputError(`--dotenv is ${quotedPath(file)}, which ${writeFailureReason(error)}.`, {
      hint: "Name a file in a folder that exists and that you may write to.",
      cause: error,
    });
  }
}

/**
 * Writes the outputs as `KEY=value`, one per line, for CI systems that read such a file. Many people may be
 * able to read it, so signed links are left out unless `includeUrl` is set. Values with characters special to
 * a shell are put in single quotes. Throws `publish_failed`.
 */
export function writeDotenv(file: UserFile, outputs: Outputs, includeUrl: boolean): void {
  const lines = Object.entries(includeUrl ? outputs : withoutSignedUrls(outputs))
    .filter(([name]) => name !== "video_url" || includeUrl)
    .map(([name, value]) => `${name.toUpperCase()}=${toShellValue(value)}\n`);
  try {
    writeUserFile(file, lines.join(""));
  } catch (error) {
    throw new ShowreelError("publish_failed", `--dotenv: ${quotedPath(file)} ${writeFailureReason(error)}.`, {
      hint: "Everything else is done. The outputs are also in the JSON on stdout.",
      cause: error,
    });
  }
}

const toShellValue = (value: string) => (value === "" ? "" : shellQuote(value.replace(/[\r\n]+/g, " ")));

const quotedPath = ({ path }: UserFile) => `"${plainText(path, 120)}"`;

function writeFailureReason(error: unknown): string {
  if (error instanceof FileTypeError) return error.problem;
  return `cannot be written (${systemCode(error) ?? "unknown reason"})`;
}
