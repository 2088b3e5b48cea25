import * as core from "@actions/core";
import type { Logger } from "../base/runtime.ts";
import { plainText } from "../base/text/plain-text.ts";
import { createHeartbeat } from "../base/timing/heartbeat.ts";

/** Creates a logger for a workflow job. Nothing that it logs can act as a workflow command. */
export function createActionLogger(elapsed: () => number): Logger {
  const isDue = createHeartbeat(elapsed);
  return {
    debug: (message) => core.debug(sanitizeLog(message)),
    info: (message) => core.info(sanitizeLog(message)),
    notice: (message) => core.notice(sanitizeLog(message), { title: "Showreel" }),
    warning: (message) => core.warning(sanitizeLog(message), { title: "Showreel" }),
    progress: (state, facts, everyMs) => {
      if (isDue(state, everyMs)) core.info(sanitizeLog(`${state} (${facts})`));
    },
    group: (title, work) => core.group(title, work),
  };
}

/** Returns a message with control characters removed from each line, and long lines cut. */
export function sanitizeLog(message: string): string {
  return message
    .split("\n")
    .map((line) => plainText(line, 2_000))
    .join("\n");
}
