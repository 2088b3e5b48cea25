import { ShowreelError } from "../base/errors.ts";
import { interruptedError, type Runtime } from "../base/runtime.ts";
import type { Render, RenderRecord } from "../jobs/record.ts";

/** What there is to say of a video once it is published. */
export type PublishResult = Partial<
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
  /** The run fails when this one does, perhaps only for some videos. The others are riders: their failures are warnings. */
  readonly isEssential: boolean | ((render: Render) => boolean);
  /** It shows the poster, which is fetched for those alone. */
  readonly usesPoster?: boolean;
  publish(render: Render): Promise<PublishResult>;
}

/**
 * Lets all publishers work side by side, each on the same state, and adds what they did to the record. Fails with what an
 * essential one fails with, once all are done; what another of those fails with is a warning.
 */
export async function publishAll(
  runtime: Runtime,
  publishers: readonly Publisher[],
  record: RenderRecord,
): Promise<void> {
  const render = record.current();
  const failures: [name: string, error: unknown][] = [];
  let cancelled = false;
  await Promise.all(
    publishers.map(async ({ name, isEssential, publish }) => {
      try {
        record.update(await publish(render));
      } catch (error) {
        cancelled ||= runtime.signal.aborted;
        const fails = typeof isEssential === "function" ? isEssential(render) : isEssential;
        if (fails) failures.push([name, error]);
        else if (!cancelled) runtime.log.warning(publishWarning(name, error));
      }
    }),
  );
  const [failure, ...more] = failures;
  for (const [name, error] of cancelled ? [] : more) runtime.log.warning(publishWarning(name, error));
  if (failure) throw failure[1];
  // What was cancelled in the middle is not done, though nothing has failed.
  if (cancelled) throw interruptedError();
}

function publishWarning(name: string, error: unknown): string {
  const known = error instanceof ShowreelError;
  const words = known
    ? [error.message, withoutBillingNote(error.hint)].filter(Boolean).join("\n")
    : String(error);
  return `The ${name} could not be published; the video itself is complete. ${words}`;
}

/** A hint that was written for the time before the video was there, for the time after. */
export const withoutBillingNote = (hint = "") => hint.replace(/\s*Nothing was submitted\.$/, "");
