import type { Seal } from "../base/seal.ts";
import type { VideoCache } from "../download/video-cache.ts";
import type { ParsedInputs } from "../inputs/read-inputs.ts";
import type { Settings } from "../inputs/schema/settings.ts";
import type { Workflow } from "../platform/github/workflow.ts";
import type { Outputs } from "../publish/outputs.ts";
import type { Publisher } from "../publish/publisher.ts";
import type { ApiKeySource } from "./api-key.ts";
import type { ReuseScope } from "./job-identity.ts";

/** The parts of a run that differ between the action and the command line. */
export interface FrontEnd<Known extends Settings> {
  readonly context: RunContext;
  /** Reads what the user typed. Fails with `invalid_input`. */
  readInputs(): Promise<ParsedInputs<Known>>;
  /** Called with all outputs at every change, from the start of the run. */
  writeOutputs(outputs: Outputs): void;
  /** The publishers that upload the files of a video. */
  publishers(settings: Known): readonly Publisher[];
  /** Called once at the end of the run, even if it fails or is cancelled. */
  writeSummary(markdown: string): Promise<void>;
}

/** The environment of a run: everything that isn't a setting. */
export interface RunContext extends ApiKeySource {
  /** The folder that files may be written to. */
  readonly workspace: string;
  readonly workflow: Workflow;
  readonly reuseScope: ReuseScope;
  /**
   * Opens the cache of finished videos outside the workspace. `seal` verifies its files, so that planted
   * files are rejected.
   */
  openVideoCache(seal: Seal): VideoCache;
}
