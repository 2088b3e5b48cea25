import type { ErrorCode } from "../../../src/base/errors.ts";
import type { FakeRuntime } from "../../support/fake-runtime.ts";
import { type CutKind, type HostFile, randomVideo, type Turn } from "../../support/faulty-host.ts";

/** One way in which a download can go wrong, and what becomes of it. */
export interface FaultCase {
  readonly name: string;
  readonly turns: readonly Turn[] | ((runtime: FakeRuntime) => readonly Turn[]);
  readonly outcome: "whole" | ErrorCode;
  readonly requests: number;
  /** At most so many bytes of the file come again. */
  readonly again: number;
  /** How many bytes of the file an earlier run has left, so that they need not come. */
  readonly left?: number;
  readonly host?: HostFile;
  /** The query of the link, and those of the fresh ones. */
  readonly links?: readonly string[];
  /** Which of them was asked each time. */
  readonly asked?: readonly string[];
  readonly maxBytes?: number;
  /** What lies there before; `victim` is a file elsewhere that nobody may touch. */
  readonly prepare?: (part: string, victim: string) => unknown;
  /** The waits before each new attempt, in milliseconds. */
  readonly sleeps?: readonly number[];
}

type Turns = FaultCase["turns"];
type More = Partial<FaultCase>;

export function whole(name: string, turns: Turns, requests: number, again = 0, more: More = {}): FaultCase {
  return { name, turns, requests, again, outcome: "whole", ...more };
}

export function fails(
  name: string,
  turns: Turns,
  requests: number,
  outcome: ErrorCode,
  more: More = {},
): FaultCase {
  return { name, turns, requests, again: 0, outcome, ...more };
}

export const source: HostFile = { bytes: randomVideo(3_000_000), validators: { etag: '"v1"' } };
export const other: HostFile = { bytes: randomVideo(3_000_000, 2), validators: { etag: '"v2"' } };
export const size = source.bytes.length;
export const half = Math.floor(size / 2);

/** The connection ends after so many bytes. */
export function cutAt(after: number | "nothing", how?: CutKind): Turn {
  return { cut: { after, ...(how && { how }) } };
}

/** A refusal. */
export function saying(status: number, headers: Record<string, string> = {}): Turn {
  return { status, headers, body: Buffer.from("<Error><Code>AccessDenied</Code></Error>") };
}
