import { mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { createPipe } from "./pipe.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** A kind of special file, to create where a regular file is expected. */
export interface SpecialFile {
  /** Its name in test titles. */
  readonly title: string;
  /** Its name in messages. */
  readonly kind: "a link" | "a folder" | "a pipe" | "a socket";
  /** Creates it at the path; `outside` is a file elsewhere that must not change. */
  create(path: string, outside: string): void;
}

/** All special files that a checkout, or another job on the machine, may contain in place of a file. */
export const specialFiles: readonly SpecialFile[] = [
  { title: "a link to a file", kind: "a link", create: (path, outside) => symlinkSync(outside, path) },
  {
    title: "a link to nothing",
    kind: "a link",
    create: (path, outside) => symlinkSync(`${outside}-new`, path),
  },
  {
    title: "a link to a folder",
    kind: "a link",
    create: (path, outside) => symlinkSync(dirname(outside), path),
  },
  { title: "a link to an endless device", kind: "a link", create: (path) => symlinkSync("/dev/zero", path) },
  { title: "a link to a full device", kind: "a link", create: (path) => symlinkSync("/dev/full", path) },
  {
    title: "a folder",
    kind: "a folder",
    create: (path) => mkdirSync(join(path, "inside"), { recursive: true }),
  },
  { title: "a pipe", kind: "a pipe", create: (path) => createPipe(path) },
  { title: "a socket", kind: "a socket", create: createSocket },
];

/** All except one kind: a folder is valid where a folder is expected. */
export const specialFilesExcept = (kind: SpecialFile["kind"]) =>
  specialFiles.filter((file) => file.kind !== kind);

/** A file outside the workspace. */
export interface OutsideFile {
  readonly path: string;
  /** The state of the file and its folder; `unchangedState` when nothing has changed them. */
  state(): unknown;
}

export const unchangedState = { names: ["secret"], content: "mine" };

/** Creates a folder beside the workspace with one file in it. */
export function createOutsideFile(parent: string): OutsideFile {
  const folder = join(parent, "outside");
  mkdirSync(folder);
  const path = join(folder, "secret");
  writeFileSync(path, "mine");
  return { path, state: () => ({ names: readdirSync(folder), content: readFileSync(path, "utf8") }) };
}

// Closing a server deletes its socket, but not one that has moved. It moves from a short path, because socket
// paths are limited.
function createSocket(path: string): void {
  const shortPath = join(createTemporaryFolder(), "socket");
  const server = createServer().listen(shortPath);
  renameSync(shortPath, path);
  server.close();
}
