import nodePath, { type PlatformPath } from "node:path";

/**
 * Returns the relative path from a folder to a target inside it, `""` for the folder itself; undefined when
 * the target is outside. Both paths are absolute. `path` is the platform's `node:path`, by default this
 * machine's.
 */
export function relativeInside(
  folder: string,
  target: string,
  path: PlatformPath = nodePath,
): string | undefined {
  const relative = path.relative(folder, target);
  // On Windows the relative path to another drive is absolute.
  const isOutside = relative === ".." || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return isOutside ? undefined : relative;
}
