/** Random access to a file's bytes; returns fewer than asked for only at the end. */
export interface ByteSource {
  readonly size: number;
  read(offset: number, length: number): Promise<Buffer>;
}

export type Inspection =
  | { readonly playable: true; readonly durationSeconds: number }
  | { readonly playable: false; readonly problem: string };

/** A video of a day has fewer boxes; more are there to keep a reader busy. */
export const maxElements = 500_000;

/** A video of that length; without one nothing plays. */
export function playableFor(seconds: number): Inspection {
  const plays = seconds > 0 && Number.isFinite(seconds);
  return plays ? { playable: true, durationSeconds: seconds } : unplayable("its duration is 0");
}

export function unplayable(problem: string): Inspection {
  return { playable: false, problem };
}
