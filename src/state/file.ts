import { readdir, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { systemCode } from "../base/errors.ts";
import { makeRealFolder, readRegularFile, replaceFile } from "../base/regular-file.ts";
import type { Intent, JobStore } from "../render/job-store.ts";

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
 * cache service. A CI system may cache the folder.
 */
export function createFileStore(folder: string): JobStore {
  const fileOf = (fingerprint: string) => join(folder, `${fingerprint}.json`);
  const turnOf = (fingerprint: string, generation: number) =>
    join(folder, `${fingerprint}-g${generation}.turn-`);
  const read = async (fingerprint: string): Promise<Entry> => {
    const bytes = await readRegularFile(fileOf(fingerprint)).catch(() => undefined);
    return entry.safeParse(parseJson(String(bytes))).data ?? { generation: 1 };
  };
  return {
    async load(fingerprint) {
      const { generation, job, intent } = await read(fingerprint);
      const turns = await countFiles(turnOf(fingerprint, generation));
      return {
        generation,
        ...(job && { job }),
        ...(intent && { intent: toIntent(intent) }),
        ...(turns > 0 && { turns }),
      };
    },
    async intend(fingerprint, generation, at, turn, mark) {
      const isMine = turn === undefined || (await writeNew(`${turnOf(fingerprint, generation)}${turn}`));
      // Who had the turn before may be done since this process looked.
      const now = await read(fingerprint);
      const isDone = now.generation > generation || (now.generation === generation && now.job !== undefined);
      if (!isMine || (turn !== undefined && isDone)) return false;
      await write(fileOf(fingerprint), { generation, intent: { at, ...(mark && { mark }) } });
      return true;
    },
    async remember(fingerprint, generation, { provider, surface, ids }) {
      await write(fileOf(fingerprint), { generation, job: { provider, surface, ids: { ...ids } } });
    },
    forget: (fingerprint, generation) => write(fileOf(fingerprint), { generation: generation + 1 }),
  };
}

const toIntent = ({ at, mark }: NonNullable<Entry["intent"]>): Intent => ({ at, ...(mark && { mark }) });

async function countFiles(start: string): Promise<number> {
  const names = await readdir(dirname(start)).catch(() => []);
  return names.filter((name) => name.startsWith(basename(start)) && /\d$/.test(name)).length;
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
