import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { createTemporaryFolder } from "./temporary-folder.ts";

type Writes = Pick<FileHandle, "write" | "writev">;

/** Replaces the writes of all file handles; returns a function that restores them. */
export async function replaceWrites(replace: (real: Writes) => Writes): Promise<() => void> {
  const probe = await open(join(createTemporaryFolder(), "probe"), "w");
  const handles: Writes = Object.getPrototypeOf(probe);
  await probe.close();
  const real = { write: handles.write, writev: handles.writev };
  Object.assign(handles, replace(real));
  return () => Object.assign(handles, real);
}

/** Delays every write in this test file. */
export function slowDisk(delay: () => Promise<unknown>): void {
  let restore: (() => void) | undefined;
  const slowly = <Work extends (...args: never[]) => Promise<unknown>>(work: Work) =>
    async function (this: unknown, ...args: Parameters<Work>) {
      await delay();
      return work.apply(this, args);
    } as unknown as Work;
  beforeAll(async () => {
    restore = await replaceWrites(({ write, writev }) => ({ write: slowly(write), writev: slowly(writev) }));
  });
  afterAll(() => restore?.());
}
