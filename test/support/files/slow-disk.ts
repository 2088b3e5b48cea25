import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { createTemporaryFolder } from "./temporary-folder.ts";

type Writes = Pick<FileHandle, "write" | "writev">;

/** Lays something around every write of every file handle, until it is called again without. */
export async function aroundWrites(change: (real: Writes) => Writes): Promise<() => void> {
  const probe = await open(join(createTemporaryFolder(), "probe"), "w");
  const handles: Writes = Object.getPrototypeOf(probe);
  await probe.close();
  const real = { write: handles.write, writev: handles.writev };
  Object.assign(handles, change(real));
  return () => Object.assign(handles, real);
}

/** Lets every write of this test file wait first. */
export function slowDisk(rest: () => Promise<unknown>): void {
  let heal: (() => void) | undefined;
  const slowly = <Work extends (...given: never[]) => Promise<unknown>>(work: Work) =>
    async function (this: unknown, ...given: Parameters<Work>) {
      await rest();
      return work.apply(this, given);
    } as unknown as Work;
  beforeAll(async () => {
    heal = await aroundWrites(({ write, writev }) => ({ write: slowly(write), writev: slowly(writev) }));
  });
  afterAll(() => heal?.());
}
