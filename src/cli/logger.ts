import type { Logger } from "../base/runtime.ts";
import type { Secrets } from "../base/secrets/secrets.ts";
import { plainText } from "../base/text/plain-text.ts";
import { createHeartbeat } from "../base/timing/heartbeat.ts";

/** The parts of a terminal or pipe that the logger uses. */
export interface TerminalStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

const eraseLine = "\r\u001b[2K";

/**
 * Creates a logger for stderr that redacts secrets. In a terminal, progress is one live line; elsewhere it is
 * a line for each change, and a heartbeat.
 */
export function createCliLogger(
  sink: TerminalStream,
  elapsed: () => number,
  secrets: Pick<Secrets, "redact">,
): Logger {
  const isDue = createHeartbeat(elapsed);
  let live = false;
  const line = (message: string) => {
    const lines = message.split("\n").map((part) => plainText(part, 2_000));
    sink.write(`${live ? eraseLine : ""}${secrets.redact(lines.join("\n"))}\n`);
    live = false;
  };
  return {
    debug: () => {},
    info: line,
    notice: line,
    warning: (message) => line(`Warning: ${message}`),
    progress(state, facts, everyMs) {
      const text = plainText(`${state} (${facts})`, (sink.columns || 80) - 1);
      if (!sink.isTTY) return isDue(state, everyMs) ? line(text) : undefined;
      sink.write(`${eraseLine}${secrets.redact(text)}`);
      live = true;
    },
    async group(title, work) {
      line(title);
      return work();
    },
  };
}
