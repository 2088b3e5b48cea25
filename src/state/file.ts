import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import type { JobStore, Memory } from "../render/job-store.ts";

const id = z.string().regex(/^[\w.~:-]{1,128}$/);
const owner = z.object({ host: z.string(), pid: z.int().positive(), attempt: z.int().nonnegative() });
type Owner = z.infer<typeof owner>;

// What lies on a disk may come from anybody: it is read as strictly as an answer.
const entry = z.object({
  generation: z.int().positive(),
  job: z.object({ provider: z.string(), surface: z.string(), ids: z.record(z.string(), id) }).optional(),
  intent: z.object({ at: z.number() }).optional(),
});
type Entry = z.infer<typeof entry>;

/**
 * Remembers in one JSON file for each fingerprint, written atomically: for the command line, and where there is no
 * cache service. `attempt` is the run's, 0 where there is none; a CI system may cache the folder.
 */
export function createFileStore(folder: string, attempt: number): JobStore {
  const me: Owner = { host: hostname(), pid: process.pid, attempt };
  const fileOf = (fingerprint: string) => join(folder, `${fingerprint}.json`);
  const read = async (fingerprint: string): Promise<Entry> => {
    const text = await readFile(fileOf(fingerprint), "utf8").catch(() => "");
    return entry.safeParse(parseJson(text)).data ?? { generation: 1 };
  };
  return {
    load: async (fingerprint) => toMemory(await read(fingerprint)),
    async intend(fingerprint, generation, at, exclusive) {
      if (exclusive && !(await takeTurn(folder, `${fingerprint}-g${generation}`, me))) return false;
      // Who had the turn before may be done since this process looked.
      const now = await read(fingerprint);
      if (exclusive && now.generation === generation && now.job) return false;
      await write(fileOf(fingerprint), { generation, intent: { at } });
      return true;
    },
    async remember(fingerprint, generation, { provider, surface, ids }) {
      await write(fileOf(fingerprint), { generation, job: { provider, surface, ids: { ...ids } } });
    },
    forget: (fingerprint, generation) => write(fileOf(fingerprint), { generation: generation + 1 }),
  };
}

function toMemory({ generation, job, intent }: Entry): Memory {
  return { generation, ...(job && { job }), ...(intent && { intent }) };
}

// A process of this machine can be asked for; of another machine only a later attempt of the run says that it ended.
function isGone(other: Owner, me: Owner): boolean {
  if (other.attempt < me.attempt) return true;
  if (other.host !== me.host) return false;
  try {
    return other.pid !== me.pid && !process.kill(other.pid, 0);
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

// Turns are numbered files that exist or do not: who makes the next one, when the last owner is gone, has the turn.
async function takeTurn(folder: string, name: string, me: Owner): Promise<boolean> {
  for (let turn = 1; ; turn += 1) {
    const file = join(folder, `${name}.turn-${turn}`);
    if (await writeNew(file, JSON.stringify(me))) return true;
    const known = owner.safeParse(parseJson(await readFile(file, "utf8").catch(() => "")));
    if (!known.success || !isGone(known.data, me)) return false;
  }
}

// Written aside and linked into place: nobody ever sees half a file, and nobody's file is replaced.
async function writeNew(file: string, text: string): Promise<boolean> {
  const aside = await writeAside(file, text);
  try {
    await link(aside, file);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

async function write(file: string, content: Entry): Promise<void> {
  await rename(await writeAside(file, JSON.stringify(content)), file);
}

async function writeAside(file: string, text: string): Promise<string> {
  const aside = `${file}.${randomUUID()}`;
  await mkdir(join(file, ".."), { recursive: true });
  await writeFile(aside, text, { flag: "wx" });
  return aside;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
