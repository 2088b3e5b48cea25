/**
 * The complete list of error codes, each with the exit status of the command line. Users' workflows depend on
 * them.
 */
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

/** A line of a file in the workspace, for annotations. */
export interface SourceLocation {
  /** The path as the user typed it. */
  readonly file: string;
  /** The line number, starting at 1. */
  readonly line: number;
}

/** An HTTP response that reports an error. */
export interface ErrorResponse {
  readonly status: number;
  /** The parsed body; undefined if it is not JSON. */
  readonly body: unknown;
  /** The status and the request, without the query: `HTTP 503: GET https://host/path`. */
  readonly description: string;
  readonly retryAfterMs: number | undefined;
  /** The response headers, with their names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The details of an error as fields. Callers and front ends read these and never parse `message`. */
export interface ErrorDetails {
  /** What the reader should do next, in the imperative. */
  readonly hint?: string | undefined;
  /** What else to know or do in a workflow of GitHub. Front ends show it only there. */
  readonly githubHint?: string | undefined;
  /** The settings that the error is about, the most important first: `["orientation", "aspect_ratio"]`. */
  readonly settings?: readonly string[] | undefined;
  /** The line of the mistake, if it is in one of the user's files. */
  readonly location?: SourceLocation | undefined;
  /** `false` only if it is certain that nothing was submitted. Front ends then say so (see `formatHint`). */
  readonly submitted?: false | undefined;
  /** Whether the same request may succeed later. */
  readonly retryable?: boolean | undefined;
  /** How long the service asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Whether the service may have acted on the request although no usable response arrived. */
  readonly outcomeUnknown?: boolean | undefined;
  /** Whether the video job ended without a video, so that there is nothing to resume. */
  readonly terminal?: boolean | undefined;
  /** Whether another link to the same file may work. */
  readonly needsFreshLink?: boolean | undefined;
  /** Whether a re-run fails in the same way until something changes at the provider. */
  readonly recurs?: boolean | undefined;
  /** The HTTP response that caused the error. */
  readonly response?: ErrorResponse | undefined;
  readonly cause?: unknown;
}

/** The fields that `ShowreelError.with` replaces. */
export interface ErrorChanges extends ErrorDetails {
  readonly code?: ErrorCode;
  readonly message?: string;
}

/**
 * The only error class: an error code, a message that says what happened, and the details as fields. Messages
 * and hints name settings in backticks (`timeout_minutes`), so that each front end can show them the way its
 * users type them.
 */
export class ShowreelError extends Error {
  override readonly name = "ShowreelError";
  readonly code: ErrorCode;
  readonly hint: string | undefined;
  readonly githubHint: string | undefined;
  readonly settings: readonly string[];
  readonly location: SourceLocation | undefined;
  readonly submitted: false | undefined;
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;
  readonly outcomeUnknown: boolean;
  readonly terminal: boolean;
  readonly needsFreshLink: boolean;
  readonly recurs: boolean;
  readonly response: ErrorResponse | undefined;

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
    this.githubHint = details.githubHint;
    this.settings = details.settings ?? [];
    this.location = details.location;
    // Never both: the service may have acted, so it is not certain that nothing was submitted.
    this.submitted = details.outcomeUnknown ? undefined : details.submitted;
    this.retryable = details.retryable ?? false;
    this.retryAfterMs = details.retryAfterMs;
    this.outcomeUnknown = details.outcomeUnknown ?? false;
    this.terminal = details.terminal ?? false;
    this.needsFreshLink = details.needsFreshLink ?? false;
    this.recurs = details.recurs ?? false;
    this.response = details.response;
  }

  /**
   * Returns a copy with some fields changed. All other fields, the stack and the cause are kept. `undefined`
   * removes a field.
   */
  with({ code = this.code, message = this.message, ...details }: ErrorChanges): ShowreelError {
    const copy = new ShowreelError(code, message, { ...this, cause: this.cause, ...details });
    if (this.stack !== undefined) copy.stack = this.stack.replace(this.message, () => message);
    return copy;
  }
}

/** Creates the error for a mistake in the user's input that was found before anything was submitted. */
export function invalidInputError(message: string, details: ErrorDetails = {}): ShowreelError {
  return new ShowreelError("invalid_input", message, { submitted: false, ...details });
}

export interface ErrorFormat {
  /** Whether to say that nothing was submitted. `false` is for errors that are shown after a submit. */
  readonly includeSubmitted?: boolean;
  /** Whether the reader is in a workflow of GitHub. */
  readonly inGitHub?: boolean;
}

/** Formats the hint for front ends: what to do next, and that nothing was submitted, if that is certain. */
export function formatHint(
  { hint, githubHint, submitted }: FormattedError,
  { includeSubmitted = true, inGitHub = false }: ErrorFormat = {},
): string {
  const isUnsubmitted = includeSubmitted && submitted === false;
  const sentences = [hint, inGitHub && githubHint, isUnsubmitted && "Nothing was submitted."].filter(Boolean);
  return sentences.join(hint?.includes("\n") ? "\n" : " ");
}

/** Formats an error for front ends: what happened, and the hint on the next line. */
export function formatError(error: FormattedError & Pick<Error, "message">, format?: ErrorFormat): string {
  return [error.message, formatHint(error, format)].filter(Boolean).join("\n");
}

type FormattedError = Pick<ErrorDetails, "hint" | "githubHint" | "submitted">;

/** Returns the system's error code (`ECONNREFUSED`, `ENOSPC`) of an error or of one of its causes. */
export function systemCode(thrown: unknown): string | undefined {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string") return error.code;
  }
  return undefined;
}
