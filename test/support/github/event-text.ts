import type { EventText } from "../../../src/text/event-text.ts";

/** A run outside of a workflow: there is no event. */
export const noEventText: EventText = {
  eventName: undefined,
  announcesRelease: false,
  read: async () => undefined,
  subject: async () => ({}),
};

/** A push event with these values. `reads` lists the values that were read. */
export function createEventText(
  values: Readonly<Record<string, Awaited<ReturnType<EventText["read"]>>>>,
  changes: Partial<EventText> = {},
): EventText & { readonly reads: string[] } {
  const reads: string[] = [];
  return {
    eventName: "push",
    announcesRelease: false,
    async read(name) {
      reads.push(name);
      return values[name];
    },
    subject: async () => ({}),
    reads,
    ...changes,
  };
}
