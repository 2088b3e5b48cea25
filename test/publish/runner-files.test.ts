import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createRecord } from "../../src/jobs/video-record.ts";
import { toOutputs } from "../../src/publish/outputs.ts";
import { createOutputWriter, writeSummary } from "../../src/publish/runner-files.ts";
import { specialFiles } from "../support/files/special-files.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { fakePathSegment } from "../support/leaks/fake-secrets.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

afterEach(() => vi.unstubAllEnvs());

// The runner may use symbolic links, so they are followed.
const unwritable = specialFiles.filter(
  ({ title }) => !/^a link to (a file|nothing|an endless device)$/.test(title),
);

describe("a runner's file is not waited for if it is", () => {
  test.each(unwritable)(
    "$title: without outputs, the run fails before anything is paid for",
    ({ create }) => {
      const path = join(createTemporaryFolder(), "output");
      create(path, path);
      vi.stubEnv("GITHUB_OUTPUT", path);
      const runtime = createFakeRuntime();
      const writer = createOutputWriter({ GITHUB_OUTPUT: path }, runtime.log, () => {});
      writer.write(toOutputs([createRecord(runtime, "Reel", () => {}).current()]));
      expect(() => writer.requireWritten()).toThrow(
        expect.objectContaining({ code: "invalid_input", message: expect.stringContaining(path) }),
      );
    },
  );

  test.each(unwritable)("$title: without a job summary, the run logs a warning", async ({ create }) => {
    const path = join(createTemporaryFolder(), "summary");
    create(path, path);
    const runtime = createFakeRuntime();
    await writeSummary({ GITHUB_STEP_SUMMARY: path }, runtime.log, "Done.");
    expect(runtime.lines).toEqual([expect.stringMatching(/^warning: The job summary was not written: /)]);
  });
});

describe("the runner masks a signed URL and its signature, but no ordinary words of it:", () => {
  test.each([
    [
      `https://files.example/v.mp4?se=2026-11-27&st=2026-11-26&key=public&sig=${fakePathSegment}`,
      [fakePathSegment],
    ],
    ["https://files.example/v.mp4?sig=a1b2c3d4&token=release-2024", []],
    [`https://files.example/${fakePathSegment}/v.mp4`, []],
  ])("%s", (url, signatures) => {
    const path = join(createTemporaryFolder(), "output");
    writeFileSync(path, "");
    vi.stubEnv("GITHUB_OUTPUT", path);
    const runtime = createFakeRuntime();
    const masked: string[] = [];
    const writer = createOutputWriter({ GITHUB_OUTPUT: path }, runtime.log, (secret) => masked.push(secret));
    const outputs = toOutputs([createRecord(runtime, "Reel", () => {}).current()]);
    writer.write({ ...outputs, video_url: url });
    expect(masked).toEqual([url, ...signatures]);
  });
});
