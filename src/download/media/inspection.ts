/** Random access to a file's bytes. `read` returns fewer bytes than requested only at the end of the file. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Buffer>;
}

export type Inspection =
  | { readonly playable: true; readonly durationSeconds: number }
  | { readonly playable: false; readonly problem: string };

/** The most boxes or elements that are read. A day of video has fewer; more could stall the reader. */
export const maxElements = 500_000;

/**
 * Returns a playable video of this duration, or an unplayable one when the duration is 0, negative or not
 * finite.
 */
export function playableFor(seconds: number): Inspection {
  const isValid = seconds > 0 && Number.isFinite(seconds);
  return isValid ? { playable: true, durationSeconds: seconds } : unplayable("its duration is 0");
}

export function unplayable(problem: string): Inspection {
  return { playable: false, problem };
}
