import { realpath } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { relativeInside } from "../base/files/relative-inside.ts";

/**
 * The file or folder that a typed path leads to, links followed; undefined when it lies outside the workspace, or in `.git`,
 * where a checkout keeps its token. Fails as the system does when there is nothing.
 */
export async function resolveInWorkspace(workspace: string, typed: string): Promise<string | undefined> {
  const path = await realpath(resolve(workspace, typed));
  const way = relativeInside(await realpath(workspace), path);
  return way === undefined || way.split(sep)[0]?.toLowerCase() === ".git" ? undefined : path;
}

/** Whether a path in the workspace leads where it says, without any link on the way. */
export async function hasNoSymlinks(workspace: string, path: string): Promise<boolean> {
  try {
    return (await realpath(join(workspace, path))) === join(await realpath(workspace), path);
  } catch {
    return false;
  }
}
