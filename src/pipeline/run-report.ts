import type { Runtime } from "../base/runtime.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import { createRecord, type VideoRecord, type VideoState } from "../jobs/video-record.ts";
import { type Outputs, toOutputs } from "../publish/outputs.ts";
import { toSummary } from "../publish/summary.ts";
import type { FrontEnd } from "./front-end.ts";

/** Reports the videos of a run: writes the outputs at every change, and the job summary at the end. */
export interface RunReport {
  /** Adds a video to the report, and writes the outputs. Returns its record. */
  addVideo(): VideoRecord;
  writeSummary(): Promise<void>;
}

export function createRunReport<Known extends Settings>(
  runtime: Runtime,
  { context, writeOutputs, writeSummary }: Pick<FrontEnd<Known>, "context" | "writeOutputs" | "writeSummary">,
): RunReport {
  const { workflow } = context;
  const videos: VideoState[] = [];
  return {
    addVideo() {
      const index = videos.length;
      return createRecord(runtime, workflow.title, (video) => {
        videos[index] = video;
        exemptIds(runtime, video);
        writeOutputs(redactApiKeys(runtime, toOutputs([videos[0] ?? video, ...videos.slice(1)])));
      });
    },
    writeSummary: () => writeSummary(runtime.secrets.redactMarkdown(toSummary(videos, workflow.run.run))),
  };
}

// Ids and titles appear in many places, and in signed links too.
function exemptIds({ secrets }: Runtime, { title, job }: VideoState): void {
  for (const text of [title, ...Object.values(job?.ids ?? {})]) secrets.exempt(text);
}

// Only keys are redacted: a link must keep working.
function redactApiKeys({ secrets }: Runtime, outputs: Outputs): Outputs {
  const entries = Object.entries(outputs).map(([name, value]) => [name, secrets.redactKeys(value)]);
  return Object.fromEntries(entries);
}
