import { vi } from "vitest";
import { annotate } from "../../../src/action/annotations.ts";
import { createActionLogger } from "../../../src/action/logger.ts";
import { redactStream } from "../../../src/action/redact-stream.ts";
import type { Logger } from "../../../src/base/runtime.ts";
import { createSecrets, type Secrets } from "../../../src/base/secrets/secrets.ts";
import { formatTerminalError } from "../../../src/cli/error-message.ts";
import { createCliLogger } from "../../../src/cli/logger.ts";
import { noVideoCache } from "../../../src/download/video-cache.ts";
import { readInputs } from "../../../src/inputs/read-inputs.ts";
import { type Settings, sharedSettings } from "../../../src/inputs/schema/settings.ts";
import type { JobStore } from "../../../src/jobs/job-store.ts";
import { run } from "../../../src/pipeline/run.ts";
import { providerNames } from "../../../src/providers/index.ts";
import type { Publisher } from "../../../src/publish/publisher.ts";
import { layerStores } from "../../../src/stores/layered-store.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { firstAttempt, staticWorkflow } from "../github/static-workflow.ts";
import { createFakeRuntime } from "../runtime/fake-runtime.ts";
import { createMemoryStore } from "../stores/memory-store.ts";
import { fakeKey } from "./fake-secrets.ts";
import { createGithubStub } from "./github-stub.ts";

/** Everything that a run outputs, by channel. */
export interface RunOutput {
  readonly log: string;
  readonly annotation: string;
  readonly summary: string;
  readonly comment: string;
  readonly notes: string;
  /** Without the two links, which must work. */
  readonly outputs: string;
  readonly stderr: string;
  readonly json: string;
}

/** A run with untrusted text. */
export interface LeakRun {
  readonly url: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly publishers?: readonly Publisher[];
  /** Layered over the store of the run. */
  readonly store?: JobStore;
  /** An unexpected error, thrown during the run. */
  readonly bug?: Error;
  /** Redacts nothing, to show that the test would find a leak. */
  readonly withoutRedaction?: boolean;
}

const blind: Secrets = {
  register() {},
  registerLinks() {},
  registerSentLinks() {},
  exempt() {},
  redact: (text) => text,
  redactMarkdown: (text) => text,
  redactKeys: (text) => text,
};

/** Runs to the end, and collects every output. */
export async function collectOutput(shown: LeakRun): Promise<RunOutput> {
  const secrets = shown.withoutRedaction ? blind : createSecrets();
  secrets.register(fakeKey);
  const fake = createFakeRuntime();
  const printed: string[] = [];
  const spy = vi.spyOn(process.stdout, "write").mockImplementation((text) => printed.push(String(text)) > 0);
  const { write } = process.stdout;
  redactStream(process.stdout, secrets);
  let stderr = "";
  const cli = createCliLogger({ write: (text) => (stderr += text) }, fake.now, secrets);
  const runtime = { ...fake, secrets, log: both(createActionLogger(fake.now), cli) };
  const { github, written } = createGithubStub();
  const seen = { summary: "", outputs: {} as Record<string, string> };
  const memory = createMemoryStore();
  let annotation = "";
  try {
    await run<Settings>(runtime, {
      context: {
        workspace: createTemporaryFolder(),
        workflow: staticWorkflow({ github, resolveTag: () => "v2", pullRequest: async () => 7 }),
        reuseScope: {
          store: shown.store ? layerStores(runtime, "The Actions cache", shown.store, memory) : memory,
          ...{ repositoryScope: ["octo/reel"], runScope: "42", runAttempt: firstAttempt },
        },
        openVideoCache: () => noVideoCache,
        apiKey: () => fakeKey,
        apiKeyLabel: (variable) => variable,
      },
      readInputs: async () => {
        if (shown.bug) throw shown.bug;
        const typed = { ...shown.typed, api_base_url: shown.url, comment: "true", release_tag: "v2" };
        return readInputs(sharedSettings(providerNames), typed, "/nowhere");
      },
      writeOutputs: (outputs) => {
        seen.outputs = outputs;
      },
      publishers: () => shown.publishers ?? [],
      writeSummary: async (markdown) => {
        seen.summary = markdown;
      },
    });
  } catch (error) {
    const before = printed.length;
    annotate(error);
    annotation = printed.slice(before).join("");
    cli.info(formatTerminalError(error, [], [], {}));
  } finally {
    process.stdout.write = write;
    spy.mockRestore();
  }
  const { video_url: _, thumbnail_url: __, ...outputs } = seen.outputs;
  return {
    log: printed.join(""),
    annotation,
    ...{ summary: seen.summary, comment: written.comment, notes: written.notes, stderr },
    outputs: Object.values(outputs).join("\n"),
    json: JSON.stringify(outputs),
  };
}

// Log lines go to both front ends.
function both(one: Logger, other: Logger): Logger {
  const tell = (level: "debug" | "info" | "notice" | "warning") => (message: string) => {
    one[level](message);
    other[level](message);
  };
  return {
    ...{ debug: tell("debug"), info: tell("info"), notice: tell("notice"), warning: tell("warning") },
    progress(state, facts, everyMs) {
      one.progress(state, facts, everyMs);
      other.progress(state, facts, everyMs);
    },
    group: (title, work) => one.group(title, () => other.group(title, work)),
  };
}
