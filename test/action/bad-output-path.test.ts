import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rejectedStep, runRejectedStep } from "../support/action/run-rejected-step.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";

const nobody = 65_534;

type Row = readonly [what: string, typed: string, says: string, lay: (workspace: string) => void];

const layNothing = () => {};

const rows: readonly Row[] = [
  ["a path above the workspace", "../x.mp4", "is outside the workspace", layNothing],
  ["a path that comes back out of a folder", "a/../../x.mp4", "is outside the workspace", layNothing],
  ["an absolute path elsewhere", "/etc/x.mp4", "is outside the workspace", layNothing],
  ["a file that is no MP4", "videos/x.mov", "`.mp4`", layNothing],
  ["a name without an ending", "videos/mp4", "`.mp4`", layNothing],
  ["a folder of that name", "x.mp4", "folder", (workspace) => mkdirSync(join(workspace, "x.mp4"))],
  [
    "a folder that is a file",
    "notes/x.mp4",
    "notes",
    (workspace) => writeFileSync(join(workspace, "notes"), ""),
  ],
  [
    "a folder that is a link out of the workspace",
    "out/x.mp4",
    "link",
    (workspace) => symlinkSync(createTemporaryFolder(), join(workspace, "out")),
  ],
];

describe.concurrent("before anything is sent, a step refuses as its output_path", () => {
  test.each(rows)("%s", async (_what, typed, says, lay) => {
    const workspace = createTemporaryFolder();
    lay(workspace);
    const { message, ...facts } = await runRejectedStep({ prompt: "Hi", output_path: typed }, { workspace });
    expect(facts).toEqual(rejectedStep);
    expect(message).toContain(`\`output_path\` is "${typed}"`);
    expect(message).toContain(says);
  });

  test("a folder that takes no files", async () => {
    const workspace = createTemporaryFolder();
    mkdirSync(join(workspace, "videos"));
    chmodSync(join(workspace, "videos"), 0o555);
    chmodSync(workspace, 0o755);
    // To root every folder is open.
    const uid = process.getuid?.() === 0 ? nobody : undefined;
    const inputs = { prompt: "Hi", output_path: "videos/x.mp4" };
    const { message, ...facts } = await runRejectedStep(inputs, { workspace, uid });
    expect(facts).toEqual(rejectedStep);
    expect(message).toContain('`output_path` is "videos/x.mp4"');
    expect(message).toContain("cannot be written to (EACCES)");
  });

  test("nothing that it has probed without leaving a trace", async () => {
    const workspace = createTemporaryFolder();
    mkdirSync(join(workspace, "out"));
    const inputs = { prompt: "Hi", output_path: "out/x.mp4", resolution: "1080p" };
    await runRejectedStep(inputs, { workspace });
    expect(readdirSync(join(workspace, "out"))).toEqual([]);
    expect(existsSync(join(workspace, "videos"))).toBe(false);
  });
});
