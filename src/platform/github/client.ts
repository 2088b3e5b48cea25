import { createReadStream } from "node:fs";
import { Octokit } from "@octokit/core";
import type { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { formatDuration } from "../../base/format-units.ts";
import { interruptedError, type Runtime } from "../../base/runtime.ts";
import { createPauseBudget } from "../../base/timing/pause-budget.ts";
import { withRetries } from "../../base/timing/retry.ts";
import { startTimeLimit, transferLimitMs } from "../../base/timing/time-limit.ts";
import { toGithubError } from "./github-error.ts";

/** One question to GitHub. */
export interface RequestOptions<Answer> {
  /** Beside `owner` and `repo`: for the path, the query or the body. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly responseSchema: z.ZodType<Answer>;
  /** What the token must be allowed, as a line of `permissions:`. */
  readonly permission: string;
  /** It writes what follows from what was read before, so it is never repeated without reading again. */
  readonly neverRetry?: boolean;
}

/** A file for GitHub to keep. */
export interface AssetUpload {
  readonly path: string;
  readonly bytes: number;
  readonly name: string;
  readonly contentType: string;
}

/** GitHub's REST API, for one repository. */
export interface Github {
  /** The address of the API. */
  readonly apiUrl: string;
  /**
   * The answer to a route such as `GET /repos/{owner}/{repo}/tags`; undefined when GitHub knows no such thing. Passing
   * faults are repeated a few times, as far as there is time for pauses. Fails with a ShowreelError; the one of a missing
   * permission names its line of YAML.
   */
  request<Answer>(route: string, question: RequestOptions<Answer>): Promise<Answer | undefined>;
  /** Sends a file to the `upload_url` of a release. Never repeated: what has come of it must be looked at first. */
  upload<Answer>(url: string, file: AssetUpload, answer: z.ZodType<Answer>): Promise<Answer | undefined>;
  /** Whether there is time for a pause of so many milliseconds, and takes it: all pauses of a run have three minutes. */
  reservePause(pauseMs: number): boolean;
}

export interface GithubOptions {
  readonly apiUrl: string;
  /** Empty when there is none: then GitHub tells what is public. */
  readonly token: string;
  /** `owner/name` */
  readonly repository: string;
}

const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };
// For one question from its beginning to the last byte of the answer.
const requestTimeoutMs = 30_000;
const uploadExtraMs = 120_000;
// GitHub's secondary limits ask for a minute. A primary one may ask for an hour, which no step should be held for.
const totalPauseMs = 180_000;

/** Reaches GitHub through Octokit, and the network through the runtime. */
export function createGithub(runtime: Runtime, { apiUrl, token, repository }: GithubOptions): Github {
  const [owner = "", repo = ""] = repository.split("/");
  const octokit = new Octokit({
    baseUrl: apiUrl.replace(/\/+$/, ""),
    userAgent: "showreel",
    log: silentLogger,
    // It would tell of deprecated routes on the console.
    request: { fetch: runtime.fetch, log: silentLogger },
    ...(token !== "" && { auth: token }),
  });
  const pauses = createPauseBudget(runtime.elapsed, totalPauseMs);
  const exchange = async ({ route, permission, limitMs, until }: ExchangeOptions, send: SendRequest) => {
    const limit = startTimeLimit(runtime, limitMs);
    try {
      const { data } = await send(AbortSignal.any([until, limit.signal]));
      // Octokit takes the part of an answer that was cut off for all of it.
      limit.signal.throwIfAborted();
      return data;
    } catch (error) {
      if (until.aborted) throw interruptedError();
      const cause = limit.signal.aborted ? limit.signal.reason : error;
      return throwUnlessNotFound(
        toGithubError(cause, { route, permission, now: runtime.now(), hasToken: token !== "" }),
      );
    } finally {
      limit.clear();
    }
  };
  return {
    apiUrl,
    request: (route, { parameters = {}, responseSchema, permission, neverRetry = false }) => {
      // What is asked in a run that is cancelled already is its last word.
      const until = runtime.signal.aborted ? runtime.graceSignal : runtime.signal;
      const call = async () => {
        const send = (signal: AbortSignal) =>
          octokit.request(route, { owner, repo, ...parameters, request: { signal } });
        return parseResponse(
          responseSchema,
          await exchange({ route, permission, limitMs: requestTimeoutMs, until }, send),
          route,
        );
      };
      return neverRetry ? call().catch(rejectAsOutcomeUnknown) : withRetries(runtime, call, pauses.take);
    },
    upload: async (url, { path, bytes, name, contentType }, answer) => {
      const headers = { "content-type": contentType, "content-length": String(bytes) };
      const data = createReadStream(path);
      const route = "POST …/assets";
      const limitMs = transferLimitMs(bytes, uploadExtraMs);
      const began = runtime.elapsed();
      try {
        const sent = await exchange(
          { route, permission: "contents: write", limitMs, until: runtime.signal },
          (signal) => octokit.request({ method: "POST", url, name, headers, data, request: { signal } }),
        );
        return parseResponse(answer, sent, route);
      } catch (error) {
        throw runtime.elapsed() - began < limitMs ? error : uploadTimeoutError(limitMs, error);
      } finally {
        data.destroy();
      }
    },
    reservePause: pauses.take,
  };
}

interface ExchangeOptions {
  readonly route: string;
  readonly permission: string;
  readonly limitMs: number;
  readonly until: AbortSignal;
}

type SendRequest = (signal: AbortSignal) => Promise<{ data: unknown }>;

// Another try would take as long.
function uploadTimeoutError(limitMs: number, cause: unknown): ShowreelError {
  return new ShowreelError(
    "network_error",
    `The upload to the release took longer than ${formatDuration(limitMs)}.`,
    {
      hint: "Run again later, or attach the file by hand.",
      outcomeUnknown: true,
      cause,
    },
  );
}

// Only a limit that was hit says that nothing was done.
function rejectAsOutcomeUnknown(error: unknown): never {
  if (!(error instanceof ShowreelError) || !error.retryable || error.code === "rate_limited") throw error;
  throw error.with({ retryable: false, outcomeUnknown: true });
}

// Not there is an answer like any other.
function throwUnlessNotFound(failure: ShowreelError | "not found"): undefined {
  if (failure !== "not found") throw failure;
}

function parseResponse<Answer>(schema: z.ZodType<Answer>, data: unknown, route: string): Answer | undefined {
  if (data === undefined) return undefined;
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new ShowreelError("network_error", `GitHub's answer makes no sense (${route}).`, {
    hint: "Run again later, or see githubstatus.com.",
    retryable: true,
    cause: parsed.error,
  });
}
