import { z } from "zod";

const versionSchema = z.object({
  seconds: z.number().optional(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
});

const stateSchema = versionSchema.extend({
  run: z.number(),
  attempt: z.number(),
  /**
   * The id of this comment, written by its first update. In a copy of the comment, it is still the original's
   * id.
   */
  comment: z.number().optional(),
  /** The finished video of an earlier run. */
  before: versionSchema.optional(),
});

/** The state that is hidden in a comment. It holds only numbers and hashes. */
export type CommentState = z.infer<typeof stateSchema>;

const stateStart = "<!-- showreel-state ";

/** Returns the state as the last line of a comment. */
export function writeState(state: CommentState): string {
  return `${stateStart}${JSON.stringify(stateSchema.parse(state))} -->`;
}

/** Reads the state from a comment; undefined if there is none. */
export function readState(body: string): CommentState | undefined {
  const line = body.split(/\r?\n/).findLast((each) => each.startsWith(stateStart));
  try {
    return stateSchema.safeParse(JSON.parse(line?.slice(stateStart.length).replace(/ -->$/, "") ?? "")).data;
  } catch {
    return undefined;
  }
}

/** Returns whether `current` is from a later run than `ours`, or from a later attempt of the same run. */
export function isNewer(current: CommentState, ours: Pick<CommentState, "run" | "attempt">): boolean {
  return current.run > ours.run || (current.run === ours.run && current.attempt > ours.attempt);
}

/**
 * Returns the finished video before this run's: the one that the comment shows, or the one that it replaced.
 */
export function versionBefore(
  current: CommentState | undefined,
  { run }: Pick<CommentState, "run">,
): CommentState["before"] {
  if (!current) return undefined;
  if (current.run === run || current.seconds === undefined) return current.before;
  const { seconds, commit } = current;
  return { seconds, ...(commit !== undefined && { commit }) };
}
