import { access, constants, mkdir, mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { invalidInputError, ShowreelError, systemCode } from "../base/errors.ts";
import { relativeInside } from "../base/files/relative-inside.ts";
import { plainText } from "../base/text/plain-text.ts";
import { type Container, containers } from "./media/file-type.ts";

/** Where the video is written. Its file name may need the id and the format, which are known only later. */
export interface Target {
  /** The format that the extension of `output_path` implies. */
  readonly container: Container | undefined;
  /** The folder, with symbolic links resolved. */
  readonly folder: string;
  pathFor(id: string, container: Container): string;
}

/**
 * Checks, before anything is paid for, that the video can be written: inside the workspace (symbolic links
 * resolved), into a writable folder, under a name with the extension of its format, if the format is known.
 * Creates the folder. Fails with `invalid_input`.
 */
export async function prepareTarget(
  workspace: string,
  title: string,
  outputPath: string | undefined,
  format: Container | undefined,
): Promise<Target> {
  const path = resolve(workspace, outputPath ?? "videos/video.mp4");
  const container = outputPath === undefined ? undefined : requireContainer(outputPath, path, format);
  // The longest of the names that are derived from it: those of the `.part` file's note and of a rejected video.
  if (Buffer.byteLength(`${basename(path)}.rejected-9`) > 255)
    throw invalidOutputPathError(outputPath, "the file name is too long");
  if (!relativeInside(workspace, path))
    throw invalidOutputPathError(outputPath, "it is outside the workspace");
  await ensureWritableFolder(workspace, dirname(path), outputPath);
  const folder = await realpath(dirname(path));
  if (container === undefined) {
    return {
      container,
      folder,
      pathFor: (id, extension) => join(dirname(path), videoFileName(title, id, extension)),
    };
  }
  for (const name of [path, `${path}.part`, `${path}.part.json`]) {
    if (await isFolder(name))
      throw invalidOutputPathError(outputPath, `a folder named ${basename(name)} exists`);
  }
  return { container, folder, pathFor: () => path };
}

function requireContainer(outputPath: string, path: string, format: Container | undefined): Container {
  const extension = extname(path).slice(1).toLowerCase();
  const container = containers.find((known) => known === extension);
  if (container !== undefined && container === (format ?? container)) return container;
  const allowed = (format ? [format] : containers).map((known) => `\`.${known}\``);
  throw invalidOutputPathError(outputPath, `it must end in ${allowed.join(" or ")}`);
}

async function ensureWritableFolder(
  workspace: string,
  folder: string,
  outputPath: string | undefined,
): Promise<void> {
  try {
    const existing = await nearestExisting(folder);
    if (relativeInside(await realpath(workspace), await realpath(existing)) === undefined) {
      throw invalidOutputPathError(outputPath, "a symbolic link leads outside the workspace");
    }
    await mkdir(folder, { recursive: true });
    // Writes a real entry: permission bits don't show a read-only mount.
    await rm(await mkdtemp(join(folder, ".showreel-")), { recursive: true });
  } catch (cause) {
    if (cause instanceof ShowreelError) throw cause;
    const name = relative(workspace, folder) || "the folder";
    throw invalidOutputPathError(outputPath, `${name} cannot be written to`, cause);
  }
}

async function nearestExisting(folder: string): Promise<string> {
  const exists = await access(folder, constants.F_OK).then(
    () => true,
    () => false,
  );
  return exists || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function invalidOutputPathError(
  outputPath: string | undefined,
  reason: string,
  cause?: unknown,
): ShowreelError {
  const code = systemCode(cause);
  const shown = plainText(outputPath ?? "videos/", 120);
  return invalidInputError(`\`output_path\` is "${shown}": ${reason}${code ? ` (${code})` : ""}.`, {
    hint: "Set a path inside the workspace, such as `videos/release.mp4`.",
    settings: ["output_path"],
    cause,
  });
}

/**
 * Returns a file name made of a title and an id; the id makes it unique. Contains letters, digits, `.`, `_`
 * and `-` only.
 */
export function videoFileName(title: string, id: string, extension: Container): string {
  const stem = slugify(title)
    .slice(0, 60)
    .replace(/[-.]+$/, "");
  return `${stem || "video"}-${slugify(id).slice(0, 80) || "video"}.${extension}`;
}

/** Reduces a text to ASCII letters, digits, `.`, `_` and `-`. Drops accents; other characters become `-`. */
export function slugify(text: string): string {
  const ascii = text.normalize("NFKD").replace(/\p{M}/gu, "");
  return ascii
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/^[-.]+|[-.]+$/g, "");
}

/** Returns the file name of a path with `-<suffix>` before its extension. */
export function withSuffix(path: string, suffix: string): string {
  const extension = extname(path);
  return `${basename(path, extension)}-${suffix}${extension}`;
}
