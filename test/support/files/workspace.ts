import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** A fresh workspace with these files in it, by their paths. */
export function createWorkspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const workspace = createTemporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  return workspace;
}
