import type { Runtime } from "../../../src/base/runtime.ts";
import { noVideoCache } from "../../../src/download/video-cache.ts";
import { readInputs } from "../../../src/inputs/read-inputs.ts";
import { sharedSettings } from "../../../src/inputs/schema/settings.ts";
import { type JobStore, noJobStore } from "../../../src/jobs/job-store.ts";
import { createRecord, type VideoRecord, type VideoState } from "../../../src/jobs/video-record.ts";
import { makeVideo } from "../../../src/pipeline/make-video.ts";
import type { Plan } from "../../../src/pipeline/plan.ts";
import { prepare } from "../../../src/pipeline/prepare.ts";
import { providerNames } from "../../../src/providers/index.ts";
import { sampleVideo } from "../files/sample-video.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";
import { firstAttempt, staticWorkflow } from "../github/static-workflow.ts";
import { type FakeHeygen, type FakeHeygenOptions, startFakeHeygen } from "../heygen/fake-heygen.ts";
import { createFakeRuntime, type FakeRuntime } from "../runtime/fake-runtime.ts";

/** A real video of four seconds. */

export const promptInputs = { prompt: "A short welcome" };
export const scriptInputs = { script: "Welcome.", avatar_id: "look_1" };

/** A fake HeyGen that renders a real video. */
export function startFakeWithVideo(options: FakeHeygenOptions = {}): Promise<FakeHeygen> {
  return startFakeHeygen({ video: sampleVideo, ...options });
}

/** A prepared run of one video. */
export interface VideoRun {
  readonly runtime: FakeRuntime;
  readonly record: VideoRecord;
  /** Each state of the record, with the number of requests that had been made by then. */
  readonly states: readonly (VideoState & { readonly requests: number })[];
  run(): Promise<void>;
  infos(): string[];
}

/** What several runs can share. */
export interface VideoRunOptions {
  /** A new one by default. */
  readonly workspace?: string;
  /** Stores nothing by default. */
  readonly store?: JobStore;
}

/** Prepares a run with these settings against the fake. */
export async function prepareVideoRun(
  fake: FakeHeygen,
  typed: Record<string, string>,
  place: VideoRunOptions = {},
): Promise<VideoRun> {
  const runtime = createFakeRuntime();
  const plan = await makePlan(runtime, { api_base_url: fake.url, ...typed }, place);
  const states: (VideoState & { requests: number })[] = [];
  const note = (video: VideoState) => states.push({ ...video, requests: fake.requests.length });
  const record = createRecord(runtime, "Release 2.0", note);
  return {
    runtime,
    record,
    states,
    run: () => makeVideo({ runtime, plan, record }),
    infos: () => runtime.lines.filter((line) => line.startsWith("info")),
  };
}

/** Runs these settings in the sandbox and returns the final record. */
export async function runInSandbox(typed: Record<string, string>): Promise<VideoState> {
  const runtime = createFakeRuntime();
  const plan = await makePlan(runtime, { provider: "sandbox", ...typed });
  const record = createRecord(runtime, "Release 2.0", () => {});
  await makeVideo({ runtime, plan, record }).finally(() => plan.provider.close?.());
  return record.current();
}

async function makePlan(
  runtime: Runtime,
  typed: Record<string, string>,
  { workspace = createTemporaryFolder(), store = noJobStore }: VideoRunOptions = {},
): Promise<Plan> {
  const inputs = await readInputs(sharedSettings(providerNames), typed, workspace);
  const prepared = await prepare(
    runtime,
    { inputs, publishers: [] },
    {
      workspace,
      workflow: staticWorkflow(),
      reuseScope: { store, repositoryScope: ["showreel/showreel"], runScope: "42", runAttempt: firstAttempt },
      openVideoCache: () => noVideoCache,
      apiKey: () => "test-key",
      apiKeyLabel: (variable) => variable,
    },
  );
  if ("plan" in prepared) return prepared.plan;
  throw new Error(prepared.skipped);
}
