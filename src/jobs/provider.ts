import type { Runtime } from "../base/runtime.ts";
import type { Container } from "../download/media/container.ts";
import type { SupportedSources } from "../inputs/source.ts";
import type { VideoRequest } from "../inputs/video-request.ts";
import type { Catalog, CatalogQuery } from "./catalog.ts";
import type { Estimate } from "./cost/estimate.ts";
import type { Preflight } from "./cost/preflight.ts";
import type { TextSimilarity } from "./submit/text-digest.ts";

/** A video job at a provider: everything that a later run needs to resume it. JSON-serializable. */
export interface VideoJob {
  readonly provider: string;
  /** The provider's service that renders it, by the provider's name. */
  readonly surface: string;
  /** The provider's ids. Showreel outputs those named `video_id` and `session_id`. */
  readonly ids: Readonly<Record<string, string>>;
}

/** Returns whether two jobs have the same ids. */
export function hasSameIds(one: VideoJob, other: VideoJob | undefined): boolean {
  return JSON.stringify(one.ids) === JSON.stringify(other?.ids);
}

/** A finished video at the provider. */
export interface RemoteVideo {
  /** The download link. It is signed and short-lived, and must be kept secret. */
  readonly url: string;
  readonly subtitlesUrl: string | undefined;
  /** The same subtitles as WebVTT, if the provider makes them in both formats. */
  readonly webSubtitlesUrl?: string | undefined;
  readonly thumbnailUrl: string | undefined;
  /** An animated preview, such as a GIF. */
  readonly previewUrl?: string | undefined;
  /** The provider's page about the video. It is public. */
  readonly pageUrl: string | undefined;
  readonly durationSeconds: number | undefined;
}

/** Whether a pending job is still in the provider's queue. */
export type PendingPhase = "queued" | "rendering";

/** What a provider reports about a job. */
export type JobStatus =
  /** Not finished. The job may now include its video id; `detail` is the provider's name for the state. */
  | {
      readonly state: "pending";
      readonly job: VideoJob;
      readonly phase: PendingPhase;
      readonly detail: string;
      /** In percent. */
      readonly progress?: number;
    }
  | { readonly state: "completed"; readonly job: VideoJob; readonly video: RemoteVideo }
  | { readonly state: "failed"; readonly job: VideoJob; readonly reason: string }
  /**
   * The agent waits for a reply; `message` is the next of the user's messages, or undefined if all were sent.
   */
  | {
      readonly state: "blocked";
      readonly job: VideoJob;
      readonly question: string;
      readonly message?: PreparedMessage | undefined;
    };

/** The result of a search for a job whose id was lost. `unknown` means that the job may exist. */
export type FindResult =
  | { readonly outcome: "found"; readonly job: VideoJob }
  | { readonly outcome: "absent" }
  | { readonly outcome: "unknown" };

/** One item of the user's `messages`. */
export interface PreparedMessage {
  readonly text: string;
  /** Its index in `messages`, from 0. */
  readonly position: number;
}

/**
 * What a provider has to implement. Waiting, retrying, storing jobs and downloading are done elsewhere. Every
 * method fails with a ShowreelError; its `retryable` says whether the same call may be made again. Only
 * `submit` and `reply` may cost money: they are called only through the spending gate (`withSpendingGate`).
 */
