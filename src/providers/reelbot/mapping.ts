import { ShowreelError } from "../../base/errors.ts";
import { plainText } from "../../base/plain-text.ts";
import type { JobStatus, VideoJob } from "../../render/provider.ts";
import { created, type Status } from "./api.ts";

/** The id in the answer of `generate`. Fails when there is none: the video may exist all the same. */
export function fromCreated(answer: unknown): string {
  const known = created.safeParse(answer);
  if (known.success) return known.data;
  const keys = plainText(keysOf(answer).join(", "), 200);
  const shape = keys ? `its keys are ${keys}` : "it has no keys";
  throw new ShowreelError("provider_error", `The answer holds no projectId: ${shape}.`, { unanswered: true });
}

// One level down as well: whoever reads it wants to know where the id is.
function keysOf(value: unknown, prefix = "", depth = 2): string[] {
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const innerKeys = keysOf(inner, `${prefix}${key}.`, depth - 1);
    return innerKeys.length > 0 ? innerKeys : [`${prefix}${key}`];
  });
}

/** What `GET /api/v1/video/status/{projectId}` says of the job; a finished one still needs its link. */
export function fromStatus(job: VideoJob, { status, error, message }: Status): JobStatus | "completed" {
  const word = status.toLowerCase();
  if (word === "completed") return "completed";
  // An unknown word means "still working".
  if (word !== "failed") return { state: "pending", job, detail: word };
  const reason = [error, message].find((words) => words && plainText(words) !== "");
  return { state: "failed", job, reason: reason ?? "ReelBot gives no reason" };
}

/** The job of a finished project, with a link that works for an hour. ReelBot burns captions in. */
export function fromDownload(job: VideoJob, link: string): JobStatus {
  const nothing = { subtitlesUrl: undefined, thumbnailUrl: undefined, pageUrl: undefined };
  return { state: "completed", job, video: { url: link, ...nothing, durationSeconds: undefined } };
}
