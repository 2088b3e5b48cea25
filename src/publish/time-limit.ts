import { ShowreelError } from "../base/errors.ts";
import { formatDuration } from "../base/format-units.ts";
import type { Runtime } from "../base/runtime.ts";
import { withTimeLimit } from "../base/timing/time-limit.ts";
import type { Render } from "../jobs/record.ts";
import type { Publisher } from "./publisher.ts";

/** The publisher with a limit of time, in milliseconds, for all that it does, whatever servers and libraries do. */
export function withPublishLimit(
  runtime: Runtime,
  limitMsFor: (render: Render) => number,
  publisher: Publisher,
): Publisher {
  return {
    ...publisher,
    publish(render) {
      const limitMs = limitMsFor(render);
      return withTimeLimit(runtime, limitMs, publisher.publish(render), () =>
        timeLimitError(publisher, limitMs),
      );
    },
  };
}

/** What is left of this time, in milliseconds, which begins with the first question; 0 when it is over. */
export function createTimeBudget(runtime: Runtime, allowedMs: number): () => number {
  let endsAt: number | undefined;
  return () => {
    endsAt ??= runtime.elapsed() + allowedMs;
    return Math.max(0, endsAt - runtime.elapsed());
  };
}

function timeLimitError({ name }: Publisher, limitMs: number): ShowreelError {
  return new ShowreelError("publish_failed", `The ${name} took longer than ${formatDuration(limitMs)}.`, {
    hint: "Run again later, or see githubstatus.com.",
  });
}
