import { readFile } from "node:fs/promises";
import { playingTime } from "../../files/playing-time.ts";
import type { BoundaryHook } from "../../network/request-boundaries.ts";
import type { FakeReply } from "./replies.ts";
import { createTinyMp4 } from "./tiny-mp4.ts";

/** How a test wants the fake to behave. Ids count up: `sess_1`, `sess_2` and `v_1`, `v_2`. */
export interface FakeHeygenOptions {
  /** The accepted API key. Default `test-key`. */
  readonly apiKey?: string;
  /**
   * The rendered file, as bytes or as the path of a file. Default: an MP4 of a few kilobytes.
   */
  readonly video?: Uint8Array | string;
  /** The fields of each status response of a session, besides its id and dates; the last one repeats. */
  readonly sessionStatuses?: readonly object[];
  /** Each status response of a video: a status, or fields that override its usual response. */
  readonly videoStatuses?: readonly (string | object)[];
  /** The questions of a session in `chat`, in order, before it renders. */
  readonly questions?: readonly string[];
  /** The response to a new session already has a `video_id`. Both are documented; default: null. */
  readonly agentVideoIdAtOnce?: boolean;
  /** Overrides the response of `GET /v3/users/me`, an account with a wallet of 12.50 USD. */
  readonly account?: object;
  /** The duration that the provider states, in seconds. Default: that of the file. */
  readonly statedDuration?: number;
  /** Private looks, in addition to the public `look_1` and `look_2`. */
  readonly looks?: readonly { readonly id: string; readonly [field: string]: unknown }[];
  /** The host of its links, on the fake's port; `127.0.0.1` by default. */
  readonly linkHost?: string;
  /** Awaited at every boundary of a request without a fault. */
  readonly onBoundary?: BoundaryHook;
}

/** A video at the fake provider; `asked` counts its status calls. */
export interface FakeVideo {
  readonly id: string;
  readonly title: string | null;
  readonly createdAt: number;
  /** The extension of its file. */
  readonly format: string;
  /** Which API it belongs to: videos, videos of models or renders of HyperFrames. */
  readonly surface: "video" | "clip" | "render";
  asked: number;
}

/** A Video Agent session at the fake provider. */
export interface FakeSession {
  readonly id: string;
  readonly createdAt: number;
  readonly mode: string;
  /** Oldest first. */
  readonly messages: FakeMessage[];
  /** Oldest first. */
  readonly videos: FakeVideo[];
  /** Counted from the user's newest message. */
  asked: number;
}

/** A message of a session. */
export interface FakeMessage {
  readonly role: "user" | "model";
  readonly content: string;
  readonly createdAt: number;
}

/** A file that was uploaded or will be. */
export interface FakeAsset {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  isReady: boolean;
  content?: Uint8Array;
  asked: number;
}

/** The state of the fake provider. */
export interface FakeState {
  readonly origin: string;
  readonly options: FakeHeygenOptions;
  readonly apiKey: string;
  readonly file: Uint8Array;
  /** The duration of each video, as its status states it. */
  readonly durationSeconds: number;
  readonly videos: Map<string, FakeVideo>;
  readonly sessions: Map<string, FakeSession>;
  readonly assets: Map<string, FakeAsset>;
  readonly repliesByKey: Map<string, FakeReply>;
  billed: number;
}

/** Creates the initial state. */
export async function createState(origin: string, options: FakeHeygenOptions): Promise<FakeState> {
  const { apiKey = "test-key", video = createTinyMp4() } = options;
  const file = typeof video === "string" ? await readFile(video) : video;
  const { statedDuration: durationSeconds = await playingTime(file) } = options;
  const [videos, sessions, assets, repliesByKey] = [new Map(), new Map(), new Map(), new Map()];
  return {
    origin,
    options,
    apiKey,
    file,
    durationSeconds,
    videos,
    sessions,
    assets,
    repliesByKey,
    billed: 0,
  };
}

/** The entry of a script for the given call, counted from 1; the last entry repeats. */
export function scriptedAt<Entry>(script: readonly Entry[], call: number): Entry | undefined {
  return script[Math.min(Math.max(call, 1), script.length) - 1];
}
