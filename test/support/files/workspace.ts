import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** Creates a workspace with these files, by path. */
export function createWorkspace(files: Readonly<Record<string, string | Uint8Array>>): string {
  const workspace = createTemporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  return workspace;
}
