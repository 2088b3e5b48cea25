import { createHash, type Hash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { invalidInputError, ShowreelError, systemCode } from "../base/errors.ts";
import { openRegularFile } from "../base/files/regular-file.ts";
import { interruptedError } from "../base/runtime.ts";
import { formatBytes } from "../base/text/format-units.ts";
import { plainText } from "../base/text/plain-text.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import { resolveInWorkspace } from "./workspace-path.ts";

/** A local file or folder, identified by its content. */
export interface LocalMaterial {
  readonly from: "disk";
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /**
   * The SHA-256 of a file's content; for a folder, of the names and contents of all its files. In lower-case
   * hexadecimal.
   */
  readonly sha256: string;
  /** The paths of a folder's files, relative to it and sorted; undefined for a file. */
  readonly entries?: readonly string[];
}

/** A file, a URL or an uploaded asset that a provider uses for a video. */
export type Material =
  | { readonly from: "url"; readonly url: string }
  | { readonly from: "asset"; readonly id: string }
  | LocalMaterial;

// No provider accepts more bytes, and a folder with more files is a mistake.
const maxEntries = 5_000;
const maxBytes = 1_000_000_000;

const neverAborted = new AbortController().signal;

/**
 * Reads a setting that is `asset:ID`, an https URL or a path inside the workspace. Throws `invalid_input`.
 * Throws `interrupted` once the signal is aborted, even while reading a large file.
 */
export async function readMaterial(
  workspace: string,
  setting: string,
  typed: string,
  signal = neverAborted,
): Promise<Material> {
  const id = /^asset:(\S+)$/.exec(typed)?.[1];
  if (id !== undefined) return { from: "asset", id };
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(typed)) {
    if (URL.parse(typed)?.protocol === "https:") return { from: "url", url: typed };
    throw invalidMaterialError(setting, typed, "a URL must be public and https");
  }
  // On a slow disk, a single call may take long.
  return unlessAborted(signal, readLocal(workspace, setting, typed, signal), interruptedError);
}

async function readLocal(
  workspace: string,
  setting: string,
  typed: string,
  signal: AbortSignal,
): Promise<LocalMaterial> {
  try {
    const path = await resolveInWorkspace(workspace, typed);
    if (path === undefined)
      throw invalidMaterialError(setting, typed, "it is outside the workspace, or in .git");
    const found = await stat(path);
    if (!found.isDirectory() && !found.isFile())
      throw invalidMaterialError(setting, typed, "it is neither a file nor a folder");
    const entries = found.isDirectory() ? await listFiles(path) : undefined;
    if (entries && entries.length > maxEntries)
      throw invalidMaterialError(setting, typed, `it has more than ${maxEntries} files`);
    const bytes = entries ? await sizeOfAll(path, entries) : found.size;
    if (bytes > maxBytes)
      throw invalidMaterialError(
        setting,
        typed,
        `it has ${formatBytes(bytes)}, and no provider accepts more than 1 GB`,
      );
    return {
      from: "disk",
      path,
      name: basename(path),
      ...(await hashContent(path, entries, signal)),
      ...(entries && { entries }),
    };
  } catch (cause) {
    if (cause instanceof ShowreelError) throw cause;
    throw invalidMaterialError(
      setting,
      typed,
      `it cannot be read (${systemCode(cause) ?? "unknown reason"})`,
    );
  }
}

// Symbolic links are excluded too, because they may lead anywhere. Names with a leading dot are excluded,
// because they hold a checkout's secrets and history, and Showreel's own state. Installed packages and
// partial downloads are excluded as well.
const excludedFiles = /(^|\/)(\.|node_modules\/)|\.part(\.json)?$/;

async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  const names = paths.map((path) => path.split(sep).join("/"));
  return names.filter((name) => !excludedFiles.test(name)).sort();
}

async function sizeOfAll(folder: string, entries: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const entry of entries) bytes += (await stat(join(folder, entry))).size;
  return bytes;
}

// A named pipe that replaced the file is not opened, because reading it could wait forever.
async function* readBlocks(path: string, signal: AbortSignal): AsyncGenerator<Buffer> {
  const file = await openRegularFile(path);
  if (!file) throw Object.assign(new Error(`${path} is gone`), { code: "ENOENT" });
  for await (const block of file.createReadStream({ highWaterMark: 1024 ** 2 })) {
    if (signal.aborted) throw interruptedError();
    yield block;
  }
}

async function readContent(path: string, signal: AbortSignal): Promise<Buffer> {
  const blocks: Buffer[] = [];
  for await (const block of readBlocks(path, signal)) blocks.push(block);
  return Buffer.concat(blocks);
}

async function hashContent(path: string, entries: readonly string[] | undefined, signal: AbortSignal) {
  const hash = createHash("sha256");
  let bytes = 0;
  for (const entry of entries ?? [""]) {
    const file = join(path, entry);
    if (entries) hash.update(entryHeader(entry, (await stat(file)).size));
    for await (const block of readBlocks(file, signal)) {
      hash.update(block);
      bytes += block.length;
    }
  }
  return { bytes, sha256: hash.digest("hex") };
}

// The lengths separate the end of a file from the next file's name.
const entryHeader = (entry: string, bytes: number) => `${Buffer.byteLength(entry)} ${entry} ${bytes} `;

/**
 * Reads a file. Throws `invalid_input` if its content has changed since `readMaterial`, and `interrupted`
 * once the signal is aborted.
 */
export async function readMaterialFile(material: LocalMaterial, signal: AbortSignal): Promise<Buffer> {
  const content = await readContent(material.path, signal);
  requireSameDigest(material, createHash("sha256").update(content));
  return content;
}

/** Reads the files of a folder, by their paths. Throws like `readMaterialFile`. */
export async function readFolderFiles(
  material: LocalMaterial,
  signal: AbortSignal,
): Promise<Record<string, Buffer>> {
  const hash = createHash("sha256");
  const contents: Record<string, Buffer> = {};
  // One after the other: a process can't open thousands of files at once.
  for (const entry of material.entries ?? []) {
    const content = await readContent(join(material.path, entry), signal);
    hash.update(entryHeader(entry, content.length)).update(content);
    contents[entry] = content;
  }
  requireSameDigest(material, hash);
  return contents;
}

/** Checks that a file has not changed, without keeping it in memory. Throws like `readMaterialFile`. */
export async function requireUnchanged(material: LocalMaterial, signal: AbortSignal): Promise<void> {
  const hash = createHash("sha256");
  for await (const block of readBlocks(material.path, signal)) hash.update(block);
  requireSameDigest(material, hash);
}

function requireSameDigest({ name, sha256 }: LocalMaterial, hash: Hash): void {
  if (hash.digest("hex") === sha256) return;
  throw invalidInputError(`${plainText(name, 120)} has changed since the run started.`, {
    hint: "Don't change the file while Showreel runs.",
  });
}

function invalidMaterialError(setting: string, typed: string, reason: string): ShowreelError {
  return invalidInputError(`\`${setting}\` is "${plainText(typed, 120)}": ${reason}.`, {
    hint: "Set a path inside the workspace, a public https URL, or `asset:ID`.",
    settings: [setting],
  });
}
