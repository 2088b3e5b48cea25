import { symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { createPipe } from "../files/pipe.ts";
import { createWorkspace } from "../files/workspace.ts";
import type { Attack } from "./attack.ts";
import { hostile, hostileLine } from "./hostile-text.ts";

const avatar = { type: "avatar", avatar_id: "look_1" };
const file = { script_file: "a.txt", avatar_id: "look_1" };
const outside = createWorkspace({ "secret.txt": "hush" });

/** Paths of which none may be read. */
const refusedPaths = [
  [`../${basename(outside)}/secret.txt`, /outside the workspace/],
  [`a/../../${basename(outside)}/secret.txt`, /outside the workspace/],
  [join(outside, "secret.txt"), /outside the workspace/],
  ["/etc/passwd", /outside the workspace/],
  ["/proc/self/environ", /outside the workspace/],
  ["/dev/zero", /outside the workspace/],
  ["link", /outside the workspace/],
  ["folder/secret.txt", /outside the workspace/],
  ["folder/../secret.txt", /it cannot be read \(ENOENT\)/],
  ["zero", /outside the workspace/],
  ["fd", /outside the workspace|it cannot|it is not a file/],
  ["loop", /it cannot be read \(ELOOP\)/],
  ["pipe", /it is not a file/],
  [".", /it is not a file/],
  ["file:///etc/passwd", /it cannot be read \(ENOENT\)/],
  ["https://evil.example/a.md", /it cannot be read \(ENOENT\)/],
  ["a/".repeat(5_000), /it cannot be read \((ENAMETOOLONG|ENOENT)\)/],
  [hostileLine.replaceAll("\0", ""), /it cannot be read/],
] as const;

function layPaths(workspace: string): void {
  const link = (to: string, name: string) => symlinkSync(to, join(workspace, name));
  link(join(outside, "secret.txt"), "link");
  link(outside, "folder");
  link("/dev/zero", "zero");
  link("/proc/self/fd/0", "fd");
  link("loop", "loop");
  createPipe(join(workspace, "pipe"));
}

/** Special files, and paths out of the workspace. */
export const pathAttacks: readonly Attack[] = [
  ...refusedPaths.flatMap(([path, reason]) =>
    (["prompt_file", "script_file"] as const).map(
      (setting): Attack => ({
        what: `the ${setting} ${path.slice(0, 40)}`,
        prepareWorkspace: layPaths,
        inputs: { [setting]: path, avatar_id: "look_1" },
        expected: { says: new RegExp(`^\`${setting}\` is "[^\n]*: (it is )?(${reason.source})`) },
      }),
    ),
  ),
  ...(
    [
      ["UTF-16", Buffer.from("\ufeffhello", "utf16le"), /line 1: it is not UTF-8/],
      ["invalid UTF-8", Buffer.from("one\ntw\xc3(o", "latin1"), /line 2: it is not UTF-8/],
      ["half of a character", Buffer.from([0x61, 0xed, 0xa0, 0x80]), /line 1: it is not UTF-8/],
      ["a null byte", "one\ntw\0o", /line 2: it contains a null byte/],
      ["50 MB", Buffer.alloc(50 * 1_024 ** 2, "a "), /it has 52\.4 MB, and at most 1 MiB is allowed/],
    ] as const
  ).map(
    ([what, content, says]): Attack => ({
      what: `a file of ${what}`,
      files: { "a.txt": content },
      inputs: file,
      expected: { says },
    }),
  ),
  {
    what: "Git's configuration, which contains the checkout's token",
    files: { ".git/config": "Hello." },
    inputs: { ...file, script_file: ".git/config" },
    expected: { says: /^`script_file` is "\.git\/config": it is outside the workspace, or in \.git/ },
  },
  {
    what: "all hostile text in a file",
    files: { "a.txt": hostile.replaceAll("\0", "") },
    inputs: file,
    expected: { sends: { ...avatar, title: /^::set-output name/, script: /octocat/ } },
  },
  ...[
    ["braces", "{{".repeat(100_000)],
    ["closed braces", "{{ }".repeat(50_000)],
    ["rules", "---\n".repeat(50_000)],
    ["blanks", `${"a ".repeat(5_000)}${" ".repeat(200_000)}a`],
    ["backslashes", `${"\\".repeat(200_000)}{{`],
  ].map(
    ([what, text = ""]): Attack => ({
      what: `a file of a hundred thousand ${what}`,
      files: { "a.txt": text },
      inputs: file,
      expected: { says: /`script_file`/ },
    }),
  ),
];
