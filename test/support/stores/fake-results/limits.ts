import type { Reply, ResultsState } from "./state.ts";

/** Limits of a cache that its users do not see as errors. */
export type CacheLimit =
  | "reads and never writes"
  | "is down in the first attempt"
  | "loses every second write"
  | "loses every write"
  | "forgets between attempts";

/** A limited cache, as seen by one fake service. */
export interface LimitedCache {
  /** The response instead of the usual one; undefined without a limit. */
  answer(operation: string): Reply | undefined;
  /** Called after the usual response. */
  afterwards(operation: string, state: ResultsState): void;
  beginAttempt(state: ResultsState): void;
}

// Since June 2026 GitHub gives such a token to events that people without write permission can start.
const denied = { ok: false, message: "cache write denied: token has no writable scopes" };
const down = { code: "unavailable", msg: "down" };

const cacheOperations = ["CreateCacheEntry", "FinalizeCacheEntryUpload", "GetCacheEntryDownloadURL"];

export function limitCache(limit: CacheLimit | undefined): LimitedCache {
  let [attempt, writes] = [0, 0];
  return {
    answer(operation) {
      if (limit === "reads and never writes" && operation === "CreateCacheEntry")
        return { status: 200, body: denied };
      const isDown = limit === "is down in the first attempt" && attempt <= 1;
      return isDown && cacheOperations.includes(operation) ? { status: 503, body: down } : undefined;
    },
    afterwards(operation, state) {
      if (operation !== "FinalizeCacheEntryUpload") return;
      writes += 1;
      if (limit === "loses every write" || (limit === "loses every second write" && writes % 2 === 0))
        state.cacheEntries.pop();
    },
    beginAttempt(state) {
      attempt += 1;
      if (limit === "forgets between attempts") state.cacheEntries.length = 0;
    },
  };
}
