import type { ErrorCode } from "../../../src/base/errors.ts";
import {
  type CutKind,
  type FaultyResponse,
  type HostFile,
  randomVideo,
} from "../../support/network/faulty-host.ts";
import type { FakeRuntime } from "../../support/runtime/fake-runtime.ts";

/** One way in which a download can go wrong, and the expected outcome. */
export interface FaultCase {
  readonly name: string;
  readonly responses: readonly FaultyResponse[] | ((runtime: FakeRuntime) => readonly FaultyResponse[]);
  readonly outcome: "complete" | ErrorCode;
  readonly requests: number;
  /** The most bytes of the file that may be downloaded twice. */
  readonly again: number;
  /** How many bytes an earlier run left, so that they are not downloaded. */
  readonly existingBytes?: number;
  readonly host?: HostFile;
  /** The queries of the link and of the fresh links. */
  readonly links?: readonly string[];
  /** Which of them each request used. */
  readonly requestedLinks?: readonly string[];
  readonly maxBytes?: number;
  /** Prepares files beside the `.part`; `victim` is a file elsewhere that must not be touched. */
  readonly prepare?: (part: string, victim: string) => unknown;
  /** The pauses before new attempts, in milliseconds. */
  readonly sleeps?: readonly number[];
}

/** Longer than any test takes; a silence lets it pass. */
export const idleTimeoutMs = 1_000_000;

type FaultyResponses = FaultCase["responses"];
type Details = Partial<FaultCase>;

export function succeeds(
  name: string,
  responses: FaultyResponses,
  requests: number,
  again = 0,
  details: Details = {},
): FaultCase {
  return { name, responses, requests, again, outcome: "complete", ...details };
}

export function fails(
  name: string,
  responses: FaultyResponses,
  requests: number,
  outcome: ErrorCode,
  details: Details = {},
): FaultCase {
  return { name, responses, requests, again: 0, outcome, ...details };
}

export const source: HostFile = { bytes: randomVideo(3_000_000), validators: { etag: '"v1"' } };
export const other: HostFile = { bytes: randomVideo(3_000_000, 2), validators: { etag: '"v2"' } };
export const size = source.bytes.length;
export const half = Math.floor(size / 2);

/** The connection ends after so many bytes. */
export function cutAt(after: number | "nothing", how?: CutKind): FaultyResponse {
  return { cut: { after, ...(how && { how }) } };
}

/** An error response. */
export function respond(status: number, headers: Record<string, string> = {}): FaultyResponse {
  return { status, headers, body: Buffer.from("<Error><Code>AccessDenied</Code></Error>") };
}
