import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders: string[] = [];

// Outside of Vitest, which ends its workers without an `exit` event.
process.once("exit", removeTemporaryFolders);

/** Creates a folder that is removed after the last test of the file. */
export function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "showreel-"));
  folders.push(folder);
  return folder;
}

/** Removes all folders that were created. */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
