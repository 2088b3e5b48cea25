import type { Runtime } from "../base/runtime.ts";
import type { Container } from "../download/media/container.ts";
import type { SupportedSources } from "../inputs/source.ts";
import type { VideoRequest } from "../inputs/video-request.ts";
import type { Catalog, CatalogQuery } from "./catalog.ts";
import type { Estimate } from "./cost/estimate.ts";
import type { Preflight } from "./cost/preflight.ts";
import type { PollInterval } from "./poll-interval.ts";
import type { TextSimilarity } from "./submit/text-digest.ts";

/** A video job at a provider. JSON-serialisable: all that a later run needs in order to take it up. */
export interface VideoJob {
  readonly provider: string;
  /** Which of the provider's services works on it, in the provider's words. */
  readonly surface: string;
  /** The provider's ids. Showreel hands on the ones named `video_id` and `session_id`. */
  readonly ids: Readonly<Record<string, string>>;
}

/** A finished video at the provider. */
export interface RemoteVideo {
  /** The download link: signed, short-lived, secret. */
  readonly url: string;
  readonly subtitlesUrl: string | undefined;
  readonly thumbnailUrl: string | undefined;
  /** The provider's page of the video, which is no secret. */
  readonly pageUrl: string | undefined;
  readonly durationSeconds: number | undefined;
}

/** Whether a pending job waits for its turn, or is being worked on. */
export type PendingPhase = "queued" | "rendering";

export type JobStatus =
  /** Not finished. The job may now include its video id; `detail` is the provider's own word for the state. */
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
  /** It waits for a person, and does not go on without; `message` is the prepared one to send next, if any is left. */
  | {
      readonly state: "blocked";
      readonly job: VideoJob;
      readonly question: string;
      readonly message?: PreparedMessage | undefined;
    };

/** The result of searching for a job whose id was lost. `unknown` means that there may be one. */
export type FindResult =
  | { readonly outcome: "found"; readonly job: VideoJob }
  | { readonly outcome: "absent" }
  | { readonly outcome: "unknown" };

/** One of the user's `messages`. */
export interface PreparedMessage {
  readonly text: string;
  /** Its position among them, from 0. */
  readonly position: number;
}

/**
 * All that a provider must do. Waiting, retrying, remembering and downloading are not its business. Every method fails
 * with a ShowreelError whose `retryable` says whether the same call may be made again. Only `submit` and `reply` may cost
 * money: nobody else calls them than the gate in `spending.ts`.
 */
export interface Provider {
  /** What a submit needs and is free, such as uploads, which may take minutes: after it a submit is one short call. */
  prepare?(request: VideoRequest): Promise<void>;
  /** Costs money. `retryable` errors are those after which a repetition cannot be billed twice. */
  submit(request: VideoRequest, idempotencyKey: string): Promise<VideoJob>;
  /** The provider's own time in milliseconds since 1970, by a free question; undefined when it does not tell. */
  serverTime?(): Promise<number | undefined>;
  /** For how long the same key is sure to bring back the same job, in milliseconds; 0 for never. */
  idempotencyWindowMs(request: VideoRequest): number;
  /**
   * Finds the job that a submit created at or after `since` (milliseconds since 1970) when its response was lost.
   * `compare` compares a text with the one that was sent then, in case the request's text has changed since.
   */
  find?(
    request: VideoRequest,
    since: number,
    compare?: (text: string) => TextSimilarity,
  ): Promise<FindResult>;
  /**
   * What there is to know before anything is paid for: the account, what the request names, the cost. Sends nothing
   * billable. Fails with `invalid_input` when the video could not be made.
   */
  preflight?(request: VideoRequest): Promise<Preflight>;
  /** Stops a job that is not paid for yet, if there is such a thing. Returns whether it did. */
  stop?(job: VideoJob): Promise<boolean>;
  /** Whether a remembered job is one of this account. */
  owns(job: VideoJob): Promise<boolean>;
  /** Reads and changes nothing: a job that waits for a message gets it by `reply` alone. */
  status(job: VideoJob): Promise<JobStatus>;
  /** Sends the message of a blocked status, which may start paid work. Missing where no job ever waits for one. */
  reply?(job: VideoJob, message: PreparedMessage): Promise<void>;
  /** The job behind an id that a user typed; whether it exists shows at the first `status`. */
  jobFromId(id: string): VideoJob;
  /** An origin of our own making, whose links need no suspicion. */
  readonly trustedOrigin?: string;
  close?(): Promise<void>;
}

export interface Connection {
  readonly runtime: Runtime;
  /** Empty for a provider that needs none. */
  readonly apiKey: string;
  readonly baseUrl: URL;
  /** The user's messages for an agent that asks. */
  readonly messages?: readonly string[] | undefined;
  /** How long the run waits, in milliseconds: nothing is uploaded for longer. */
  readonly timeoutMs?: number;
}

/** What people want to know before they choose a provider, a few words each; README shows it as a table. */
export interface ProviderFacts {
  /** From what it makes a video. */
  readonly makes: string;
  readonly renderTime: string;
  readonly price: string;
  readonly limits: string;
  /** What becomes of a download link. */
  readonly links: string;
}

/** A provider as the registry knows it: facts, checks, and how to open it. */
export interface ProviderPlugin {
  readonly name: string;
  /** The name that people know. */
  readonly label: string;
  /** The environment variable that holds the key; undefined when none is needed. */
  readonly keyVariable: string | undefined;
  readonly baseUrl: string;
  /** What everybody who chooses this provider should know, as a warning. */
  readonly notice?: string;
  readonly pollInterval: PollInterval;
  readonly facts: ProviderFacts;
  /** What it can make a video of. */
  readonly sources: SupportedSources;
  /**
   * What would be sent, made before anything is: all that changes the video, and so what it is known by. Fails with
   * `invalid_input` when the request cannot be served.
   */
  toPayload(request: VideoRequest): object;
  /** What is to be expected of the request, as far as anybody can tell without asking the provider. */
  estimate?(request: VideoRequest): Estimate;
  /** The file format that the request asks for. */
  outputContainer(request: VideoRequest): Container;
  open(connection: Connection): Promise<Provider>;
  /** What there is to choose from; undefined where the provider has no lists. */
  catalog?(connection: Connection, query: CatalogQuery): Promise<Catalog>;
}
