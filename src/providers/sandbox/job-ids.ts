import { createHash } from "node:crypto";

export type ResourceKind = "session" | "video";

/** Returns a name for a job: the same key at the same time gives the same one. */
export function jobName(idempotencyKey: string, now: number): string {
  const digest = createHash("sha256").update(idempotencyKey).digest("hex").slice(0, 12);
  return `${now.toString(36)}_${digest}`;
}

/** Returns the id of a job's session or video. */
export const idOf = (kind: ResourceKind, name: string) => `sandbox_${kind}_${name}`;

/** Returns the name of the job in an id; undefined for an id that the sandbox did not create. */
export function nameOf(kind: ResourceKind, id: string): string | undefined {
  return new RegExp(`^sandbox_${kind}_([0-9a-z]{8,9}_[0-9a-f]{12})$`).exec(id)?.[1];
}

/** Returns when a job was created, in milliseconds since 1970. */
export function createdAt(name: string): number {
  return Number.parseInt(name.split("_")[0] ?? "", 36);
}
