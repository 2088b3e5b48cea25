import type { VideoJob } from "../jobs/provider.ts";

/** What an entry of the cache says. All of it is in the key, so that looking it up downloads nothing. */
export type CacheEntry =
  | {
      readonly kind: "intent";
      readonly renderAttempt: number;
      readonly at: number;
      readonly textDigest?: string;
    }
  | { readonly kind: "job"; readonly renderAttempt: number; readonly job: VideoJob }
  | { readonly kind: "turn"; readonly renderAttempt: number; readonly number: number }
  | { readonly kind: "void"; readonly renderAttempt: number };

/** The beginning of all keys of one logical video; a fingerprint has a fixed length, so no other shares it. */
export const cacheKeyPrefix = (fingerprint: string) => `showreel-v1-${fingerprint}-g`;

/** `at` makes the key unique: a key that a killed process has reserved can never be written again. */
export function intentCacheKey(
  fingerprint: string,
  generation: number,
  at: number,
  now: number,
  textDigest?: string,
): string {
  const end = textDigest === undefined ? "" : `-${textDigest}`;
  return `${cacheKeyPrefix(fingerprint)}${generation}-intent-${at}-${now}${end}`;
}

/** The one key that is meant to be taken: who writes it first has the turn. */
export function lockCacheKey(fingerprint: string, generation: number, lockNumber: number): string {
  return `${cacheKeyPrefix(fingerprint)}${generation}-turn-${lockNumber}`;
}

export function voidCacheKey(fingerprint: string, generation: number, now: number): string {
  return `${cacheKeyPrefix(fingerprint)}${generation}-void-${now}`;
}

export function jobCacheKey(fingerprint: string, generation: number, job: VideoJob, now: number): string {
  // Some cache servers give keys back in lower case, so what is upper case is written by its number.
  const ids = String(new URLSearchParams(job.ids)).replace(/%..|[A-Z]/g, (part) =>
    part.length > 1 ? part.toLowerCase() : `%${part.charCodeAt(0).toString(16)}`,
  );
  return `${cacheKeyPrefix(fingerprint)}${generation}-job-${now}-${job.provider}-${job.surface}-${ids}`;
}

/** Reads a key that came back; undefined for one that is not of our making. Ids are untrusted and checked by pattern. */
export function parseCacheKey(fingerprint: string, key: string): CacheEntry | undefined {
  if (!key.startsWith(cacheKeyPrefix(fingerprint))) return undefined;
  const rest = key.slice(cacheKeyPrefix(fingerprint).length);
  const [, number, kind, value = ""] = /^(\d{1,6})-(intent|turn|void|job)-(.*)$/.exec(rest) ?? [];
  const generation = Number(number);
  if (kind === "void") return { kind, renderAttempt: generation };
  if (kind === "turn")
    return /^\d{1,6}$/.test(value) ? { kind, renderAttempt: generation, number: Number(value) } : undefined;
  if (kind === "job") return parseJobEntry(generation, value);
  const [, at, mark] = /^(\d+)-\d+(?:-([0-9a-f]{16}))?$/.exec(value) ?? [];
  return kind && at
    ? { kind: "intent", renderAttempt: generation, at: Number(at), ...(mark && { textDigest: mark }) }
    : undefined;
}

function parseJobEntry(generation: number, value: string): CacheEntry | undefined {
  const [, provider, surface, query] = /^\d+-(\w+)-(\w+)-(.+)$/.exec(value) ?? [];
  const ids = Object.fromEntries(new URLSearchParams(query));
  const wellFormed = Object.entries(ids).every(
    ([name, id]) => /^\w+$/.test(name) && /^[\w.~:-]{1,128}$/.test(id),
  );
  if (!provider || !surface || !wellFormed) return undefined;
  return { kind: "job", renderAttempt: generation, job: { provider, surface, ids } };
}
