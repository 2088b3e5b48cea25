import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rejectedStep, runRejectedStep } from "../support/action/run-rejected-step.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";

type Row = readonly [title: string, typed: string, expected: string, prepare: (workspace: string) => void];

const prepareNothing = () => {};

const rows: readonly Row[] = [
  ["a path above the workspace", "../x.mp4", "is outside the workspace", prepareNothing],
  [
    "a path that leaves the workspace through a subfolder",
    "a/../../x.mp4",
    "is outside the workspace",
    prepareNothing,
  ],
  ["an absolute path elsewhere", "/etc/x.mp4", "is outside the workspace", prepareNothing],
  ["a file extension other than .mp4", "videos/x.mov", "`.mp4`", prepareNothing],
  ["a name without an extension", "videos/mp4", "`.mp4`", prepareNothing],
  ["the name of an existing folder", "x.mp4", "folder", (workspace) => mkdirSync(join(workspace, "x.mp4"))],
  ["a path below a file", "notes/x.mp4", "notes", (workspace) => writeFileSync(join(workspace, "notes"), "")],
  [
    "a folder that is a symbolic link out of the workspace",
    "out/x.mp4",
    "link",
    (workspace) => symlinkSync(createTemporaryFolder(), join(workspace, "out")),
  ],
];

describe.concurrent("before anything is sent, a step rejects as its output_path", () => {
  test.each(rows)("%s", async (_title, typed, expected, prepare) => {
    const workspace = createTemporaryFolder();
    prepare(workspace);
    const { message, ...facts } = await runRejectedStep({ prompt: "Hi", output_path: typed }, { workspace });
    expect(facts).toEqual(rejectedStep);
    expect(message).toContain(`\`output_path\` is "${typed}"`);
    expect(message).toContain(expected);
  });

  test("a valid path when another input is invalid, and leaves no files behind", async () => {
    const workspace = createTemporaryFolder();
    mkdirSync(join(workspace, "out"));
    const inputs = { prompt: "Hi", output_path: "out/x.mp4", resolution: "1080p" };
    await runRejectedStep(inputs, { workspace });
    expect(readdirSync(join(workspace, "out"))).toEqual([]);
    expect(existsSync(join(workspace, "videos"))).toBe(false);
  });
});
