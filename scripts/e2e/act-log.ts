import { parseJson } from "../../src/base/parse-json.ts";

/** The log of a job, or of one leg of its matrix. */
export interface JobLog {
  /** The job's key in the workflow. */
  readonly id: string;
  /** The matrix values, which tell this leg from the others. */
  readonly leg: string;
  readonly startedAt: number;
  result?: "success" | "failure";
  endedAt?: number;
  /** The output of the steps. */
  readonly lines: string[];
  /** One for each step that wrote one. */
  readonly summaries: string[];
  readonly failedSteps: string[];
}

interface Entry {
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>> | null;
  readonly msg?: string;
  readonly level?: string;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly content?: string;
  readonly step?: string;
  readonly stepResult?: string;
  readonly jobResult?: "success" | "failure";
}

/** Parses one line of `act --json`, and adds it to the log of its job. */
export function parseLogLine(jobs: JobLog[], line: string): void {
  const entry = parseJson(line) as Entry | undefined;
  if (entry?.jobID === undefined) return;
  const job = findOrAddJob(jobs, entry.jobID, Object.values(entry.matrix ?? {}).join(" "));
  const { msg = "" } = entry;
  if (isStepOutput(entry)) job.lines.push(msg.trimEnd());
  if (entry.command === "summary") job.summaries.push(entry.content ?? "");
  if (entry.stepResult === "failure") job.failedSteps.push(entry.step ?? "");
  if (entry.jobResult === undefined) return;
  job.result = entry.jobResult;
  job.endedAt = Date.now();
}

// Workflow commands such as `::notice::` are printed; those for outputs and variables are written to files.
function isStepOutput({ raw_output, level, command = "set-output" }: Entry): boolean {
  const isFileCommand = ["set-output", "set-env", "save-state", "summary"].includes(command);
  return raw_output || level === "error" || level === "warning" || !isFileCommand;
}

function findOrAddJob(jobs: JobLog[], id: string, leg: string): JobLog {
  const existing = jobs.find((job) => job.id === id && job.leg === leg);
  if (existing) return existing;
  const job: JobLog = { id, leg, startedAt: Date.now(), lines: [], summaries: [], failedSteps: [] };
  jobs.push(job);
  return job;
}
