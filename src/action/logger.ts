import * as core from "@actions/core";
import { plainText } from "../base/plain-text.ts";
import type { Logger } from "../base/runtime.ts";
import { createHeartbeat } from "../base/timing/heartbeat.ts";

/** Words for the log of a workflow job. Whatever is logged here cannot be a workflow command. */
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

/** Each line of a message as harmless text. */
export function sanitizeLog(message: string): string {
  return message
    .split("\n")
    .map((line) => plainText(line, 2_000))
    .join("\n");
}
