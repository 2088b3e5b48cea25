import { readGiven } from "../../src/inputs/read-inputs.ts";
import { sharedSettings } from "../../src/inputs/schema/settings.ts";
import type { Sources } from "../../src/inputs/source.ts";
import { type EventText, noEventText } from "../../src/text/event-text.ts";
import { toWanted, type Wanted, type WantedPlace } from "../../src/text/job-input.ts";

/** What a user wants who types these settings. */
export async function readWanted(
  typed: Record<string, string>,
  possible: Sources,
  place: Partial<WantedPlace> = {},
): Promise<Wanted> {
  const { workspace = "/nowhere", title = "Title of the event", words = noEventText } = place;
  const given = await readGiven(sharedSettings(["heygen"]), typed, workspace);
  const wanted = await toWanted(given, { workspace, title, words }, possible);
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
    event: "the event push",
    announcesRelease: false,
    async read(name) {
      reads.push(name);
      return values[name];
    },
    reads,
    ...changes,
  };
}
