import { lstat, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { systemCode } from "../base/errors.ts";
import {
  makeRealFolder,
  readRegularFile,
  realFolderExists,
  replaceFile,
} from "../base/files/regular-file.ts";
import { parseJson } from "../base/parse-json.ts";
import { idPattern } from "../base/text/id-pattern.ts";
import type { JobStore, SubmitIntent } from "../jobs/job-store.ts";

/**
 * Stores jobs as one JSON file per fingerprint, written atomically: for the command line, and where there is
 * no Actions cache. A CI system may cache the folder. A truncated or unreadable file counts as a submit
 * intent from the time at which it was written, not as "no job".
 */
export function createFileStore(folder: string): JobStore {
  const entryPath = (fingerprint: string) => join(folder, `${fingerprint}.json`);
  const lockPrefix = (fingerprint: string, renderAttempt: number) =>
    join(folder, `${fingerprint}-g${renderAttempt}.turn-`);
  return {
    async load(fingerprint) {
      if (!(await realFolderExists(folder))) return { renderAttempt: 1 };
      const { generation, job, intent } = await readStoredEntry(entryPath(fingerprint));
      const lastLock = (await listLocks(lockPrefix(fingerprint, generation))).at(-1);
      // The holder of a lock without an intent was about to submit.
      const knownIntent = intent ?? (!job && lastLock ? { at: await modifiedAt(lastLock.path) } : undefined);
      return {
        renderAttempt: generation,
        ...(job && { job }),
        ...(knownIntent && { intent: toSubmitIntent(knownIntent) }),
        ...(lastLock && { lastLockNumber: lastLock.number }),
      };
    },
    async recordIntent(fingerprint, renderAttempt, { at, textDigest }, lockNumber) {
      const hasLock =
        lockNumber === undefined ||
        (await createExclusive(`${lockPrefix(fingerprint, renderAttempt)}${lockNumber}`));
      // The previous holder of the lock may have saved its job since this process loaded.
      const { generation, job } = await readStoredEntry(entryPath(fingerprint));
      const isDone = generation > renderAttempt || (generation === renderAttempt && job !== undefined);
      if (!hasLock || (lockNumber !== undefined && isDone)) return "taken";
      await writeStoredEntry(entryPath(fingerprint), {
        generation: renderAttempt,
        intent: { at, ...(textDigest && { mark: textDigest }) },
      });
      return lockNumber ?? 0;
    },
    async saveJob(fingerprint, renderAttempt, { provider, surface, ids }) {
      await writeStoredEntry(entryPath(fingerprint), {
        generation: renderAttempt,
        job: { provider, surface, ids: { ...ids } },
      });
    },
    invalidate: (fingerprint, renderAttempt) =>
      writeStoredEntry(entryPath(fingerprint), { generation: renderAttempt + 1 }),
  };
}

// Anyone can put a file into the folder, so it is validated as strictly as an API response. On disk, a render
// attempt is called `generation`, and the digest of a text `mark`.
const entrySchema = z.lazy(() =>
  z.object({
    generation: z.int().positive(),
    job: z
      .object({
        provider: z.string(),
        surface: z.string(),
        ids: z.record(z.string(), z.string().regex(idPattern)),
      })
      .optional(),
    intent: z.object({ at: z.number(), mark: z.string().optional() }).optional(),
  }),
);
type StoredEntry = z.infer<typeof entrySchema>;

function toSubmitIntent({ at, mark }: NonNullable<StoredEntry["intent"]>): SubmitIntent {
  return { at, ...(mark && { textDigest: mark }) };
}

async function readStoredEntry(path: string): Promise<StoredEntry> {
  try {
    const bytes = await readRegularFile(path);
    if (bytes === undefined) return { generation: 1 };
    const entry = entrySchema.safeParse(parseJson(bytes.toString("utf8"))).data;
    if (entry) return entry;
  } catch {
    // An unreadable entry is handled as an invalid one.
  }
  return { generation: 1, intent: { at: await modifiedAt(path) } };
}

async function writeStoredEntry(path: string, entry: StoredEntry): Promise<void> {
  await makeRealFolder(dirname(path));
  await replaceFile(path, JSON.stringify(entry));
}

async function modifiedAt(path: string): Promise<number> {
  return Math.floor((await lstat(path)).mtimeMs);
}

/** Returns the lock files whose path starts with this prefix, by ascending number. */
async function listLocks(prefix: string): Promise<{ path: string; number: number }[]> {
  const names = await readdir(dirname(prefix));
  const numbers = names
    .filter((name) => name.startsWith(basename(prefix)))
    .map((name) => Number(name.slice(basename(prefix).length)))
    .filter((number) => Number.isInteger(number) && number > 0);
  return numbers.sort((one, other) => one - other).map((number) => ({ path: `${prefix}${number}`, number }));
}

/** Creates an empty file. Returns false when the path already exists. */
async function createExclusive(path: string): Promise<boolean> {
  await makeRealFolder(dirname(path));
  try {
    await writeFile(path, "", { flag: "wx" });
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}
