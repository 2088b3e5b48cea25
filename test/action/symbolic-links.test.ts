import { lstatSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const script = { script: "Welcome.", avatar_id: "look_1", captions: "true", output_path: "reel.mp4" };

describe.concurrent("a step doesn't write through a symbolic link out of the workspace", () => {
  test.each(["reel.mp4", "reel.mp4.part", "reel.srt"])("named %s", async (name) => {
    await using fake = await startFakeHeygen({ videoStatuses: ["completed"] });
    const workspace = createTemporaryFolder();
    const elsewhere = createTemporaryFolder();
    symlinkSync(join(elsewhere, "target"), join(workspace, name));
    const step = await runStep(fake, script, { workspace });
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(step.exitCode).toBe(0);
    expect(lstatSync(step.outputs.video_path ?? "").isFile()).toBe(true);
    expect(readFileSync(step.outputs.video_path ?? "")).toHaveLength(Number(step.outputs.size_bytes));
    // `existsSync` follows links: a dangling link would count as absent.
    expect(lstatSync(join(workspace, "reel.mp4.part"), { throwIfNoEntry: false })).toBeUndefined();
  });
});
