import type { VideoJob } from "../jobs/provider.ts";

/** What an entry of the cache says. All of it is in the key, so that looking it up downloads nothing. */
export type CacheEntry =
  | { readonly kind: "intent"; readonly generation: number; readonly at: number; readonly mark?: string }
  | { readonly kind: "job"; readonly generation: number; readonly job: VideoJob }
  | { readonly kind: "turn"; readonly generation: number; readonly number: number }
  | { readonly kind: "void"; readonly generation: number };

/** The beginning of all keys of one logical video; a fingerprint has a fixed length, so no other shares it. */
export const prefixOf = (fingerprint: string) => `showreel-v1-${fingerprint}-g`;

/** `at` makes the key unique: a key that a killed process has reserved can never be written again. */
export function intentKey(
  fingerprint: string,
  generation: number,
  at: number,
  now: number,
  mark?: string,
): string {
  const end = mark === undefined ? "" : `-${mark}`;
  return `${prefixOf(fingerprint)}${generation}-intent-${at}-${now}${end}`;
}

/** The one key that is meant to be taken: who writes it first has the turn. */
export function turnKey(fingerprint: string, generation: number, turn: number): string {
  return `${prefixOf(fingerprint)}${generation}-turn-${turn}`;
}

export function voidKey(fingerprint: string, generation: number, now: number): string {
  return `${prefixOf(fingerprint)}${generation}-void-${now}`;
}

export function jobKey(fingerprint: string, generation: number, job: VideoJob, now: number): string {
  // Some cache servers give keys back in lower case, so what is upper case is written by its number.
  const ids = String(new URLSearchParams(job.ids)).replace(/%..|[A-Z]/g, (part) =>
    part.length > 1 ? part.toLowerCase() : `%${part.charCodeAt(0).toString(16)}`,
  );
  return `${prefixOf(fingerprint)}${generation}-job-${now}-${job.provider}-${job.surface}-${ids}`;
}

/** Reads a key that came back; undefined for one that is not of our making. Ids are untrusted and checked by pattern. */
export function readKey(fingerprint: string, key: string): CacheEntry | undefined {
  if (!key.startsWith(prefixOf(fingerprint))) return undefined;
  const rest = key.slice(prefixOf(fingerprint).length);
  const [, number, kind, value = ""] = /^(\d{1,6})-(intent|turn|void|job)-(.*)$/.exec(rest) ?? [];
  const generation = Number(number);
  if (kind === "void") return { kind, generation };
  if (kind === "turn")
    return /^\d{1,6}$/.test(value) ? { kind, generation, number: Number(value) } : undefined;
  if (kind === "job") return readJob(generation, value);
  const [, at, mark] = /^(\d+)-\d+(?:-([0-9a-f]{16}))?$/.exec(value) ?? [];
  return kind && at ? { kind: "intent", generation, at: Number(at), ...(mark && { mark }) } : undefined;
}

function readJob(generation: number, value: string): CacheEntry | undefined {
  const [, provider, surface, query] = /^\d+-(\w+)-(\w+)-(.+)$/.exec(value) ?? [];
  const ids = Object.fromEntries(new URLSearchParams(query));
  const wellFormed = Object.entries(ids).every(
    ([name, id]) => /^\w+$/.test(name) && /^[\w.~:-]{1,128}$/.test(id),
  );
  if (!provider || !surface || !wellFormed) return undefined;
  return { kind: "job", generation, job: { provider, surface, ids } };
}
