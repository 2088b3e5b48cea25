import { readInputs } from "../../../src/inputs/read-inputs.ts";
import { sharedSettings } from "../../../src/inputs/schema/settings.ts";
import type { SupportedSources } from "../../../src/inputs/source.ts";
import { buildJobInput, type JobInput, type RequestContext } from "../../../src/text/job-input.ts";
import { noEventText } from "../github/event-text.ts";

/** Parses inputs as a user types them, and builds the job input. Fails if the video is skipped. */
export async function readJobInput(
  typed: Record<string, string>,
  supported: SupportedSources,
  context: Partial<RequestContext> = {},
): Promise<JobInput> {
  const { workspace = "/nowhere", title = "Title of the event", eventText = noEventText } = context;
  const inputs = await readInputs(sharedSettings(["heygen"]), typed, workspace);
  const jobInput = await buildJobInput(inputs, { workspace, title, eventText }, supported);
  if ("skipped" in jobInput) throw new Error(jobInput.skipped);
  return jobInput;
}
