import { noVideoCache } from "../../../src/download/video-cache.ts";
import { readInputs } from "../../../src/inputs/read-inputs.ts";
import { type Settings, sharedSettings } from "../../../src/inputs/schema/settings.ts";
import type { RunContext } from "../../../src/pipeline/front-end.ts";
import { run } from "../../../src/pipeline/run.ts";
import type { Workflow } from "../../../src/platform/github/workflow.ts";
import { providerNames } from "../../../src/providers/index.ts";
import type { Outputs } from "../../../src/publish/outputs.ts";
import type { Publisher } from "../../../src/publish/publisher.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { firstAttempt, staticWorkflow } from "../github/static-workflow.ts";
import { toReadableText } from "../leaks/visible-output.ts";
import { createFakeRuntime, type FakeRuntime } from "../runtime/fake-runtime.ts";
import { createMemoryStore } from "../stores/memory-store.ts";

/** A run as a front end sees it. */
export interface OpenedRun {
  readonly runtime: FakeRuntime;
  readonly store: ReturnType<typeof createMemoryStore>;
  readonly context: RunContext;
  /** `statuses` are those that were written to the outputs, in their order, without repetitions. */
  readonly seen: { outputs: Partial<Outputs>; statuses: string[]; summary: string };
  work(): Promise<void>;
}

/** Prepares a run with these settings, against the provider at `url` or its default address. */
export function openRun(
  url: string | undefined,
  typed: Readonly<Record<string, string>>,
  workflow: Workflow = staticWorkflow({ title: "Release 2" }),
  publishers: readonly Publisher[] = [],
): OpenedRun {
  const runtime = createFakeRuntime();
  const store = createMemoryStore();
  const seen: OpenedRun["seen"] = { outputs: {}, statuses: [], summary: "" };
  const settings = { ...typed, ...(url && { api_base_url: url }) };
  const context: RunContext = {
    workspace: createTemporaryFolder(),
    workflow,
    reuseScope: {
      store,
      repositoryScope: ["showreel/showreel"],
      runScope: "42",
      runAttempt: firstAttempt,
    },
    openVideoCache: () => noVideoCache,
    apiKey: () => "test-key",
    apiKeyLabel: (variable) => variable,
  };
  const work = () =>
    run<Settings>(runtime, {
      context,
      readInputs: () => readInputs(sharedSettings(providerNames), settings, "/nowhere"),
      writeOutputs: (outputs) => {
        seen.outputs = outputs;
        if (seen.statuses.at(-1) !== outputs.status) seen.statuses.push(outputs.status);
      },
      publishers: () => publishers,
      writeSummary: async (markdown) => {
        seen.summary = toReadableText(markdown);
      },
    });
  return { runtime, store, context, seen, work };
}
