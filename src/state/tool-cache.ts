import { createHash } from "node:crypto";
import { readdir, rm, stat, utimes } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import type { KeptVideo, KeptVideos, VideoName } from "../download/kept-videos.ts";

const maxBytes = 5 * 1024 ** 3;
const prefix = "showreel-";
// Videos play on every machine.
const anyArchitecture = "video";

/**
 * Finished videos in the runner's tool cache (`RUNNER_TOOL_CACHE`), which a self-hosted machine keeps: one folder for
 * each provider and id, the file named after its digest. The videos that were not used for longest go when all
 * together have more than 5 GiB.
 */
export function createToolCache(runtime: Runtime, folder: string): KeptVideos {
  const quietly = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work();
    } catch (error) {
      // A cache that fails is a cache that is empty.
      runtime.log.debug(`The tool cache failed: ${plainText(String(error))}`);
      return undefined;
    }
  };
  return {
    find: (name) => quietly(() => find(runtime, name)),
    async keep(name, video) {
      await quietly(() => keep(runtime, name, video));
      await quietly(() => removeOldest(folder));
    },
  };
}

// Loaded only where there is something to keep.
const load = () => import("@actions/tool-cache");

const toolOf = ({ provider }: VideoName) => `${prefix}${provider}`;
// The tool cache takes versions only: an id is made one.
const versionOf = ({ id }: VideoName) =>
  `1.0.0-id${createHash("sha256").update(id).digest("hex").slice(0, 32)}`;

async function find(runtime: Runtime, name: VideoName): Promise<KeptVideo | undefined> {
  const folder = (await load()).find(toolOf(name), versionOf(name), anyArchitecture);
  const file = folder === "" ? undefined : (await readdir(folder))[0];
  if (file === undefined) return undefined;
  const now = new Date(runtime.now());
  await utimes(folder, now, now);
  return { path: join(folder, file), sha256: basename(file, extname(file)) };
}

async function keep(runtime: Runtime, name: VideoName, { path, sha256 }: KeptVideo): Promise<void> {
  if ((await stat(path)).size > maxBytes) return;
  const { cacheFile } = await load();
  const folder = await cacheFile(
    path,
    `${sha256}${extname(path)}`,
    toolOf(name),
    versionOf(name),
    anyArchitecture,
  );
  const now = new Date(runtime.now());
  await utimes(folder, now, now);
}

interface Entry {
  readonly folder: string;
  readonly bytes: number;
  readonly usedAt: number;
}

async function removeOldest(cache: string): Promise<void> {
  const entries = (await listEntries(cache)).sort((one, other) => other.usedAt - one.usedAt);
  let sum = 0;
  for (const { folder, bytes } of entries) {
    sum += bytes;
    if (sum <= maxBytes) continue;
    // The marker goes first: what is half removed must not be found.
    await rm(`${folder}.complete`, { force: true });
    await rm(join(folder, ".."), { recursive: true, force: true });
  }
}

async function listEntries(cache: string): Promise<Entry[]> {
  const tools = (await readdir(cache)).filter((name) => name.startsWith(prefix));
  const entries = tools.map(async (tool) => {
    const versions = await readdir(join(cache, tool));
    return Promise.all(versions.map((version) => readEntry(join(cache, tool, version, anyArchitecture))));
  });
  return (await Promise.all(entries)).flat().filter(({ bytes }) => bytes > 0);
}

async function readEntry(folder: string): Promise<Entry> {
  // What is no video, or is just being written or removed by another job, is none of ours.
  const files = await readdir(folder).catch(() => []);
  if (files.length === 0) return { folder, bytes: 0, usedAt: 0 };
  const sizes = await Promise.all(files.map(async (file) => (await stat(join(folder, file))).size));
  return { folder, bytes: sizes.reduce((sum, size) => sum + size, 0), usedAt: (await stat(folder)).mtimeMs };
}
