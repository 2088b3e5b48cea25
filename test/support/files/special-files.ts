import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** Something that is no regular file, to be laid where one is expected. */
export interface SpecialFile {
  /** For titles. */
  readonly title: string;
  /** What messages call it. */
  readonly kind: "a link" | "a folder" | "a pipe" | "a socket";
  /** Lays it at the path; `outside` is a file elsewhere that must stay as it is. */
  create(path: string, outside: string): void;
}

/** All that a checkout, or a job on the same machine, may hold in a file's place. */
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
  { title: "a link to what has no end", kind: "a link", create: (path) => symlinkSync("/dev/zero", path) },
  { title: "a link to a full device", kind: "a link", create: (path) => symlinkSync("/dev/full", path) },
  {
    title: "a folder",
    kind: "a folder",
    create: (path) => mkdirSync(join(path, "inside"), { recursive: true }),
  },
  { title: "a pipe", kind: "a pipe", create: (path) => execFileSync("mkfifo", [path]) },
  { title: "a socket", kind: "a socket", create: laySocket },
];

/** All but one kind: a folder can stand where a folder is expected. */
export const specialFilesExcept = (kind: SpecialFile["kind"]) =>
  specialFiles.filter((plant) => plant.kind !== kind);

/** A file elsewhere. */
export interface OutsideFile {
  readonly path: string;
  /** What has become of it and of its folder; `untouched` when nothing has. */
  state(): unknown;
}

export const unchangedState = { names: ["secret"], content: "mine" };

/** Makes a folder beside the workspace with one file in it. */
export function createOutsideFile(parent: string): OutsideFile {
  const folder = join(parent, "outside");
  mkdirSync(folder);
  const path = join(folder, "secret");
  writeFileSync(path, "mine");
  return { path, state: () => ({ names: readdirSync(folder), content: readFileSync(path, "utf8") }) };
}

// A process that ends without closing its socket leaves it there. Its own path must be a short one.
function laySocket(path: string): void {
  const listen = `require("net").createServer().listen("socket", () => process.kill(process.pid, "SIGKILL"))`;
  const cwd = mkdtempSync(join(dirname(path), "socket-"));
  spawnSync(process.execPath, ["--eval", listen], { cwd });
  renameSync(join(cwd, "socket"), path);
  rmdirSync(cwd);
}
