import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

const folders: string[] = [];

// Vitest ends its workers without an `exit` event.
if (process.env.VITEST === undefined) process.once("exit", removeFolders);
else afterAll(removeFolders);

/** Creates a folder that is removed after the last test of the file. */
export function createTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "showreel-"));
  folders.push(folder);
  return folder;
}

function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
