import type { z } from "zod";
import { ShowreelError } from "../../../base/errors.ts";
import { interruptedError, type Runtime } from "../../../base/runtime.ts";
import { withRetries } from "../../../base/timing/retry.ts";
import { startTimeLimit } from "../../../base/timing/time-limit.ts";
import { isNotFound, toGitHubError } from "./github-error.ts";

type OctokitModule = typeof import("@actions/github/lib/utils");

/** The REST API client of the Actions toolkit. */
export type Octokit = InstanceType<OctokitModule["GitHub"]>;

export interface OctokitOptions {
  readonly apiUrl: string;
  /** Empty for unauthenticated requests, which see public data only. */
  readonly token: string;
  /** Returns whether there is time for a pause of this length before a retry. */
  readonly reservePause: (pauseMs: number) => boolean;
}

/** How a request is sent, and what its response must look like. */
export interface RequestPolicy {
  /** The permission that the token needs, as a line of `permissions:`. */
  readonly permission: string;
  readonly responseSchema: z.ZodType;
  /** The time limit from the start of the request to the last byte of its response. */
  readonly limitMs: number;
  /** Cancels the request. */
  readonly signal: AbortSignal;
  readonly canRetry: boolean;
  /**
   * Whether the request is for a page of a list. From the second page on, its URL comes from a `Link` header.
   */
  readonly isPage?: boolean;
}

const silentLogger = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Creates a client for one request, or for the pages of one list. The `data` of a response is the parsed
 * body, or undefined for a 404. Fails with a ShowreelError.
 */
export async function createOctokit(
  runtime: Runtime,
  { apiUrl, token, reservePause }: OctokitOptions,
  policy: RequestPolicy,
): Promise<Octokit> {
  const { GitHub } = await loadOctokit();
  const octokit = new GitHub({
    baseUrl: apiUrl.replace(/\/+$/, ""),
    userAgent: "showreel",
    log: silentLogger,
    // Without this logger it prints warnings about deprecated routes to the console.
    request: { fetch: runtime.fetch, log: silentLogger },
    ...(token !== "" && { auth: token }),
  });
  let firstPageUrl: string | undefined;
  // Called for every request, and so for every page of a list. Changes the request in place, because the hook
  // that adds the token ignores the argument of `send`.
  octokit.hook.wrap("request", (send, endpoint) => {
    const request = describeRequest(octokit.request.endpoint({ ...endpoint }));
    const sendOnce = async () => {
      const response = await withinLimit(runtime, policy, async (signal) => {
        endpoint.request.signal = signal;
        if (policy.isPage) {
          firstPageUrl ??= endpoint.url;
          endpoint.url = withQueryOf(firstPageUrl, endpoint.url);
        }
        return send(endpoint);
      }).catch((error: unknown) => {
        if (isNotFound(error)) return { status: 404, url: endpoint.url, headers: {}, data: undefined };
        throw toGitHubError(error, { ...policy, request, now: runtime.now(), hasToken: token !== "" });
      });
      return { ...response, data: parseBody(response.data, policy, request) };
    };
    return policy.canRetry ? withRetries(runtime, sendOnce, reservePause) : sendOnce();
  });
  return octokit;
}

async function withinLimit<T>(
  runtime: Runtime,
  { limitMs, signal }: RequestPolicy,
  send: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = startTimeLimit(runtime, limitMs);
  try {
    const response = await send(AbortSignal.any([signal, limit.signal]));
    // Octokit accepts a truncated body as complete.
    limit.signal.throwIfAborted();
    return response;
  } catch (error) {
    if (signal.aborted) throw interruptedError();
    throw limit.signal.aborted ? limit.signal.reason : error;
  } finally {
    limit.clear();
  }
}

// The token goes to the address of the first page only. A `Link` header may name another host, such as Gitea's
// ROOT_URL, or another path, such as the one behind a proxy with a path prefix.
function withQueryOf(firstPageUrl: string, url: string): string {
  const page = new URL(firstPageUrl);
  page.search = new URL(url, firstPageUrl).search;
  return page.href;
}

// The query says nothing about what is missing.
function describeRequest({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method} ${url.split("?", 1)[0]}`;
}

function parseBody(data: unknown, { responseSchema }: RequestPolicy, request: string): unknown {
  if (data === undefined) return undefined;
  const parsed = responseSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new ShowreelError("network_error", `Unexpected response from GitHub (${request}).`, {
    hint: "Try again later, or check githubstatus.com.",
    retryable: true,
    cause: parsed.error,
  });
}

let octokitModule: Promise<OctokitModule> | undefined;

// Imported when it is needed, because it is large and most runs send no request to GitHub.
function loadOctokit(): Promise<OctokitModule> {
  octokitModule ??= withImportEnvironment(() => import("@actions/github/lib/utils"));
  return octokitModule;
}

// On import, the package reads the event's payload: it throws if the file is malformed, and prints to stdout
// if it is missing. It also creates a proxy agent for GITHUB_API_URL, and throws for a SOCKS proxy or a
// malformed URL. We need neither the payload nor the agent, and a loopback address prevents the agent.
// Source: lib/context.js and lib/internal/utils.js of @actions/github, lib/proxy.js of @actions/http-client.
const importEnvironment: readonly EnvironmentVariable[] = [
  ["GITHUB_EVENT_PATH", undefined],
  ["GITHUB_API_URL", "http://localhost"],
];

type EnvironmentVariable = readonly [name: string, value: string | undefined];

async function withImportEnvironment<T>(load: () => Promise<T>): Promise<T> {
  const original = importEnvironment.map(([name]): EnvironmentVariable => [name, process.env[name]]);
  setEnvironment(importEnvironment);
  try {
    return await load();
  } finally {
    setEnvironment(original);
  }
}

function setEnvironment(variables: readonly EnvironmentVariable[]): void {
  for (const [name, value] of variables) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
