import type { Runtime } from "../base/runtime.ts";
import type { Deadline } from "./deadline.ts";
import type { Provider } from "./provider.ts";

/** The dependencies of all steps of a video job: submit, recovery and wait. */
export interface JobContext {
  readonly runtime: Runtime;
  readonly provider: Provider;
  readonly deadline: Deadline;
}
