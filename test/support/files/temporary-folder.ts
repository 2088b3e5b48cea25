import { accessSync, constants, mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];
const parent = hasRoom("/dev/shm") ? "/dev/shm" : tmpdir();

// Outside of Vitest, which ends its workers without an `exit` event.
process.once("exit", removeTemporaryFolders);

/** Creates a folder, in memory if there is room, that is removed after the last test of the file. */
export function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(parent, "showreel-"));
  folders.push(folder);
  return folder;
}

/** Removes all folders that were created. */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

// A file system in memory spares the tests the waiting for a disk. In a container it may have only 64 MB.
function hasRoom(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 1_000_000_000;
  } catch {
    return false;
  }
}
