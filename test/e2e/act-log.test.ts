import { expect, test } from "vitest";
import { type JobLog, parseLogLine } from "../../scripts/e2e/act-log.ts";
import { toOutcomes } from "../../scripts/e2e/outcome.ts";
import { toTable } from "../../scripts/e2e/report.ts";

const run = { workflow: "test/e2e/workflows/x.yml", event: "push", payload: "push.json", id: 1 } as const;

function read(...entries: object[]): JobLog[] {
  const jobs: JobLog[] = [];
  for (const entry of entries) parseLogLine(jobs, JSON.stringify(entry));
  parseLogLine(jobs, "time=now level=info");
  return jobs;
}

test("parses the output, summaries and result of a job, without its outputs", () => {
  const [job] = read(
    { jobID: "a", raw_output: true, msg: "hello\n" },
    { jobID: "a", command: "notice", msg: "::notice::told" },
    { jobID: "a", command: "set-output", msg: "::set-output:: video_url=secret" },
    { jobID: "a", command: "summary", content: "### Video" },
    { jobID: "a", jobResult: "success" },
  );
  expect(job).toMatchObject({
    lines: ["hello", "::notice::told"],
    summaries: ["### Video"],
    result: "success",
  });
});

test("counts a failed job, an unfinished leg and a job that did not run as failures", () => {
  const jobs = read(
    { jobID: "a", step: "./", stepResult: "failure" },
    { jobID: "a", jobResult: "failure" },
    { jobID: "b", matrix: { language: "German" }, jobResult: "success" },
    { jobID: "b", matrix: { language: "English" }, raw_output: true, msg: "cut off" },
  );
  const outcomes = toOutcomes(run, ["a", "b", "c"], jobs, { a: "A holds" });
  expect(outcomes).toMatchObject([
    { job: "a", result: "failure", promise: "A holds", reasons: ["Failed: ./"] },
    { job: "b (German)", result: "success" },
    { job: "b (English)", result: "missing" },
    { job: "c", result: "missing" },
  ]);
  expect(toTable(outcomes)).toContain("1 passed, 3 failed");
});
