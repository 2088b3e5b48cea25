import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { toOutputs } from "../../src/publish/outputs.ts";
import { createOutputWriter } from "../../src/publish/runner-files.ts";
import { createRecord } from "../../src/render/record.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";
import { plants } from "../support/plants.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

afterEach(() => {
  vi.unstubAllEnvs();
  vi.resetModules();
});

// A link is the runner's own, and followed.
const unwritable = plants.filter(({ title }) => !/^a link to (a file|nothing|what has no end)$/.test(title));

describe("a runner's file that takes nothing is not waited for when it is", () => {
  test.each(unwritable)("$title, for outputs: nothing is paid for", ({ lay }) => {
    const path = join(createTemporaryFolder(), "output");
    lay(path, path);
    vi.stubEnv("GITHUB_OUTPUT", path);
    const runtime = createFakeRuntime();
    const writer = createOutputWriter({ GITHUB_OUTPUT: path }, runtime.log, () => {});
    writer.write(toOutputs(createRecord(runtime, "Reel", () => {}).current()));
    expect(() => writer.requireWritten()).toThrow(
      expect.objectContaining({ code: "invalid_input", message: expect.stringContaining(path) }),
    );
  });

  test.each(unwritable)("$title, for the summary: a warning", async ({ lay }) => {
    const path = join(createTemporaryFolder(), "summary");
    lay(path, path);
    vi.stubEnv("GITHUB_STEP_SUMMARY", path);
    const runtime = createFakeRuntime();
    // The toolkit remembers the path.
    const { writeSummary } = await import("../../src/publish/runner-files.ts");
    await writeSummary(runtime.log, "Done.");
    expect(runtime.lines).toEqual([expect.stringMatching(/^warning: The job summary was not written: /)]);
  });
});
