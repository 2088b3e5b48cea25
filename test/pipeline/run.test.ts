import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import type { Publisher } from "../../src/publish/publisher.ts";
import { openRun } from "../support/pipeline/open-run.ts";
import { promptInputs, startFakeWithVideo } from "../support/pipeline/video-run.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const sandbox = { provider: "sandbox", ...promptInputs };

describe("a run", () => {
  test("writes its outputs from the start, and its summary at the end", async () => {
    const { seen, work } = openRun(undefined, sandbox);
    await work();
    expect(seen.statuses).toEqual(["pending", "processing", "completed"]);
    expect(seen.outputs).toMatchObject({ status: "completed", resumed: "false", error_code: "" });
    expect(seen.summary).toContain("A new video was made.");
  });

  test("with inputs that are wrong still has outputs and a summary, and fails with their error", async () => {
    const { seen, work } = openRun(undefined, { ...sandbox, wait: "perhaps" });
    expect(await failureOf(work)).toMatchObject({ code: "invalid_input", settings: ["wait"] });
    expect(seen.outputs).toMatchObject({ status: "failed", error_code: "invalid_input" });
    expect(seen.summary).toContain("Nothing was submitted.");
  });

  test("whose upload fails keeps the video, and says how to resume it", async () => {
    await using fake = await startFakeWithVideo();
    const artifact: Publisher = {
      name: "artifact",
      isEssential: true,
      publish: async () => {
        throw new ShowreelError("publish_failed", "The artifact was not uploaded.");
      },
    };
    const { seen, work } = openRun(fake.url, promptInputs, undefined, [artifact]);
    const failure = await failureOf(work);
    expect(failure).toMatchObject({
      code: "publish_failed",
      hint: expect.stringMatching(/paid for.*re-run resumes it.*--video-id/),
    });
    expect(seen.outputs).toMatchObject({ status: "completed", error_code: "publish_failed" });
    expect(seen.outputs.video_path).not.toBe("");
    expect(fake.billed).toBe(1);
  });
});
