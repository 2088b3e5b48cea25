import { expect, test } from "vitest";
import { createRunReport } from "../../src/pipeline/run-report.ts";
import type { Outputs } from "../../src/publish/outputs.ts";
import { openRun } from "../support/pipeline/open-run.ts";

test("a report of two videos has the first one's outputs, and a section of the summary for each", async () => {
  const { runtime, context } = openRun(undefined, {});
  let outputs: Partial<Outputs> = {};
  let summary = "";
  const report = createRunReport(runtime, {
    context,
    writeOutputs: (current) => {
      outputs = current;
    },
    writeSummary: async (markdown) => {
      summary = markdown;
    },
  });
  const [first, second] = [report.addVideo(), report.addVideo()];
  first.update({ title: "One", status: "completed" });
  second.update({ title: "Two", status: "failed" });
  await report.writeSummary();
  expect(outputs.status).toBe("completed");
  expect(summary.match(/^### .*/gm)).toEqual(["### One", "### Two"]);
});
