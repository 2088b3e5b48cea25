import type { Runtime } from "../base/runtime.ts";
import type { Deadline } from "./deadline.ts";
import type { Provider } from "./provider.ts";

/** What every step of a video job works with: submitting, recovering and waiting. */
export interface JobContext {
  readonly runtime: Runtime;
  readonly provider: Provider;
  readonly deadline: Deadline;
}
