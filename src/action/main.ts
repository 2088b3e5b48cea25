import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "@actions/core";
import type { Runtime } from "../base/runtime.ts";
import { minSecretLength } from "../base/secrets/secret-index.ts";
import { noVideoCache } from "../download/video-cache.ts";
import { type ParsedInputs, readInputs } from "../inputs/read-inputs.ts";
import { type ActionSettings, actionSettings } from "../inputs/schema/settings.ts";
import { type JobStore, noJobStore } from "../jobs/job-store.ts";
import { secretsFromEnvironment } from "../pipeline/environment-secrets.ts";
import type { RunContext } from "../pipeline/front-end.ts";
import { run } from "../pipeline/run.ts";
import { hasMalformedPayload } from "../platform/github/event.ts";
import { readWorkflow } from "../platform/github/workflow.ts";
import { providerNames } from "../providers/index.ts";
import {
  createRejectedArtifactPublisher,
  createSidecarArtifactPublishers,
  createVideoArtifactPublisher,
} from "../publish/artifact/publishers.ts";
import { readResultsService } from "../publish/artifact/results-service.ts";
import type { Publisher } from "../publish/publisher.ts";
import { createOutputWriter, writeSummary } from "../publish/runner-files.ts";
import { createActionsCacheStore } from "../stores/actions-cache-store.ts";
import { createFileStore } from "../stores/file-store.ts";
import { layerStores } from "../stores/layered-store.ts";
import { createToolCache } from "../stores/tool-cache.ts";
import { annotate } from "./annotations.ts";

type Environment = NodeJS.ProcessEnv;

/** Runs one step of a workflow, and returns its exit code. An error becomes an annotation. */
export async function main(runtime: Runtime, env: Environment): Promise<core.ExitCode> {
  try {
    await runStep(runtime, env);
    return core.ExitCode.Success;
  } catch (error) {
    annotate(error);
    return core.ExitCode.Failure;
  }
}

async function runStep(runtime: Runtime, env: Environment): Promise<void> {
  maskKeys(env);
  ignoreBrokenEvent(runtime, env);
  const context = createRunContext(runtime, env);
  const outputs = createOutputWriter(env, runtime.log, core.setSecret);
  await run<ActionSettings>(runtime, {
    context,
    readInputs: async () => {
      outputs.requireWritten();
      return readActionInputs(env);
    },
    writeOutputs: outputs.write,
    publishers: (settings) => createPublishers(runtime, env, context.workflow.run.url, settings),
    writeSummary: (markdown) => writeSummary(env, runtime.log, markdown),
  });
}

// Comes first, so that nothing logged later can show a key. The runner masks line by line; a mask of a few
// characters would redact ordinary words and numbers in every later step.
function maskKeys(env: Environment): void {
  const parts = secretsFromEnvironment(env).flatMap((key) => key.split(/\s+/));
  for (const part of parts) if (part.length >= minSecretLength) core.setSecret(part);
}

// GitHub's own libraries read the file too, and throw if it is not JSON.
function ignoreBrokenEvent({ log }: Runtime, env: Environment): void {
  if (!hasMalformedPayload(env)) return;
  log.warning(
    `The event payload (GITHUB_EVENT_PATH, ${env.GITHUB_EVENT_PATH}) is not valid JSON. The run continues without it.`,
  );
  delete env.GITHUB_EVENT_PATH;
}

const githubToken = (env: Environment) => core.getInput("github_token") || (env.GITHUB_TOKEN ?? "");

function createRunContext(runtime: Runtime, env: Environment): RunContext {
  const workflow = readWorkflow(runtime, env, githubToken(env));
  return {
    workspace: workspaceOf(env),
    workflow,
    reuseScope: {
      store: createStore(runtime, env),
      repositoryScope: [env.GITHUB_REPOSITORY ?? ""],
      runScope: env.GITHUB_RUN_ID,
      runAttempt: { number: workflow.run.attempt, runStart: workflow.runStart },
    },
    openVideoCache: (seal) =>
      hasVideoCache(env) ? createToolCache(runtime, env.RUNNER_TOOL_CACHE ?? "", seal) : noVideoCache,
    apiKey: (variable, isChosenByFile) => (!isChosenByFile && core.getInput("api_key")) || env[variable],
    apiKeyLabel: () => "`api_key`",
  };
}

// A GitHub-hosted runner is deleted after its job, together with its tool cache.
const hasVideoCache = (env: Environment) =>
  Boolean(env.RUNNER_TOOL_CACHE) && env.RUNNER_ENVIRONMENT !== "github-hosted";

// The Actions cache outlives the runner; the file is used if there is no cache service, or if it fails.
function createStore(runtime: Runtime, env: Environment): JobStore {
  const folder = join(workspaceOf(env), ".showreel");
  const file = layerStores(runtime, "The folder .showreel", createFileStore(folder), noJobStore);
  const hasCache = env.ACTIONS_RESULTS_URL || env.ACTIONS_CACHE_URL;
  return hasCache ? layerStores(runtime, "The Actions cache", createActionsCacheStore(runtime), file) : file;
}

const workspaceOf = (env: Environment) => env.GITHUB_WORKSPACE ?? process.cwd();

function readActionInputs(env: Environment): Promise<ParsedInputs<ActionSettings>> {
  const schema = actionSettings(providerNames);
  const names = Object.keys(schema.shape);
  const typed = Object.fromEntries(names.map((name) => [name, core.getInput(name)]));
  return readInputs(schema, typed, workspaceOf(env));
}

function createPublishers(
  runtime: Runtime,
  env: Environment,
  runUrl: string,
  settings: ActionSettings,
): Publisher[] {
  if (!settings.upload_artifact) return [];
  const options = {
    name: settings.artifact_name,
    overwrite: settings.overwrite_artifact,
    retentionDays: settings.retention_days,
    temporaryFolder: env.RUNNER_TEMP || tmpdir(),
    runUrl,
    service: readResultsService(env),
  };
  const extras = settings.upload_extras ? createSidecarArtifactPublishers(runtime, options) : [];
  return [
    createVideoArtifactPublisher(runtime, options),
    createRejectedArtifactPublisher(runtime, options),
    ...extras,
  ];
}
