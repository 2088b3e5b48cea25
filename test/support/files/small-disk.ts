import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll } from "vitest";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** Mounts a real disk of this size; undefined when the user or the system does not allow it. */
export function mountSmallDisk(size: string): string | undefined {
  const folder = join(createTemporaryFolder(), "disk");
  mkdirSync(folder);
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]).status === 0;
  // Hooks run in reverse order: it is unmounted before the folder around it is deleted.
  if (mounted) afterAll(() => void spawnSync("umount", ["-l", folder]));
  return mounted ? folder : undefined;
}