export interface Provider {
  /**
   * Does the free work that a submit depends on, such as uploads, so that the submit is one short request.
   * May take minutes.
   */
  prepare?(request: VideoRequest): Promise<void>;
  /** Submits a video, which costs money. After a `retryable` error, a retry can't be billed twice. */
  submit(request: VideoRequest, idempotencyKey: string): Promise<VideoJob>;
  /**
   * Returns the provider's time from a free request, in milliseconds since 1970; undefined if it reports
   * none.
   */
  serverTime?(): Promise<number | undefined>;
  /**
   * Returns how long the provider returns the same job for the same idempotency key, in milliseconds; 0 if it
   * doesn't support idempotency keys.
   */
  idempotencyWindowMs(request: VideoRequest): number;
  /**
   * Finds the job that a submit created at or after `since` (milliseconds since 1970) if the response was
   * lost. `compare` compares a text with the one that was sent, because the request's text may have changed
   * since then.
   */
  find?(
    request: VideoRequest,
    since: number,
    compare?: (text: string) => TextSimilarity,
  ): Promise<FindResult>;
  /**
   * Checks the account and every resource that the request names, and estimates the cost. Makes no billable
   * calls. Fails with `invalid_input` if the video can't be made.
   */
  preflight?(request: VideoRequest): Promise<Preflight>;
  /** Stops a job that is not paid for yet. Returns whether it was stopped. */
  stop?(job: VideoJob): Promise<boolean>;
  /** Returns whether a stored job belongs to this account. */
  owns(job: VideoJob): Promise<boolean>;
  /** Reads the status of a job. Changes nothing: messages are sent only by `reply`. */
  status(job: VideoJob): Promise<JobStatus>;
  /**
   * Sends the message of a blocked status, which may start paid work. Undefined if jobs never wait for a
   * reply.
   */
  reply?(job: VideoJob, message: PreparedMessage): Promise<void>;
  /**
   * Returns the job for an id that a user typed. Doesn't check whether it exists: the first `status` does.
   */
  jobFromId(id: string): VideoJob;
  /** A local origin started by Showreel, whose links are trusted. */
  readonly trustedOrigin?: string;
  close?(): Promise<void>;
}

/** How to reach a provider. */
export interface Connection {
  readonly runtime: Runtime;
  /** The API key; empty if the provider needs none. */
  readonly apiKey: string;
  readonly baseUrl: URL;
  /** The user's replies to an agent's questions, in their order. */
  readonly messages?: readonly string[] | undefined;
  /** How long the run waits, in milliseconds. This is also the time limit for uploads. */
  readonly timeoutMs?: number;
  /** The folder beside the job store, in which a provider may keep what it needs to resume a video. */
  readonly stateFolder?: string;
}

/** Facts that help users choose a provider, in a few words each. The README shows them as a table. */
export interface ProviderFacts {
  /** What the provider makes videos from. */
  readonly makes: string;
  readonly renderTime: string;
  readonly price: string;
  readonly limits: string;
  /** How long the provider's download links are valid. */
  readonly links: string;
}

/** What a run needs to know about the providers that it does not use. */
export interface ProviderInfo {
  readonly name: string;
  /** The name to show to people. */
  readonly label: string;
  /** The environment variable with the API key; undefined if none is needed. */
  readonly keyVariable: string | undefined;
}

/** A provider in the registry: its facts, its request checks, and how to open it. */
export interface ProviderPlugin extends ProviderInfo {
  readonly baseUrl: string;
  /** A warning for everyone who chooses this provider. */
  readonly notice?: string;
  /** Returns the shortest interval between two status requests that the provider allows, in milliseconds. */
  minPollMs(job: VideoJob): number;
  /** The longest interval, in milliseconds, if asking often costs nothing. */
  readonly maxPollMs?: number;
  readonly facts: ProviderFacts;
  /** The sources that the provider supports. */
  readonly sources: SupportedSources;
  /**
   * Returns everything in the request that affects the video. The fingerprint is computed from it. Fails with
   * `invalid_input` if the provider does not support the request.
   */
  toPayload(request: VideoRequest): object;
  /** Estimates length, cost and waiting time offline. */
  estimate?(request: VideoRequest): Promise<Estimate>;
  /** Returns the file format of the requested video. */
  outputContainer(request: VideoRequest): Container;
  open(connection: Connection): Promise<Provider>;
  /** Lists avatars, voices and the like; undefined if the provider has no lists. */
  catalog?(connection: Connection, query: CatalogQuery): Promise<Catalog>;
}
