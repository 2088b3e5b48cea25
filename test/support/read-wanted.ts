import { readInputs } from "../../src/inputs/read-inputs.ts";
import { sharedSettings } from "../../src/inputs/schema/settings.ts";
import type { SupportedSources } from "../../src/inputs/source.ts";
import { type EventText, noEventText } from "../../src/text/event-text.ts";
import { buildJobInput, type JobInput, type RequestContext } from "../../src/text/job-input.ts";

/** What a user wants who types these settings. */
export async function readWanted(
  typed: Record<string, string>,
  possible: SupportedSources,
  place: Partial<RequestContext> = {},
): Promise<JobInput> {
  const { workspace = "/nowhere", title = "Title of the event", eventText = noEventText } = place;
  const given = await readInputs(sharedSettings(["heygen"]), typed, workspace);
  const wanted = await buildJobInput(given, { workspace, title, eventText }, possible);
  if ("skipped" in wanted) throw new Error(wanted.skipped);
  return wanted;
}

/** An event with these values, that notes what was read of it. */
export function createEventText(
  values: Readonly<Record<string, Awaited<ReturnType<EventText["read"]>>>>,
  changes: Partial<EventText> = {},
): EventText & { readonly reads: string[] } {
  const reads: string[] = [];
  return {
    eventLabel: "the event push",
    announcesRelease: false,
    async read(name) {
      reads.push(name);
      return values[name];
    },
    reads,
    ...changes,
  };
}
