import { createHash } from "node:crypto";

interface Origin {
  /** JSON with the prompt or the script. */
  readonly body: string;
  readonly idempotencyKey: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * The sandbox keeps nothing: an id says when the job began and whether it fails, so that a later process can take the
 * video up as well. The same key in the same moment gives the same id.
 */
export function newId(kind: "session" | "video", { body, idempotencyKey, now }: Origin): string {
  const { prompt = "", script = prompt } = JSON.parse(body);
  const fate = /\bfail\b/i.test(script) ? "fail" : "ok";
  const mark = createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 6);
  return `sandbox_${kind}_${now.toString(36)}_${fate}_${mark}`;
}

/** What an id says; undefined for one that the sandbox did not make. */
export function readId(
  kind: "session" | "video",
  id: string,
): { readonly createdAt: number; readonly fails: boolean } | undefined {
  const [, time = "", fate] = new RegExp(`^sandbox_${kind}_([0-9a-z]{8,9})_(ok|fail)_`).exec(id) ?? [];
  return fate === undefined ? undefined : { createdAt: Number.parseInt(time, 36), fails: fate === "fail" };
}
