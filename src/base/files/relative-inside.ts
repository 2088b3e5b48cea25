import nodePath, { type PlatformPath } from "node:path";

/**
 * The way from a folder to what lies in it, `""` for the folder itself; undefined for what lies elsewhere. Both paths are
 * absolute. `path` is this machine's way to write paths unless told.
 */
export function relativeInside(
  folder: string,
  target: string,
  path: PlatformPath = nodePath,
): string | undefined {
  const way = path.relative(folder, target);
  // On Windows the way to another drive is an absolute path.
  const leaves = way === ".." || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
  return leaves ? undefined : way;
}
