import { setOutput, summary } from "@actions/core";
import type { Logger } from "../base/runtime.ts";
import type { Outputs } from "./outputs.ts";

/** The only writer of a step's outputs. Writes at once, and only what has changed: the last value counts. */
export function createOutputWriter(): (outputs: Outputs) => void {
  const written = new Map<string, string>();
  return (outputs) => {
    for (const [name, value] of Object.entries(outputs)) {
      if (written.get(name) === value) continue;
      setOutput(name, value);
      written.set(name, value);
    }
  };
}

/** Adds to the job summary. A summary that cannot be written costs nobody a video: it is a warning. */
export async function writeSummary(log: Logger, markdown: string): Promise<void> {
  try {
    await summary.addRaw(markdown).write();
  } catch (error) {
    log.warning(`The job summary was not written: ${error instanceof Error ? error.message : error}`);
  }
}
