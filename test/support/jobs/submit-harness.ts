import { createDeadline } from "../../../src/jobs/deadline.ts";
import type { Provider, VideoJob } from "../../../src/jobs/provider.ts";
import { submitOrResume } from "../../../src/jobs/submit/submit-or-resume.ts";
import { createFakeRuntime, type FakeRuntime } from "../runtime/fake-runtime.ts";
import { createMemoryStore, type MemoryStore, type MemoryStoreOptions } from "../stores/memory-store.ts";
import {
  createScriptedProvider,
  job,
  type ProviderScript,
  pending,
  type ScriptedProvider,
} from "./scripted-provider.ts";
import { createVideoRequest } from "./video-request.ts";

export const fingerprint = "f".repeat(64);
export const hour = 3_600_000;

/** The result of each search for the job; the last one repeats. */
export type SearchOutcome = VideoJob | "none" | "cannot tell" | Error;

/** The provider and the store before a run. */
export interface SubmitHarnessOptions extends ProviderScript, Omit<MemoryStoreOptions, "calls"> {
  /** Without it the provider cannot search. */
  readonly searchResults?: readonly SearchOutcome[];
  readonly idempotencyWindowMs?: number;
  /** Whether the stored job belongs to this account; true by default. */
  readonly ownsJob?: boolean;
  /** Approves a paid video; by default it is approved. */
  readonly approve?: () => Promise<void>;
  /** Called when the submit arrives, before the response. */
  readonly onSubmit?: (runtime: FakeRuntime) => void;
  /** Called before a submit, when the provider uploads what it needs. */
  readonly onPrepare?: (runtime: FakeRuntime) => void;
  /** Called after the intent is recorded. */
  readonly onRecordIntent?: (runtime: FakeRuntime, store: MemoryStore) => void;
  /** By how much the provider's clock is ahead; by default the provider doesn't report its time. */
  readonly serverClockAheadMs?: number;
  /** Called when the provider searches for the job, before the result. */
  readonly onSearch?: (runtime: FakeRuntime) => void;
}

/** A run that submits or resumes its job. */
export interface SubmitHarness {
  readonly runtime: FakeRuntime;
  readonly provider: ScriptedProvider;
  readonly store: MemoryStore;
  /**
   * What provider and store were asked for, in order, but for statuses and look-ups: `find`, `submit`,
   * `intend g1`.
   */
  readonly calls: readonly string[];
  /** The start of each search's time range, in milliseconds since 1970. */
  readonly searchedSince: readonly number[];
  submitOrResume(): ReturnType<typeof submitOrResume>;
  warnings(): string[];
}

/** Creates a run with a fake clock, a request for HeyGen's agent and a deadline of twenty minutes. */
export function createSubmitHarness(options: SubmitHarnessOptions = {}): SubmitHarness {
  const runtime = createFakeRuntime();
  const calls: string[] = [];
  const searchedSince: number[] = [];
  const memory = createMemoryStore({ ...options, calls });
  const store: MemoryStore = {
    ...memory,
    async recordIntent(...given) {
      const turn = await memory.recordIntent(...given);
      options.onRecordIntent?.(runtime, memory);
      return turn;
    },
  };
  const script = { submits: [job], statuses: [pending], ...options };
  const scripted = createScriptedProvider(runtime, script);
  const find = toFind(options.searchResults, (since) => {
    calls.push("find");
    searchedSince.push(since);
    options.onSearch?.(runtime);
  });
  const provider: ScriptedProvider = {
    ...scripted,
    idempotencyWindowMs: () => options.idempotencyWindowMs ?? 0,
    owns: async () => options.ownsJob ?? true,
    ...(find && { find }),
    ...(options.serverClockAheadMs !== undefined && {
      serverTime: async () => runtime.now() + (options.serverClockAheadMs ?? 0),
    }),
    ...(options.onPrepare && {
      async prepare() {
        calls.push("prepare");
        options.onPrepare?.(runtime);
      },
    }),
    submit(request, key) {
      calls.push("submit");
      options.onSubmit?.(runtime);
      return scripted.submit(request, key);
    },
  };
  const deadline = createDeadline(runtime, 1_200_000);
  return {
    runtime,
    provider,
    store,
    calls,
    searchedSince,
    submitOrResume: () => {
      const video = { request: createVideoRequest(), fingerprint, store };
      return submitOrResume(
        { ...video, ...(options.approve && { approve: options.approve }) },
        { runtime, provider, deadline },
      );
    },
    warnings: () => runtime.lines.filter((line) => line.startsWith("warning")),
  };
}

function toFind(
  script: readonly SearchOutcome[] | undefined,
  onCall: (since: number) => void,
): Provider["find"] {
  if (script === undefined) return undefined;
  let looks = 0;
  return async (_, since) => {
    onCall(since);
    const found = script[Math.min(looks++, script.length - 1)] ?? "none";
    if (found instanceof Error) throw found;
    if (typeof found === "object") return { outcome: "found", job: found };
    return { outcome: found === "none" ? "absent" : "unknown" };
  };
}
