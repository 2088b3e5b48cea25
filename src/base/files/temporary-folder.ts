import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Creates an empty folder with a random name below `parent`, or below the system's temporary folder if that
 * fails.
 */
export function makeTemporaryFolder(parent: string | undefined): Promise<string> {
  const makeBelow = (folder: string) => mkdtemp(join(folder, "showreel-"));
  return parent ? makeBelow(parent).catch(() => makeBelow(tmpdir())) : makeBelow(tmpdir());
}
