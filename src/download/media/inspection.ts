/** Random access to a file's bytes. `read` returns fewer bytes than requested only at the end of the file. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Buffer>;
}

/** What a video file contains. */
export interface VideoFormat {
  readonly durationSeconds: number;
  /** The picture's size in pixels, as it is encoded; 0 if the file doesn't state it. */
  readonly width: number;
  readonly height: number;
  /** The common name of the video codec, such as `H.264`. */
  readonly codec: string;
  readonly hasAudio: boolean;
}

export type Inspection =
  | ({ readonly playable: true } & VideoFormat)
  | { readonly playable: false; readonly problem: string };

/** Thrown by a reader when the file is not a playable video. The message says why: `it has no tracks`. */
export class UnplayableError extends Error {
  override readonly name = "UnplayableError";
}

/**
 * The most boxes or elements that are read on one level. A day of video has fewer; more could stall the
 * reader.
 */
export const maxElements = 20_000_000;

/** The most tracks that are read. Real files have fewer than ten. */
export const maxTracks = 1_000;

/** Returns the duration. Throws when it is 0, negative or not finite. */
export function requireDuration(seconds: number): number {
  if (seconds > 0 && Number.isFinite(seconds)) return seconds;
  throw new UnplayableError("its duration is 0");
}
