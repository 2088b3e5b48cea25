import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

export interface MeasuredCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

export interface Measurement {
  readonly stdout: string;
  /** User and system time together. */
  readonly cpuMs: number;
  /** The largest resident set (VmHWM). Growth in the last `sampleMs` of the process can be missed. */
  readonly peakBytes: number;
}

const sampleMs = 20;
// Bash reports the time of its child in milliseconds; /proc counts in hundredths of a second.
const script = 'TIMEFORMAT="%U %S"; time "$@" 2>stderr';

/** Runs a command to its end, and measures it. Rejects if it fails, with what it printed. Needs Linux and Bash. */
export async function measureProcess({ command, args, cwd, env }: MeasuredCommand): Promise<Measurement> {
  const run = promisify(execFile)("bash", ["-c", script, "bash", command, ...args], { cwd, env });
  let peakBytes = 0;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, readPeakOfChild(run.child.pid));
  }, sampleMs);
  try {
    const { stdout, stderr } = await run;
    const seconds = stderr.trim().split(" ").map(Number);
    return { stdout, cpuMs: seconds.reduce((sum, value) => sum + value * 1_000, 0), peakBytes };
  } catch (error) {
    throw new Error(`${command} failed: ${readFileSync(join(cwd, "stderr"), "utf8")}`, { cause: error });
  } finally {
    clearInterval(timer);
  }
}

function readPeakOfChild(pid: number | undefined): number {
  try {
    const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ", 1);
    return (
      Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${child}/status`, "utf8"))?.[1] ?? 0) * 1_024
    );
  } catch {
    // It has not started yet, or has just ended.
    return 0;
  }
}
