import { noEventText } from "../../src/compose/event-text.ts";
import type { Workflow } from "../../src/github/workflow.ts";

/** A run that was started by nothing in particular, and may do everything. */
export function quietWorkflow(changes: Partial<Workflow> = {}): Workflow {
  return {
    title: "Release 2.0",
    lacksSecrets: undefined,
    words: () => noEventText,
    requireTrust: async () => {},
    ...changes,
  };
}
