import { realpath } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import { relativeInside } from "../base/files/relative-inside.ts";

/**
 * Resolves a path and its symbolic links. Returns undefined if it is outside of the workspace, or in `.git`,
 * where a checkout keeps its token. Rejects with the system's error if the path does not exist.
 */
export async function resolveInWorkspace(workspace: string, typed: string): Promise<string | undefined> {
  const path = await realpath(resolve(workspace, typed));
  const relative = relativeInside(await realpath(workspace), path);
  return relative === undefined || relative.split(sep)[0]?.toLowerCase() === ".git" ? undefined : path;
}

/** Returns whether a path in the workspace contains no symbolic link. */
export async function hasNoSymlinks(workspace: string, path: string): Promise<boolean> {
  try {
    return (await realpath(join(workspace, path))) === join(await realpath(workspace), path);
  } catch {
    return false;
  }
}
