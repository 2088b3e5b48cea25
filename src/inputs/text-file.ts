import { stat } from "node:fs/promises";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { readRegularFile } from "../base/files/regular-file.ts";
import { formatBytes } from "../base/format-units.ts";
import { countLines } from "../base/lines-and-characters.ts";
import { plainText } from "../base/plain-text.ts";
import { resolveInWorkspace } from "./workspace-path.ts";

// A thousand times what anybody speaks in a video.
const maxTextBytes = 1_048_576;

/**
 * The text of a file inside the workspace, in UTF-8, with `\n` between its lines. Fails with `invalid_input` that names
 * the setting, and the line that is no text.
 */
export async function readTextFile(workspace: string, setting: string, typed: string): Promise<string> {
  const refused = (reason: string, line?: number) => invalidTextFileError(setting, typed, reason, line);
  try {
    const path = await resolveInWorkspace(workspace, typed);
    if (path === undefined) throw refused("it lies outside the workspace, or in .git");
    const found = await stat(path);
    if (!found.isFile()) throw refused("it is no file");
    if (found.size > maxTextBytes)
      throw refused(`it has ${formatBytes(found.size)}, and a text at most 1 MiB`);
    const content = await readRegularFile(path, maxTextBytes);
    if (!content) throw refused("it cannot be read (ENOENT)");
    return decode(content, refused);
  } catch (cause) {
    if (cause instanceof ShowreelError) throw cause;
    throw refused(`it cannot be read (${systemCode(cause) ?? "unknown reason"})`);
  }
}

function decode(content: Buffer, refused: (reason: string, line: number) => ShowreelError): string {
  try {
    const text = utf8Decoder.decode(content);
    const zero = text.indexOf("\0");
    if (zero >= 0) throw refused("it holds a null byte, so it is no text", countLines(text.slice(0, zero)));
    return text.replace(/\r\n?/g, "\n");
  } catch (cause) {
    if (cause instanceof ShowreelError) throw cause;
    throw refused("it is not UTF-8", firstInvalidLine(content));
  }
}

// Takes a byte order mark away.
const utf8Decoder = new TextDecoder("utf-8", { fatal: true });

// A character in UTF-8 never holds the byte of a line's end, so each line can be looked at alone.
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
  return new ShowreelError("invalid_input", `\`${setting}\` is "${file}"${place}: ${reason}.`, {
    hint: "Give the path of a text in UTF-8 inside the workspace; `actions/checkout` brings the repository's files there.",
    settings: [setting],
    submitted: false,
    location: line === undefined ? undefined : { file, line },
  });
}
