import { createHash, type Hash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { openRegularFile } from "../base/files/regular-file.ts";
import { formatBytes } from "../base/format-units.ts";
import { plainText } from "../base/plain-text.ts";
import { interruptedError } from "../base/runtime.ts";
import { unlessAborted } from "../base/timing/abort.ts";
import { resolveInWorkspace } from "./workspace-path.ts";

/** A file or a folder on this machine, known by its content. */
export interface LocalMaterial {
  readonly from: "disk";
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** Of the content; of a folder, over the names and contents of all files. Lower-case hexadecimal. */
  readonly sha256: string;
  /** The files of a folder, relative to it and in order; undefined for a file. */
  readonly entries?: readonly string[];
}

/** Something that a provider is given to work with. */
export type Material =
  | { readonly from: "url"; readonly url: string }
  | { readonly from: "asset"; readonly id: string }
  | LocalMaterial;

/** Nothing that a provider takes is larger, and a folder of a million files is a mistake. */
const maxEntries = 5_000;
const maxBytes = 1_000_000_000;

const neverAborted = new AbortController().signal;

/**
 * What a user typed as `asset:ID`, as an https URL or as a path inside the workspace. Fails with `invalid_input` that
 * names the setting, and with `interrupted` once the signal is aborted, however large a file is.
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
  // A disk may take its time for a single look.
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
      throw invalidMaterialError(setting, typed, "it lies outside the workspace, or in .git");
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
        `it has ${formatBytes(bytes)}, and no provider takes more than 1 GB`,
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

// Links are left out: they may lead anywhere. So is what begins with a dot, where a checkout keeps its secrets, its history
// and our own notes; and what was installed or is being downloaded.
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

// A pipe that was laid meanwhile is not waited for.
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

// Lengths keep a file's end and the next one's name apart.
const entryHeader = (entry: string, bytes: number) => `${Buffer.byteLength(entry)} ${entry} ${bytes} `;

/**
 * What a file holds. Fails with `invalid_input` when that is not any more what was looked at, and with `interrupted` once
 * the signal is aborted.
 */
export async function readMaterialFile(material: LocalMaterial, signal: AbortSignal): Promise<Buffer> {
  const content = await readContent(material.path, signal);
  requireSameDigest(material, createHash("sha256").update(content));
  return content;
}

/** What the files of a folder hold, by their names. Fails like `readWhole`. */
export async function readFolderFiles(
  material: LocalMaterial,
  signal: AbortSignal,
): Promise<Record<string, Buffer>> {
  const hash = createHash("sha256");
  const contents: Record<string, Buffer> = {};
  // One after the other: a process may not open thousands at once.
  for (const entry of material.entries ?? []) {
    const content = await readContent(join(material.path, entry), signal);
    hash.update(entryHeader(entry, content.length)).update(content);
    contents[entry] = content;
  }
  requireSameDigest(material, hash);
  return contents;
}

/** Fails like `readWhole`, however large the file is. */
export async function requireUnchanged(material: LocalMaterial, signal: AbortSignal): Promise<void> {
  const hash = createHash("sha256");
  for await (const block of readBlocks(material.path, signal)) hash.update(block);
  requireSameDigest(material, hash);
}

function requireSameDigest({ name, sha256 }: LocalMaterial, hash: Hash): void {
  if (hash.digest("hex") === sha256) return;
  throw new ShowreelError("invalid_input", `${plainText(name, 120)} has changed since the run began.`, {
    hint: "Leave the file alone while Showreel runs.",
    submitted: false,
  });
}

function invalidMaterialError(setting: string, typed: string, reason: string): ShowreelError {
  return new ShowreelError("invalid_input", `\`${setting}\` is "${plainText(typed, 120)}": ${reason}.`, {
    hint: "Give a path inside the workspace, a public https URL, or `asset:ID`.",
    settings: [setting],
    submitted: false,
  });
}
