import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes an empty folder that nobody else knows, below `parent`; where that is missing or takes nothing, in the system's place. */
export function makeTemporaryFolder(parent: string | undefined): Promise<string> {
  const make = (place: string) => mkdtemp(join(place, "showreel-"));
  return parent ? make(parent).catch(() => make(tmpdir())) : make(tmpdir());
}
