import { ShowreelError } from "../../../src/base/errors.ts";
import type { Runtime } from "../../../src/base/runtime.ts";
import type { JobStatus, Provider, RemoteVideo, VideoJob } from "../../../src/jobs/provider.ts";

/** The result or error of each call; the last one repeats. */
export interface ProviderScript {
  readonly submits?: readonly (VideoJob | Error)[];
  readonly statuses?: readonly (JobStatus | Error)[];
}

/** A provider that follows a script and records its calls. */
export interface ScriptedProvider extends Provider {
  /** The time of each status call, in milliseconds from the start. */
  readonly askedAt: readonly number[];
  /** The job of each status call. */
  readonly askedFor: readonly VideoJob[];
  /** The time of each submit, in milliseconds from the start. */
  readonly submittedAt: readonly number[];
  /** The idempotency key of each submit. */
  readonly keys: readonly string[];
}

export const job: VideoJob = { provider: "scripted", surface: "video", ids: { video_id: "v_1" } };

export const remote: RemoteVideo = {
  url: "https://files.example/v_1.mp4?Signature=secret",
  subtitlesUrl: undefined,
  thumbnailUrl: undefined,
  pageUrl: undefined,
  durationSeconds: 4,
};

export const pending: JobStatus = { state: "pending", job, phase: "rendering", detail: "processing" };
export const completed: JobStatus = { state: "completed", job, video: remote };

/** A transient error. */
export function transientError(retryAfterMs?: number): ShowreelError {
  const wait = retryAfterMs === undefined ? {} : { retryAfterMs };
  return new ShowreelError("provider_error", "HTTP 503.", { retryable: true, ...wait });
}

/** Repeats an entry. */
export function times<Entry>(count: number, entry: Entry): Entry[] {
  return Array<Entry>(count).fill(entry);
}

export function createScriptedProvider(runtime: Runtime, script: ProviderScript): ScriptedProvider {
  const started = runtime.now();
  const [askedAt, submittedAt]: [number[], number[]] = [[], []];
  const [askedFor, keys]: [VideoJob[], string[]] = [[], []];
  return {
    askedAt,
    askedFor,
    submittedAt,
    keys,
    async submit(_, idempotencyKey) {
      keys.push(idempotencyKey);
      submittedAt.push(runtime.now() - started);
      return play(script.submits, keys.length);
    },
    async status(asked) {
      askedFor.push(asked);
      askedAt.push(runtime.now() - started);
      return play(script.statuses, askedAt.length);
    },
    idempotencyWindowMs: () => 0,
    owns: async () => true,
    jobFromId: (id) => ({ ...job, ids: { video_id: id } }),
  };
}

function play<Answer>(script: readonly (Answer | Error)[] = [], call: number): Answer {
  const entry = script[Math.min(call, script.length) - 1];
  if (entry === undefined || entry instanceof Error) throw entry ?? new Error("The script is empty.");
  return entry;
}
