import type { Runtime } from "../base/runtime.ts";
import type { JobStore, Memory } from "../jobs/job-store.ts";
import { entryPaths, withEntryFile } from "./cache-entry.ts";
import { type CacheEntry, intentKey, jobKey, prefixOf, readKey, turnKey, voidKey } from "./cache-key.ts";
import { overhear } from "./capture-output.ts";

/**
 * Remembers in the Actions cache, where neither a cancelled run nor a killed machine reaches. Every method fails with the reason when the service does not do its part.
 */
export function createActionsCacheStore(runtime: Runtime): JobStore {
  const now = () => runtime.now();
  return {
    load,
    async intend(fingerprint, generation, { at, mark }, turn) {
      await write(runtime, (again) => intentKey(fingerprint, generation, at, now() + again, mark));
      if (turn === undefined) return 0;
      const mine = await takeTurn(runtime, (number) => turnKey(fingerprint, generation, number), turn);
      // Who had the turn before may be done since this process looked.
      return (await find(fingerprint, `${generation}-job-`)) === undefined ? mine : "taken";
    },
    remember: (fingerprint, generation, job) =>
      write(runtime, (again) => jobKey(fingerprint, generation, job, now() + again)),
    forget: (fingerprint, generation) =>
      write(runtime, (again) => voidKey(fingerprint, generation, now() + again)),
  };
}

// Entries of one second have no certain order, so the kinds that count for more are asked for by name.
async function load(fingerprint: string): Promise<Memory> {
  const newest = await find(fingerprint, "");
  if (!newest) return { generation: 1 };
  let { generation } = newest;
  while (await find(fingerprint, `${generation}-void-`)) {
    generation += 1;
    if (!(await find(fingerprint, `${generation}-`))) return { generation };
  }
  const job = await find(fingerprint, `${generation}-job-`);
  const intent = await find(fingerprint, `${generation}-intent-`);
  const turn = await find(fingerprint, `${generation}-turn-`);
  return {
    generation,
    ...(job?.kind === "job" && { job: job.job }),
    ...(intent?.kind === "intent" && {
      intent: { at: intent.at, ...(intent.mark && { mark: intent.mark }) },
    }),
    // Who took a turn was about to submit, although the note of when is lost.
    ...(turn?.kind === "turn" && !intent && !job && { intent: { at: 0 } }),
    ...(turn?.kind === "turn" && { turns: turn.number }),
  };
}

async function find(fingerprint: string, rest: string): Promise<CacheEntry | undefined> {
  const key = await lookUp(prefixOf(fingerprint) + rest);
  return key === undefined ? undefined : readKey(fingerprint, key);
}

async function lookUp(prefix: string): Promise<string | undefined> {
  const { restoreCache } = await import("@actions/cache");
  const { result, complaint } = await overhear(() =>
    restoreCache([...entryPaths], prefix, [prefix], { lookupOnly: true }, true),
  );
  if (result === undefined && complaint) throw new Error(complaint);
  return result;
}

// A service may say that it has written what nobody ever sees again, or what others see a quarter of a minute later: what is
// written is waited for, and written once more under another key if it does not appear.
async function write(runtime: Runtime, keyOf: (again: number) => string): Promise<void> {
  const keys: string[] = [];
  let reason = "the entry was not written";
  for (const [again, seconds] of [appearsSoonSeconds, appearsAtLastSeconds].entries()) {
    const key = keyOf(again);
    const { id, complaint } = await save(key);
    keys.push(key);
    if (await appears(runtime, keys, id === -1 ? 0 : seconds)) return;
    reason = complaint ?? reason;
    if (complaint && isDenied(complaint)) break;
  }
  throw new Error(reason);
}

const isDenied = (complaint: string) => /denied|read.?only|scope|permission|forbidden/i.test(complaint);

// An id means that this process was the first and only writer of the key. A key that is taken but does not appear was
// reserved by a process that died before it had written it: then the next number decides.
async function takeTurn(
  runtime: Runtime,
  keyOf: (turn: number) => string,
  turn: number,
): Promise<number | "taken"> {
  for (let number = turn; number < turn + 5; number += 1) {
    const { id, complaint } = await save(keyOf(number));
    if (id !== -1) return number;
    if (complaint && !/already exists|another job/i.test(complaint)) throw new Error(complaint);
    if (await appears(runtime, [keyOf(number)], appearsAtLastSeconds)) return "taken";
  }
  return "taken";
}

const appearsSoonSeconds = 4;
// From the reservation of a key to the entry that others see a slow service takes a quarter of a minute.
const appearsAtLastSeconds = 20;

/** Whether one of the keys is seen, now or within so many seconds. */
async function appears(runtime: Runtime, keys: readonly string[], seconds: number): Promise<boolean> {
  for (let second = 0; ; second += 1) {
    for (const key of keys) if ((await lookUp(key)) === key) return true;
    if (second >= seconds) return false;
    await runtime.sleep(1_000);
  }
}

async function save(key: string): Promise<{ id: number; complaint: string | undefined }> {
  const { saveCache } = await import("@actions/cache");
  const { result, complaint } = await withEntryFile(key, (paths) =>
    overhear(() => saveCache(paths, key, {}, true)),
  );
  return { id: result, complaint };
}
