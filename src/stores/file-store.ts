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
import type { JobStore, SubmitIntent } from "../jobs/job-store.ts";

const idSchema = z.string().regex(/^[\w.~:-]{1,128}$/);

// What lies on a disk may come from anybody: it is read as strictly as an answer.
const entrySchema = z.object({
  generation: z.int().positive(),
  job: z
    .object({ provider: z.string(), surface: z.string(), ids: z.record(z.string(), idSchema) })
    .optional(),
  intent: z.object({ at: z.number(), mark: z.string().optional() }).optional(),
});
type StoredEntry = z.infer<typeof entrySchema>;

/**
 * Remembers in one JSON file for each fingerprint, written atomically: for the command line, and where there is no
 * cache service. A CI system may cache the folder. What was torn by a power cut or cannot be read is no memory, and no
 * proof either: it counts as an intent of the time at which it was written.
 */
export function createFileStore(folder: string): JobStore {
  const fileOf = (fingerprint: string) => join(folder, `${fingerprint}.json`);
  const turnsOf = (fingerprint: string, generation: number) =>
    join(folder, `${fingerprint}-g${generation}.turn-`);
  return {
    async load(fingerprint) {
      if (!(await realFolderExists(folder))) return { renderAttempt: 1 };
      const { generation, job, intent } = await readStoredEntry(fileOf(fingerprint));
      const turns = await listLocks(turnsOf(fingerprint, generation));
      const last = turns.at(-1);
      // Who took a turn was about to submit.
      const meant = intent ?? (!job && last ? { at: await modifiedAt(last.path) } : undefined);
      return {
        renderAttempt: generation,
        ...(job && { job }),
        ...(meant && { intent: toIntent(meant) }),
        ...(last && { lastLockNumber: last.number }),
      };
    },
    async recordIntent(fingerprint, generation, { at, textDigest }, turn) {
      const isMine =
        turn === undefined || (await createExclusive(`${turnsOf(fingerprint, generation)}${turn}`));
      // Who had the turn before may be done since this process looked.
      const now = await readStoredEntry(fileOf(fingerprint));
      const isDone = now.generation > generation || (now.generation === generation && now.job !== undefined);
      if (!isMine || (turn !== undefined && isDone)) return "taken";
      await writeStoredEntry(fileOf(fingerprint), {
        generation,
        intent: { at, ...(textDigest && { mark: textDigest }) },
      });
      return turn ?? 0;
    },
    async saveJob(fingerprint, generation, { provider, surface, ids }) {
      await writeStoredEntry(fileOf(fingerprint), {
        generation,
        job: { provider, surface, ids: { ...ids } },
      });
    },
    invalidate: (fingerprint, generation) =>
      writeStoredEntry(fileOf(fingerprint), { generation: generation + 1 }),
  };
}

const toIntent = ({ at, mark }: NonNullable<StoredEntry["intent"]>): SubmitIntent => ({
  at,
  ...(mark && { textDigest: mark }),
});

async function readStoredEntry(path: string): Promise<StoredEntry> {
  try {
    const bytes = await readRegularFile(path);
    if (bytes === undefined) return { generation: 1 };
    const known = entrySchema.safeParse(parseJson(bytes.toString("utf8"))).data;
    if (known) return known;
  } catch {
    // What lies there is told by when it was put there.
  }
  return { generation: 1, intent: { at: await modifiedAt(path) } };
}

async function modifiedAt(path: string): Promise<number> {
  return Math.floor((await lstat(path)).mtimeMs);
}

async function listLocks(start: string): Promise<{ path: string; number: number }[]> {
  const names = await readdir(dirname(start));
  const numbers = names
    .filter((name) => name.startsWith(basename(start)))
    .map((name) => Number(name.slice(basename(start).length)))
    .filter((number) => Number.isInteger(number) && number > 0);
  return numbers.sort((one, other) => one - other).map((number) => ({ path: `${start}${number}`, number }));
}

// Whether this process has made the file, and nobody before it.
async function createExclusive(file: string): Promise<boolean> {
  await makeRealFolder(dirname(file));
  try {
    await writeFile(file, "", { flag: "wx" });
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

async function writeStoredEntry(file: string, content: StoredEntry): Promise<void> {
  await makeRealFolder(dirname(file));
  await replaceFile(file, JSON.stringify(content));
}
