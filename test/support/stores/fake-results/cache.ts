import { z } from "zod";
import { openBlob, signBlobUrl } from "./blobs.ts";
import { type CacheEntry, defineMethod, type Method, type ResultsState, refuse } from "./state.ts";

const identity = z.object({ key: z.string().min(1).max(512), version: z.string().min(1) });

/** The methods of `CacheService` v2, by name. An entry is immutable, and visible when it is finalized. */
export const cacheMethods: Record<string, Method> = {
  CreateCacheEntry: defineMethod(identity, (state, { key, version }) => {
    if (state.reservedEntries.has(toId(key, version)) || findExact(state, key, version) !== undefined) {
      const taken = "cache entry with the same key, version, and scope already exists";
      return refuse(409, "already_exists", taken);
    }
    const blobId = openBlob(state, { fileName: "cache.tzst" });
    state.reservedEntries.set(toId(key, version), blobId);
    return { status: 200, body: { ok: true, signed_upload_url: signBlobUrl(state, blobId) } };
  }),

  FinalizeCacheEntryUpload: defineMethod(
    identity.extend({ size_bytes: z.string().default("0") }),
    (state, { key, version, size_bytes: size }) => {
      const bytes = state.blobs.get(state.reservedEntries.get(toId(key, version)) ?? "")?.bytes;
      if (bytes === undefined) return refuse(404, "not_found", "nothing was uploaded");
      if (size !== String(bytes.length)) return refuse(400, "invalid_argument", `size is ${bytes.length}`);
      state.reservedEntries.delete(toId(key, version));
      state.cacheEntries.push({ key, version, bytes });
      return { status: 200, body: { ok: true, entry_id: String(state.nextId++) } };
    },
  ),

  GetCacheEntryDownloadURL: defineMethod(
    identity.extend({ restore_keys: z.array(z.string()).default([]) }),
    (state, { key, version, restore_keys: restoreKeys }) => {
      const entry = findExact(state, key, version) ?? findByPrefix(state, [key, ...restoreKeys], version);
      if (entry === undefined) return { status: 200, body: { ok: false } };
      const blobId = openBlob(state, { fileName: "cache.tzst", ...(entry.bytes && { bytes: entry.bytes }) });
      const url = signBlobUrl(state, blobId);
      return { status: 200, body: { ok: true, signed_download_url: url, matched_key: entry.key } };
    },
  ),
};

function toId(key: string, version: string): string {
  return JSON.stringify([key, version]);
}

function findExact(state: ResultsState, key: string, version: string): CacheEntry | undefined {
  return state.cacheEntries.find((entry) => entry.key === key && entry.version === version);
}

/** Returns the newest match of the first prefix with a match. */
function findByPrefix(state: ResultsState, prefixes: string[], version: string): CacheEntry | undefined {
  return prefixes
    .map((prefix) => state.cacheEntries.findLast((e) => e.version === version && e.key.startsWith(prefix)))
    .find((entry) => entry !== undefined);
}
