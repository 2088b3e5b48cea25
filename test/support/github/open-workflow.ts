import type { VideoSubject } from "../../../src/inputs/video-request.ts";
import { readWorkflow, type Workflow } from "../../../src/platform/github/workflow.ts";
import type { EventValue, EventVariable } from "../../../src/text/event-text.ts";
import { createWorkspace } from "../files/workspace.ts";
import { createFakeRuntime, type FakeRuntime } from "../runtime/fake-runtime.ts";
import { eventEnvironment } from "./event-environment.ts";
import { type FakeGithub, type FakeGithubOptions, startFakeGithub } from "./fake-github.ts";

/** A workflow run with a fake GitHub. */
export interface OpenedWorkflow extends AsyncDisposable {
  readonly github: FakeGithub;
  readonly runtime: FakeRuntime;
  readonly workflow: Workflow;
  /** The folder of the checkout. */
  readonly workspace: string;
  /** The text of a placeholder. */
  read(name: EventVariable): Promise<string | undefined>;
  value(name: EventVariable): Promise<EventValue | undefined>;
  subject(): Promise<VideoSubject>;
  /** The requests in order, such as `GET /releases/tags/v1`, without the repository. */
  requestedRoutes(): string[];
  warnings(): string[];
}

export interface WorkflowOptions {
  readonly event?: string;
  readonly payload?: object;
  readonly env?: NodeJS.ProcessEnv;
  readonly releaseTag?: string;
  /** The checkout. */
  readonly files?: Record<string, string>;
  readonly github?: FakeGithubOptions;
  readonly token?: string;
}

/** Starts a run. Requests that violate GitHub's description fail the test when it ends. */
export async function openWorkflow(options: WorkflowOptions = {}): Promise<OpenedWorkflow> {
  const { event = "workflow_dispatch", payload = {}, env, releaseTag, files = {}, token } = options;
  const github = await startFakeGithub(options.github);
  const runtime = createFakeRuntime();
  const place = eventEnvironment(event, payload, { GITHUB_API_URL: github.url, ...env });
  const workflow = readWorkflow(runtime, place, token ?? github.token);
  const workspace = createWorkspace(files);
  const words = workflow.eventText(workspace, releaseTag);
  return {
    github,
    runtime,
    workflow,
    workspace,
    value: (name) => words.read(name),
    subject: words.subject,
    read: async (name) => (await words.read(name))?.text,
    requestedRoutes: () =>
      github.requests.map(({ method, path }) => `${method} ${path.replace(/^\/repos\/[^/]+\/[^/?]+/, "")}`),
    warnings: () => runtime.lines.filter((line) => line.startsWith("warning")),
    async [Symbol.asyncDispose]() {
      const problems = github.requests.flatMap((request) => request.problems);
      await github[Symbol.asyncDispose]();
      if (problems.length > 0) throw new Error(problems.join("\n"));
    },
  };
}

/** Returns the environment variables of a run on a pushed tag. */
export function tagEnvironment(tag: string): NodeJS.ProcessEnv {
  return { GITHUB_REF: `refs/tags/${tag}`, GITHUB_REF_NAME: tag };
}
