import { idPattern } from "../base/text/id-pattern.ts";
import type { SubmitIntent } from "../jobs/job-store.ts";
import type { VideoJob } from "../jobs/provider.ts";

/** The content of a cache entry. All of it is in the key, so a lookup downloads nothing. */
export type CacheEntry =
  | {
      readonly kind: "intent";
      readonly renderAttempt: number;
      readonly at: number;
      readonly textDigest?: string;
    }
  | { readonly kind: "job"; readonly renderAttempt: number; readonly job: VideoJob }
  | { readonly kind: "lock"; readonly renderAttempt: number; readonly number: number }
  | { readonly kind: "void"; readonly renderAttempt: number };

/**
 * Returns the prefix of all keys of one video. Fingerprints have a fixed length, so keys of other videos
 * don't match it.
 */
export const cacheKeyPrefix = (fingerprint: string) => `showreel-v1-${fingerprint}-g`;

/**
 * Returns the key of a submit intent. `now` makes it unique: a key that a killed process has reserved can
 * never be written again.
 */
export function intentCacheKey(
  fingerprint: string,
  renderAttempt: number,
  { at, textDigest }: SubmitIntent,
  now: number,
): string {
  const suffix = textDigest === undefined ? "" : `-${textDigest}`;
  return `${cacheKeyPrefix(fingerprint)}${renderAttempt}-intent-${at}-${now}${suffix}`;
}

/**
 * Returns the key of a submit lock. It is the only key that is the same in all processes: the first to write
 * it has the lock.
 */
export function lockCacheKey(fingerprint: string, renderAttempt: number, lockNumber: number): string {
  return `${cacheKeyPrefix(fingerprint)}${renderAttempt}-turn-${lockNumber}`;
}

/** Returns the key that marks a render attempt as ended. */
export function voidCacheKey(fingerprint: string, renderAttempt: number, now: number): string {
  return `${cacheKeyPrefix(fingerprint)}${renderAttempt}-void-${now}`;
}

export function jobCacheKey(fingerprint: string, renderAttempt: number, job: VideoJob, now: number): string {
  // Some cache servers return keys in lower case, so upper-case letters are percent-encoded.
  const ids = String(new URLSearchParams(job.ids)).replace(/%..|[A-Z]/g, (part) =>
    part.length > 1 ? part.toLowerCase() : `%${part.charCodeAt(0).toString(16)}`,
  );
  return `${cacheKeyPrefix(fingerprint)}${renderAttempt}-job-${now}-${job.provider}-${job.surface}-${ids}`;
}

/** Parses an untrusted key that the service returned; undefined when it or one of its ids is malformed. */
export function parseCacheKey(fingerprint: string, key: string): CacheEntry | undefined {
  if (!key.startsWith(cacheKeyPrefix(fingerprint))) return undefined;
  const rest = key.slice(cacheKeyPrefix(fingerprint).length);
  const [, attempt, kind, value = ""] = /^(\d{1,6})-(intent|turn|void|job)-(.*)$/.exec(rest) ?? [];
  const renderAttempt = Number(attempt);
  if (kind === "void") return { kind, renderAttempt };
  if (kind === "turn")
    return /^\d{1,6}$/.test(value) ? { kind: "lock", renderAttempt, number: Number(value) } : undefined;
  if (kind === "job") return parseJob(renderAttempt, value);
  const [, at, textDigest] = /^(\d+)-\d+(?:-([0-9a-f]{16}))?$/.exec(value) ?? [];
  return kind && at
    ? { kind: "intent", renderAttempt, at: Number(at), ...(textDigest && { textDigest }) }
    : undefined;
}

function parseJob(renderAttempt: number, value: string): CacheEntry | undefined {
  const [, provider, surface, query] = /^\d+-(\w+)-(\w+)-(.+)$/.exec(value) ?? [];
  const ids = Object.fromEntries(new URLSearchParams(query));
  const isWellFormed = Object.entries(ids).every(([name, id]) => /^\w+$/.test(name) && idPattern.test(id));
  if (!provider || !surface || !isWellFormed) return undefined;
  return { kind: "job", renderAttempt, job: { provider, surface, ids } };
}
