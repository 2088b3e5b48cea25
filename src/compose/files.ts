import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";

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

/**
 * What a user typed as `asset:ID`, as an https URL or as a path inside the workspace. Fails with `invalid_input` that
 * names the setting.
 */
export async function readMaterial(workspace: string, setting: string, typed: string): Promise<Material> {
  const id = /^asset:(\S+)$/.exec(typed)?.[1];
  if (id !== undefined) return { from: "asset", id };
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(typed)) {
    if (URL.parse(typed)?.protocol === "https:") return { from: "url", url: typed };
    throw refused(setting, typed, "a URL must be public and https");
  }
  return readLocal(workspace, setting, typed);
}

async function readLocal(workspace: string, setting: string, typed: string): Promise<LocalMaterial> {
  try {
    const path = await realpath(resolve(workspace, typed));
    const way = relative(await realpath(workspace), path);
    if (way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way))
      throw refused(setting, typed, "it lies outside the workspace");
    const entries = (await stat(path)).isDirectory() ? await listFiles(path) : undefined;
    if (entries && entries.length > maxEntries)
      throw refused(setting, typed, `it has more than ${maxEntries} files`);
    return {
      from: "disk",
      path,
      name: basename(path),
      ...(await digest(path, entries)),
      ...(entries && { entries }),
    };
  } catch (cause) {
    if (cause instanceof ShowreelError) throw cause;
    throw refused(setting, typed, `it cannot be read (${systemCode(cause) ?? "unknown reason"})`);
  }
}

// Links are left out: they may lead anywhere.
async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile());
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  return paths.map((path) => path.split(sep).join("/")).sort();
}

async function digest(path: string, entries: readonly string[] | undefined) {
  const hash = createHash("sha256");
  let bytes = 0;
  for (const entry of entries ?? [""]) {
    const file = join(path, entry);
    // Lengths keep a file's end and the next one's name apart.
    if (entries) hash.update(`${Buffer.byteLength(entry)} ${entry} ${(await stat(file)).size} `);
    for await (const block of createReadStream(file)) {
      hash.update(block);
      bytes += block.length;
    }
  }
  return { bytes, sha256: hash.digest("hex") };
}

function refused(setting: string, typed: string, reason: string): ShowreelError {
  return new ShowreelError("invalid_input", `\`${setting}\` is "${plainText(typed, 120)}": ${reason}.`, {
    hint: "Give a path inside the workspace, a public https URL, or `asset:ID`. Nothing was submitted.",
  });
}
