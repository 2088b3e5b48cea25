import { expect } from "vitest";
import type { StepResult } from "./step.ts";

/** Expects that an interrupted step failed, and says how to resume the video `v_1`. */
export function expectInterrupted(step: StepResult, outputs: Readonly<Record<string, string>>): void {
  expect(step.exitCode).toBe(1);
  expect(outputs).toMatchObject({ status: "processing", video_id: "v_1", error_code: "interrupted" });
  expect(step.annotations).toMatchObject([{ level: "error", title: "Showreel: interrupted" }]);
  expect(step.annotations[0]?.message).toContain("interrupted");
  expect(step.annotations[0]?.message).toContain('`video_id` set to "v_1"');
  expect(step.summary).toContain("interrupted");
}
