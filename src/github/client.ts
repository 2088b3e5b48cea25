import { Octokit } from "@octokit/core";
import type { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { repeat } from "../base/repeat.ts";
import { interrupted, type Runtime } from "../base/runtime.ts";
import { toFailure } from "./failure.ts";

/** One question to GitHub. */
export interface Question<Answer> {
  /** Beside `owner` and `repo`: for the path, the query or the body. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly answer: z.ZodType<Answer>;
  /** What the token must be allowed, as a line of `permissions:`. */
  readonly permission: string;
}

/** GitHub's REST API, for one repository. */
export interface Github {
  /**
   * The answer to a route such as `GET /repos/{owner}/{repo}/tags`; undefined when GitHub knows no such thing. Passing
   * faults are repeated a few times. Fails with a ShowreelError; the one of a missing permission names its line of YAML.
   */
  ask<Answer>(route: string, question: Question<Answer>): Promise<Answer | undefined>;
}

export interface GithubPlace {
  readonly apiUrl: string;
  /** Empty when there is none: then GitHub tells what is public. */
  readonly token: string;
  /** `owner/name` */
  readonly repository: string;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const timeoutMs = 30_000;

/** Reaches GitHub through Octokit, and the network through the runtime. */
export function createGithub(runtime: Runtime, { apiUrl, token, repository }: GithubPlace): Github {
  const [owner = "", repo = ""] = repository.split("/");
  const octokit = new Octokit({
    baseUrl: apiUrl.replace(/\/+$/, ""),
    userAgent: "showreel",
    log: silent,
    request: { fetch: runtime.fetch },
    ...(token !== "" && { auth: token }),
  });
  const send = async (route: string, parameters: object) => {
    const signal = AbortSignal.any([runtime.signal, AbortSignal.timeout(timeoutMs)]);
    return (await octokit.request(route, { owner, repo, ...parameters, request: { signal } })).data;
  };
  return {
    ask: (route, { parameters = {}, answer, permission }) =>
      repeat(runtime, async () => {
        const data = await send(route, parameters).catch((error: unknown) => {
          if (runtime.signal.aborted) throw interrupted();
          return refused(toFailure(error, { route, permission, now: runtime.now(), hasToken: token !== "" }));
        });
        return data === undefined ? undefined : understood(answer, data, route);
      }),
  };
}

// Not there is an answer like any other.
function refused(failure: ShowreelError | "not found"): undefined {
  if (failure !== "not found") throw failure;
}

function understood<Answer>(schema: z.ZodType<Answer>, data: unknown, route: string): Answer {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  throw new ShowreelError("network_error", `GitHub's answer makes no sense (${route}).`, {
    hint: "Run again later, or see githubstatus.com.",
    retryable: true,
    cause: parsed.error,
  });
}
