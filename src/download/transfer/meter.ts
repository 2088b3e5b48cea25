import { ShowreelError } from "../../base/errors.ts";
import { byteSize, duration } from "../../base/plain-text.ts";
import type { Runtime } from "../../base/runtime.ts";
import type { Pace } from "./pace.ts";

/** Below this a body is not slow but stuck: a phone's bad connection brings ten times as much. */
const dripBytes = 60_000;
const windowMs = 60_000;
const sweepBytes = 8 * 1024 ** 2;
const redrawMs = 100;
const lineMs = 10_000;

export interface Meter {
  /** Fails with a `network_error` that may be retried when a minute brings next to nothing, and as `pace` does. */
  count(bytes: number): void;
  /** Shows where it has got to. */
  show(): void;
}

/** Watches the bytes of one body come in, `already` of `total` being here. */
export function createMeter(
  runtime: Runtime,
  already: number,
  total: number | undefined,
  pace?: Pace,
): Meter {
  const started = runtime.elapsed();
  let here = already;
  let shownAt = Number.NEGATIVE_INFINITY;
  let sweptAt = already;
  let window = { since: started, from: already };
  const show = () => {
    shownAt = runtime.elapsed();
    runtime.log.progress("downloading", facts(here, already, total, shownAt - started), lineMs);
  };
  return {
    show,
    count(bytes) {
      here += bytes;
      const now = runtime.elapsed();
      if (now - shownAt >= redrawMs) show();
      if (now - window.since >= windowMs) {
        if (here - window.from < dripBytes) throw tooSlow(here - window.from, now - window.since);
        pace?.check(here, total);
        window = { since: now, from: here };
      }
      if (here - sweptAt < sweepBytes) return;
      sweptAt = here;
      runtime.sweep();
    },
  };
}

function facts(here: number, already: number, total: number | undefined, elapsedMs: number): string {
  const of = total === undefined ? "" : ` of ${byteSize(total)}`;
  const perMs = elapsedMs > 0 ? (here - already) / elapsedMs : 0;
  const rate = perMs > 0 ? `, ${byteSize(Math.round(perMs * 1_000))}/s` : "";
  const left = perMs > 0 && total !== undefined ? `, ${duration((total - here) / perMs)} left` : "";
  return `${byteSize(here)}${of}${rate}${left}`;
}

function tooSlow(bytes: number, elapsedMs: number): ShowreelError {
  return new ShowreelError(
    "network_error",
    `The download is stuck (${byteSize(bytes)} in ${duration(elapsedMs)}).`,
    { retryable: true },
  );
}
