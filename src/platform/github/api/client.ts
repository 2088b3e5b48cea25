import { createReadStream } from "node:fs";
import type { z } from "zod";
import { ShowreelError } from "../../../base/errors.ts";
import type { Runtime } from "../../../base/runtime.ts";
import { formatDuration } from "../../../base/text/format-units.ts";
import { createPauseBudget } from "../../../base/timing/pause-budget.ts";
import { transferLimitMs } from "../../../base/timing/time-limit.ts";
import { createOctokit, type RequestPolicy } from "./octokit.ts";

/** GitHub's REST API for one repository. */
export interface GitHubClient {
  /** The base URL of the API. */
  readonly apiUrl: string;
  /**
   * Sends a request such as `GET /repos/{owner}/{repo}/tags` and returns the parsed body; undefined for a
   * 404. Transient errors are retried as long as the pause budget allows. Fails with a ShowreelError; for a
   * missing permission its hint is the YAML to add.
   */
  request<Body>(route: string, options: RequestOptions<Body>): Promise<Body | undefined>;
  /**
   * Returns the items of a list, from at most `maxPages` pages of 100; none for a 404. Fails like `request`.
   */
  paginate<Item>(route: string, options: PaginateOptions<Item>): Promise<Item[]>;
  /** Uploads a file to a release's `upload_url`. It isn't retried: first check what the release has. */
  upload<Body>(url: string, file: AssetUpload, responseSchema: z.ZodType<Body>): Promise<Body | undefined>;
  /** Reserves the time for a pause. Returns false if the run's budget of three minutes doesn't allow it. */
  reservePause(pauseMs: number): boolean;
}

export interface RequestOptions<Body> {
  /** Parameters of the path, the query or the body, in addition to `owner` and `repo`. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly responseSchema: z.ZodType<Body>;
  /** The permission that the token needs, as a line of `permissions:`. */
  readonly permission: string;
  /** For a write that depends on an earlier read: read again before the next attempt. */
  readonly neverRetry?: boolean;
}

export interface PaginateOptions<Item>
  extends Pick<RequestOptions<Item[]>, "parameters" | "responseSchema" | "permission"> {
  readonly maxPages: number;
}

/** A file to upload as a release asset. */
export interface AssetUpload {
  readonly path: string;
  readonly bytes: number;
  readonly name: string;
  readonly contentType: string;
}

export interface GitHubClientOptions {
  readonly apiUrl: string;
  /** Empty for unauthenticated requests, which see public data only. */
  readonly token: string;
  /** `owner/name` */
  readonly repository: string;
}

// The time limit from the start of a request to the last byte of its response.
const requestTimeoutMs = 30_000;
const uploadExtraMs = 120_000;
// GitHub's secondary rate limit asks for a minute. The primary one may ask for an hour, which is too long for
// a step.
const totalPauseMs = 180_000;

/** Creates a client on Octokit, which is loaded at the first request and uses the runtime's `fetch`. */
export function createGitHubClient(
  runtime: Runtime,
  { apiUrl, token, repository }: GitHubClientOptions,
): GitHubClient {
  const [owner = "", repo = ""] = repository.split("/");
  const { take: reservePause } = createPauseBudget(runtime.elapsed, totalPauseMs);
  const openOctokit = (policy: RequestPolicy) =>
    createOctokit(runtime, { apiUrl, token, reservePause }, policy);
  const toPolicy = ({ responseSchema, permission }: PolicyOptions): RequestPolicy => ({
    responseSchema,
    permission,
    limitMs: requestTimeoutMs,
    // Requests after a cancellation report how the run ended, so only the end of the grace period cancels
    // them.
    signal: runtime.signal.aborted ? runtime.graceSignal : runtime.signal,
    canRetry: true,
  });
  return {
    apiUrl,
    request: async (route, { parameters, neverRetry = false, ...options }) => {
      const octokit = await openOctokit({ ...toPolicy(options), canRetry: !neverRetry });
      const response = octokit.request(route, { owner, repo, ...parameters });
      return (await (neverRetry ? response.catch(rejectAsOutcomeUnknown) : response)).data;
    },
    paginate: async <Item>(route: string, { parameters, maxPages, ...options }: PaginateOptions<Item>) => {
      const octokit = await openOctokit({ ...toPolicy(options), isPage: true });
      const firstPage = { owner, repo, per_page: 100, ...parameters };
      const items: Item[] = [];
      let pageCount = 0;
      for await (const { data } of octokit.paginate.iterator<Item>(route, firstPage)) {
        items.push(...data);
        pageCount += 1;
        if (pageCount === maxPages) break;
      }
      return items;
    },
    upload: async (url, { path, bytes, name, contentType }, responseSchema) => {
      const limitMs = transferLimitMs(bytes, uploadExtraMs);
      const octokit = await openOctokit({
        ...toPolicy({ responseSchema, permission: "contents: write" }),
        limitMs,
        signal: runtime.signal,
        canRetry: false,
      });
      const headers = { "content-type": contentType, "content-length": String(bytes) };
      const content = createReadStream(path);
      const startedAt = runtime.elapsed();
      try {
        return (await octokit.request({ method: "POST", url, name, headers, data: content })).data;
      } catch (error) {
        throw runtime.elapsed() - startedAt < limitMs ? error : uploadTimeoutError(limitMs, error);
      } finally {
        content.destroy();
      }
    },
    reservePause,
  };
}

type PolicyOptions = Pick<RequestPolicy, "responseSchema" | "permission">;

// A retry would exceed the time limit again.
function uploadTimeoutError(limitMs: number, cause: unknown): ShowreelError {
  const message = `The upload to the release took longer than ${formatDuration(limitMs)}.`;
  return new ShowreelError("network_error", message, {
    hint: "Run again later, or attach the file by hand.",
    outcomeUnknown: true,
    cause,
  });
}

// Only a rate limit proves that nothing was written.
function rejectAsOutcomeUnknown(error: unknown): never {
  if (!(error instanceof ShowreelError) || !error.retryable || error.code === "rate_limited") throw error;
  throw error.with({ retryable: false, outcomeUnknown: true });
}
