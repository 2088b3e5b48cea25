import { lstat, readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { systemCode } from "../base/errors.ts";
import { isRealFolder, makeRealFolder, readRegularFile, replaceFile } from "../base/files/regular-file.ts";
import type { Intent, JobStore } from "../jobs/job-store.ts";

const id = z.string().regex(/^[\w.~:-]{1,128}$/);

// What lies on a disk may come from anybody: it is read as strictly as an answer.
const entry = z.object({
  generation: z.int().positive(),
  job: z.object({ provider: z.string(), surface: z.string(), ids: z.record(z.string(), id) }).optional(),
  intent: z.object({ at: z.number(), mark: z.string().optional() }).optional(),
});
type Entry = z.infer<typeof entry>;

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
      if (!(await isRealFolder(folder))) return { generation: 1 };
      const { generation, job, intent } = await read(fileOf(fingerprint));
      const turns = await listTurns(turnsOf(fingerprint, generation));
      const last = turns.at(-1);
      // Who took a turn was about to submit.
      const meant = intent ?? (!job && last ? { at: await writtenAt(last.path) } : undefined);
      return {
        generation,
        ...(job && { job }),
        ...(meant && { intent: toIntent(meant) }),
        ...(last && { turns: last.number }),
      };
    },
    async intend(fingerprint, generation, { at, mark }, turn) {
      const isMine = turn === undefined || (await writeNew(`${turnsOf(fingerprint, generation)}${turn}`));
      // Who had the turn before may be done since this process looked.
      const now = await read(fileOf(fingerprint));
      const isDone = now.generation > generation || (now.generation === generation && now.job !== undefined);
      if (!isMine || (turn !== undefined && isDone)) return "taken";
      await write(fileOf(fingerprint), { generation, intent: { at, ...(mark && { mark }) } });
      return turn ?? 0;
    },
    async remember(fingerprint, generation, { provider, surface, ids }) {
      await write(fileOf(fingerprint), { generation, job: { provider, surface, ids: { ...ids } } });
    },
    forget: (fingerprint, generation) => write(fileOf(fingerprint), { generation: generation + 1 }),
  };
}

const toIntent = ({ at, mark }: NonNullable<Entry["intent"]>): Intent => ({ at, ...(mark && { mark }) });

async function read(path: string): Promise<Entry> {
  try {
    const bytes = await readRegularFile(path);
    if (bytes === undefined) return { generation: 1 };
    const known = entry.safeParse(parseJson(bytes.toString("utf8"))).data;
    if (known) return known;
  } catch {
    // What lies there is told by when it was put there.
  }
  return { generation: 1, intent: { at: await writtenAt(path) } };
}

async function writtenAt(path: string): Promise<number> {
  return Math.floor((await lstat(path)).mtimeMs);
}

async function listTurns(start: string): Promise<{ path: string; number: number }[]> {
  const names = await readdir(dirname(start));
  const numbers = names
    .filter((name) => name.startsWith(basename(start)))
    .map((name) => Number(name.slice(basename(start).length)))
    .filter((number) => Number.isInteger(number) && number > 0);
  return numbers.sort((one, other) => one - other).map((number) => ({ path: `${start}${number}`, number }));
}

// Whether this process has made the file, and nobody before it.
async function writeNew(file: string): Promise<boolean> {
  await makeRealFolder(dirname(file));
  try {
    await writeFile(file, "", { flag: "wx" });
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

async function write(file: string, content: Entry): Promise<void> {
  await makeRealFolder(dirname(file));
  await replaceFile(file, JSON.stringify(content));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
