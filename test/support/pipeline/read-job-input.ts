import { readInputs } from "../../../src/inputs/read-inputs.ts";
import { sharedSettings } from "../../../src/inputs/schema/settings.ts";
import type { SupportedSources } from "../../../src/inputs/source.ts";
import {
  buildJobInput,
  type DefaultTitle,
  type JobInput,
  type RequestContext,
} from "../../../src/text/job-input.ts";
import { noEventText } from "../github/event-text.ts";

/** The title that a run takes from its event. */
export const eventTitle = (text: string, isGeneric = false): DefaultTitle => ({
  text,
  stableText: text,
  isGeneric,
});

/** Parses inputs as a user types them, and builds the job input. Fails if the video is skipped. */
export async function readJobInput(
  typed: Record<string, string>,
  supported: SupportedSources,
  context: Partial<RequestContext> = {},
): Promise<JobInput> {
  const {
    workspace = "/nowhere",
    title = eventTitle("Title of the event"),
    eventText = noEventText,
  } = context;
  const inputs = await readInputs(sharedSettings(["heygen"]), typed, workspace);
  const jobInput = await buildJobInput(inputs, { workspace, title, eventText }, supported);
  if ("skipped" in jobInput) throw new Error(jobInput.skipped);
  return jobInput;
}
