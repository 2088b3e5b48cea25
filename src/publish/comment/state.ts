import { z } from "zod";

const version = z.object({
  seconds: z.number().optional(),
  commit: z
    .string()
    .regex(/^[0-9a-f]{7,64}$/)
    .optional(),
});

const schema = version.extend({
  run: z.number(),
  attempt: z.number(),
  /** The comment's own number, which it has from its first update on. A copy of it has another one. */
  comment: z.number().optional(),
  /** The finished video of an earlier run. */
  before: version.optional(),
});

/** What a comment knows of itself, hidden in it: numbers and hashes alone. */
export type CommentState = z.infer<typeof schema>;

const begins = "<!-- showreel-state ";

/** The state as the last line of a comment. */
export function writeState(state: CommentState): string {
  return `${begins}${JSON.stringify(schema.parse(state))} -->`;
}

/** The state in a comment; undefined where somebody has taken it out. */
export function readState(body: string): CommentState | undefined {
  const line = body.split(/\r?\n/).findLast((each) => each.startsWith(begins));
  try {
    return schema.safeParse(JSON.parse(line?.slice(begins.length).replace(/ -->$/, "") ?? "")).data;
  } catch {
    return undefined;
  }
}

/** Whether what stands there comes from a later run, or a later attempt of the same. */
export function isNewer(present: CommentState, ours: Pick<CommentState, "run" | "attempt">): boolean {
  return present.run > ours.run || (present.run === ours.run && present.attempt > ours.attempt);
}

/** The finished video before this run's: what the comment showed, or what that had replaced. */
export function versionBefore(
  present: CommentState | undefined,
  { run }: Pick<CommentState, "run">,
): CommentState["before"] {
  if (!present) return undefined;
  if (present.run === run || present.seconds === undefined) return present.before;
  const { seconds, commit } = present;
  return { seconds, ...(commit !== undefined && { commit }) };
}
