import { expect } from "vitest";
import type { CliResult } from "./cli.ts";

/** Expects that an interrupted command ended with status 130, and says how to resume the video `v_1`. */
export function expectInterrupted(run: CliResult): void {
  expect(run.exitCode).toBe(130);
  expect(JSON.parse(run.stdout)).toMatchObject({
    status: "processing",
    video_id: "v_1",
    error_code: "interrupted",
  });
  expect(run.stderr).toContain('--video-id set to "v_1"');
}
