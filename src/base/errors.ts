/** Every way in which a run can fail, with the command line's exit status. The list is closed: users switch on it. */
export const exitStatuses = {
  invalid_input: 2,
  unauthorized: 3,
  out_of_credit: 3,
  rate_limited: 1,
  provider_error: 1,
  network_error: 1,
  generation_failed: 5,
  timed_out: 4,
  download_failed: 1,
  invalid_video: 1,
  publish_failed: 1,
  interrupted: 130,
} as const;

export type ErrorCode = keyof typeof exitStatuses;

/** A line of a file in the workspace, which front ends point at. */
export interface SourceLocation {
  /** As the user typed it. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface ErrorDetails {
  /** What the reader should do next, in the imperative. */
  readonly hint?: string;
  /** The same request may succeed later. */
  readonly retryable?: boolean;
  /** The other side may have acted although no usable answer came back. */
  readonly outcomeUnknown?: boolean;
  /** The video job has come to its end without a video: there is nothing to take up. */
  readonly terminal?: boolean;
  /** Another link to the same file may work. */
  readonly needsFreshLink?: boolean;
  /** How long the other side asked us to wait, in milliseconds. */
  readonly retryAfterMs?: number;
  /** Where the mistake stands, when it stands in a file of the user's. */
  readonly location?: SourceLocation;
  readonly cause?: unknown;
}

/**
 * The one error class: a closed code, a sentence with the facts, and what to do next.
 * Settings are named in backticks (`timeout_minutes`), so that each front end can show them as its user types them.
 */
export class ShowreelError extends Error {
  override readonly name = "ShowreelError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly retryable: boolean;
  readonly outcomeUnknown: boolean;
  readonly terminal: boolean;
  readonly needsFreshLink: boolean;
  readonly retryAfterMs: number | undefined;
  readonly location: SourceLocation | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.retryable = details.retryable ?? false;
    this.outcomeUnknown = details.outcomeUnknown ?? false;
    this.terminal = details.terminal ?? false;
    this.needsFreshLink = details.needsFreshLink ?? false;
    this.retryAfterMs = details.retryAfterMs;
    this.location = details.location;
  }
}

/** The system's code of a failed call (`ECONNREFUSED`, `ENOSPC`), looked for along the chain of causes. */
export function systemCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") return error.code;
  }
  return undefined;
}
