import { execFileSync } from "node:child_process";
import { existsSync, renameSync } from "node:fs";
import { join } from "node:path";
import { createTemporaryFolder } from "./temporary-folder.ts";

const stock: string[] = [];

/** Creates a named pipe. Twenty are made at once, because `mkfifo` takes longer to start than a whole test. */
export function createPipe(path: string): void {
  // The folder of the stock is removed after the last test of a file.
  if (!existsSync(stock.at(-1) ?? "")) stock.splice(0, stock.length, ...makePipes(20));
  renameSync(stock.pop() ?? "", path);
}

function makePipes(count: number): string[] {
  const folder = createTemporaryFolder();
  const paths = Array.from({ length: count }, (_, index) => join(folder, `pipe-${index}`));
  execFileSync("mkfifo", paths);
  return paths;
}
