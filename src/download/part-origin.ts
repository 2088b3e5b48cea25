import { constants } from "node:fs";
import { lstat, open, readFile, rm } from "node:fs/promises";
import { z } from "zod";

/** What is known of the whole file that a `.part` is the beginning of. */
export interface Origin {
  /** What `If-Range` sends, so that only the same file is continued: a strong ETag or a date. */
  readonly validator?: string | undefined;
  /** Length of the whole, in bytes. */
  readonly total?: number | undefined;
}

const note = z.object({
  name: z.string(),
  validator: z.string().max(1_000).optional(),
  total: z.number().int().nonnegative().optional(),
});

const noteBeside = (part: string) => `${part}.json`;

/** What an earlier run noted beside a `.part` of the file with this name; undefined when it is of no use. */
export async function readOrigin(part: string, name: string): Promise<Origin | undefined> {
  try {
    const found = await lstat(noteBeside(part));
    if (!found.isFile() || found.size > longestNote) return undefined;
    const text = await readFile(noteBeside(part), { encoding: "utf8", flag: noSurprise });
    const { name: noted, ...origin } = note.parse(JSON.parse(text));
    return noted === name && origin.validator !== undefined ? origin : undefined;
  } catch {
    return undefined;
  }
}

/** Notes it for a later run. */
export async function writeOrigin(part: string, name: string, origin: Origin): Promise<void> {
  await forgetOrigin(part);
  const file = await open(noteBeside(part), "wx");
  try {
    await file.writeFile(JSON.stringify({ name, ...origin }));
  } finally {
    await file.close();
  }
}

export async function forgetOrigin(part: string): Promise<void> {
  await rm(noteBeside(part), { force: true });
}

// No link is followed, and a pipe that somebody has laid there is not waited for.
const noSurprise = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
const longestNote = 10_000;
