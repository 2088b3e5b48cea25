/** A job, or a leg of a matrix, as the engine tells of it. */
export interface JobLog {
  /** Its key in the workflow. */
  readonly id: string;
  /** What makes it different from the other legs. */
  readonly leg: string;
  readonly startedAt: number;
  result?: "success" | "failure";
  endedAt?: number;
  /** What its steps printed. */
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

/** Reads what `act --json` prints, line by line, into the jobs. */
export function readLine(jobs: JobLog[], line: string): void {
  const entry = parse(line);
  if (entry?.jobID === undefined) return;
  const job = jobOf(jobs, entry.jobID, Object.values(entry.matrix ?? {}).join(" "));
  const { msg = "" } = entry;
  if (isPrinted(entry)) job.lines.push(msg.trimEnd());
  if (entry.command === "summary") job.summaries.push(entry.content ?? "");
  if (entry.stepResult === "failure") job.failedSteps.push(entry.step ?? "");
  if (entry.jobResult === undefined) return;
  job.result = entry.jobResult;
  job.endedAt = Date.now();
}

// Commands are printed too, such as `::notice::`; the outputs come from a file, and stay between the steps.
function isPrinted({ raw_output, level, command = "set-output" }: Entry): boolean {
  const isPassedOn = ["set-output", "set-env", "save-state", "summary"].includes(command);
  return raw_output || level === "error" || level === "warning" || !isPassedOn;
}

function jobOf(jobs: JobLog[], id: string, leg: string): JobLog {
  const known = jobs.find((job) => job.id === id && job.leg === leg);
  if (known) return known;
  const job: JobLog = { id, leg, startedAt: Date.now(), lines: [], summaries: [], failedSteps: [] };
  jobs.push(job);
  return job;
}

function parse(line: string): Entry | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
