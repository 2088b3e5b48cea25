import type { VideoFormat } from "./media/inspection.ts";

/** A finished video on this machine: complete, playable and hashed. */
export interface LocalVideo extends VideoFormat {
  readonly path: string;
  readonly sizeBytes: number;
  /** The digest of the file, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** A finished video that an earlier run left on this machine. */
export interface CachedVideo {
  readonly path: string;
  /** The expected digest of its bytes, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** Stores finished videos by provider and id, outside of the workspace. Its methods never fail. */
export interface VideoCache {
  find(name: VideoName): Promise<CachedVideo | undefined>;
  save(name: VideoName, video: CachedVideo): Promise<void>;
}

/** Identifies a video: its provider, and its id there. */
export interface VideoName {
  readonly provider: string;
  readonly id: string;
}

/** A cache that stores nothing. */
export const noVideoCache: VideoCache = { find: async () => undefined, save: async () => {} };
