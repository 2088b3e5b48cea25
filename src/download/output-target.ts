import { access, constants, mkdir, mkdtemp, realpath, rm, stat } from "node:fs/promises";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { relativeInside } from "../base/files/relative-inside.ts";
import { plainText } from "../base/plain-text.ts";
import { type Container, containers } from "./media/container.ts";

/** Where the video will go. The name may need the video's id, and its format, which are known only later. */
export interface Target {
  /** What the path that the user typed ends in. */
  readonly container: Container | undefined;
  /** Its folder, without links on the way. */
  readonly folder: string;
  pathFor(id: string, container: Container): string;
}

/**
 * Makes sure, before anything is paid for, that the video can be written: inside the workspace, also behind links,
 * into a folder that takes files, under a name that ends as its format wants, where that is known. Fails with
 * `invalid_input`.
 */
export async function prepareTarget(
  workspace: string,
  title: string,
  outputPath: string | undefined,
  format: Container | undefined,
): Promise<Target> {
  const path = resolve(workspace, outputPath ?? "videos/video.mp4");
  const container = outputPath === undefined ? undefined : requireContainer(outputPath, path, format);
  if (Buffer.byteLength(`${basename(path)}.part.json`) > 255)
    throw invalidOutputPathError(outputPath, "the name is too long for a disk");
  if (!relativeInside(workspace, path)) throw invalidOutputPathError(outputPath, "it leaves the workspace");
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
      throw invalidOutputPathError(outputPath, `a folder of the name ${basename(name)} exists`);
  }
  return { container, folder, pathFor: () => path };
}

function requireContainer(outputPath: string, path: string, format: Container | undefined): Container {
  const typed = extname(path).slice(1).toLowerCase();
  const known = containers.find((container) => container === typed);
  if (known !== undefined && known === (format ?? known)) return known;
  const endings = (format ? [format] : containers).map((container) => `\`.${container}\``);
  throw invalidOutputPathError(outputPath, `it must end in ${endings.join(" or ")}`);
}

async function ensureWritableFolder(
  workspace: string,
  folder: string,
  outputPath: string | undefined,
): Promise<void> {
  try {
    const existing = await nearestExisting(folder);
    if (relativeInside(await realpath(workspace), await realpath(existing)) === undefined) {
      throw invalidOutputPathError(outputPath, "a link leads out of the workspace");
    }
    await mkdir(folder, { recursive: true });
    // Only a real file proves that the folder takes files: permission bits say nothing of read-only mounts.
    await rm(await mkdtemp(join(folder, ".showreel-")), { recursive: true });
  } catch (cause) {
    if (cause instanceof ShowreelError) throw cause;
    throw invalidOutputPathError(
      outputPath,
      `${relative(workspace, folder) || "the folder"} cannot be written to`,
      cause,
    );
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
  return new ShowreelError(
    "invalid_input",
    `\`output_path\` is "${shown}": ${reason}${code ? ` (${code})` : ""}.`,
    {
      hint: "Give a path inside the workspace, such as `videos/release.mp4`. Nothing was submitted.",
      cause,
    },
  );
}

/** A file name out of a title and an id, in letters, digits, `.`, `_` and `-` only, unique because the id is. */
export function videoFileName(title: string, id: string, extension: Container): string {
  const stem = slugify(title)
    .slice(0, 60)
    .replace(/[-.]+$/, "");
  return `${stem || "video"}-${slugify(id).slice(0, 80) || "video"}.${extension}`;
}

/** Letters, digits, `.`, `_` and `-` alone. */
export function slugify(text: string): string {
  const ascii = text.normalize("NFKD").replace(/\p{M}/gu, "");
  return ascii
    .replace(/[^A-Za-z0-9._-]+/g, "-")
    .replace(/\.{2,}/g, ".")
    .replace(/^[-.]+|[-.]+$/g, "");
}

/** The same file name with `mark` before its extension. */
export function withSuffix(path: string, suffix: string): string {
  const extension = extname(path);
  return `${basename(path, extension)}-${suffix}${extension}`;
}
