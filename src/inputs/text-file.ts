import { stat } from "node:fs/promises";
import { invalidInputError, ShowreelError, systemCode } from "../base/errors.ts";
import { readRegularFile } from "../base/files/regular-file.ts";
import { formatBytes } from "../base/text/format-units.ts";
import { countLines } from "../base/text/lines-and-characters.ts";
import { plainText } from "../base/text/plain-text.ts";
import { resolveInWorkspace } from "./workspace-path.ts";

// About a thousand times the text that is spoken in a video.
const maxTextBytes = 1_048_576;

/**
 * Reads a UTF-8 text file inside the workspace, and converts line breaks to `\n`. Throws `invalid_input`,
 * which names the setting and, if a line is not valid text, the line.
 */
export async function readTextFile(workspace: string, setting: string, typed: string): Promise<string> {
  const toError = (reason: string, line?: number) => invalidTextFileError(setting, typed, reason, line);
  try {
    const path = await resolveInWorkspace(workspace, typed);
    if (path === undefined) throw toError("it is outside the workspace, or in .git");
    const found = await stat(path);
    if (!found.isFile()) throw toError("it is not a file");
    if (found.size > maxTextBytes)
      throw toError(`it has ${formatBytes(found.size)}, and at most 1 MiB is allowed`);
    const content = await readRegularFile(path, maxTextBytes);
    if (!content) throw toError("it cannot be read (ENOENT)");
    return decode(content, toError);
  } catch (cause) {
    if (cause instanceof ShowreelError) throw cause;
    throw toError(`it cannot be read (${systemCode(cause) ?? "unknown reason"})`);
  }
}

function decode(content: Buffer, toError: (reason: string, line: number) => ShowreelError): string {
  try {
    const text = utf8Decoder.decode(content);
    const zero = text.indexOf("\0");
    if (zero >= 0)
      throw toError("it contains a null byte, so it is not text", countLines(text.slice(0, zero)));
    return text.replace(/\r\n?/g, "\n");
  } catch (cause) {
    if (cause instanceof ShowreelError) throw cause;
    throw toError("it is not UTF-8", firstInvalidLine(content));
  }
}

// Strips a byte order mark.
const utf8Decoder = new TextDecoder("utf-8", { fatal: true });

// In UTF-8, the line feed byte is never part of another character, so each line can be decoded alone.
function firstInvalidLine(content: Buffer): number {
  let line = 1;
  for (let from = 0; from < content.length; line += 1) {
    const end = content.indexOf(0x0a, from);
    const to = end < 0 ? content.length : end;
    if (!isUtf8(content.subarray(from, to))) return line;
    from = to + 1;
  }
  return line;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    utf8Decoder.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function invalidTextFileError(
  setting: string,
  typed: string,
  reason: string,
  line: number | undefined,
): ShowreelError {
  const file = plainText(typed, 120);
  const place = line === undefined ? "" : `, line ${line}`;
  return invalidInputError(`\`${setting}\` is "${file}"${place}: ${reason}.`, {
    hint: "Set the path of a UTF-8 text file inside the workspace. `actions/checkout` puts the repository's files there.",
    settings: [setting],
    location: line === undefined ? undefined : { file, line },
  });
}
