/** A finished video on this machine that an earlier run has left. */
export interface KeptVideo {
  readonly path: string;
  /** What its bytes must add up to, in lower-case hexadecimal. */
  readonly sha256: string;
}

/** Finished videos that outlive a workspace. `name` is the provider and its id. Neither call ever fails. */
export interface KeptVideos {
  find(name: VideoName): Promise<KeptVideo | undefined>;
  keep(name: VideoName, video: KeptVideo): Promise<void>;
}

/** What a video is known by, on this machine and at its provider. */
export interface VideoName {
  readonly provider: string;
  readonly id: string;
}

/** For machines that keep nothing. */
export const noKeptVideos: KeptVideos = { find: async () => undefined, keep: async () => {} };
