import { ShowreelError } from "../base/errors.ts";
import { interrupted, type Runtime } from "../base/runtime.ts";
import type { Render, RenderRecord } from "../render/record.ts";

/** What there is to say of a video once it is published. */
export type Published = Partial<
  Pick<
    Render,
    | "artifact"
    | "posterArtifact"
    | "subtitlesArtifact"
    | "releaseAssetUrl"
    | "releasePosterUrl"
    | "commentUrl"
  >
>;

/** Somebody who brings a video to where people see it. */
export interface Publisher {
  /** For people: `comment`. */
  readonly name: string;
  /** The run fails when this one does. The others are riders: their failures are warnings. */
  readonly isEssential: boolean;
  /** It shows the poster, which is fetched for those alone. */
  readonly usesPoster?: boolean;
  publish(render: Render): Promise<Published>;
}

/**
 * Lets all publishers work side by side, each on the same state, and adds what they did to the record. Fails with what an
 * essential one fails with, once all are done.
 */
export async function publishAll(
  runtime: Runtime,
  publishers: readonly Publisher[],
  record: RenderRecord,
): Promise<void> {
  const render = record.current();
  const failures: unknown[] = [];
  let cancelled = false;
  await Promise.all(
    publishers.map(async ({ name, isEssential, publish }) => {
      try {
        record.add(await publish(render));
      } catch (error) {
        cancelled ||= runtime.signal.aborted;
        if (isEssential) failures.push(error);
        else if (!cancelled) runtime.log.warning(warningOf(name, error));
      }
    }),
  );
  if (failures.length > 0) throw failures[0];
  // What was cancelled in the middle is not done, though nothing has failed.
  if (cancelled) throw interrupted();
}

function warningOf(name: string, error: unknown): string {
  const known = error instanceof ShowreelError;
  const words = known ? [error.message, withoutMoney(error.hint)].filter(Boolean).join("\n") : String(error);
  return `The ${name} could not be published; the video itself is complete. ${words}`;
}

// A hint that was written for the time before.
const withoutMoney = (hint = "") => hint.replace(/\s*Nothing was submitted\.$/, "");
