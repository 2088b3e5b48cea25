import { realpath } from "node:fs/promises";
import { isAbsolute, relative, resolve, sep } from "node:path";

/**
 * The file or folder that a typed path leads to, links followed; undefined when it lies outside the workspace. Fails as
 * the system does when there is nothing.
 */
export async function pathInside(workspace: string, typed: string): Promise<string | undefined> {
  const path = await realpath(resolve(workspace, typed));
  const way = relative(await realpath(workspace), path);
  const leaves = way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
  return leaves ? undefined : path;
}
