import { createHash } from "node:crypto";
import { lstat, readdir, rm, stat, utimes } from "node:fs/promises";
import { extname, join } from "node:path";
import { isRealFolder } from "../base/files/regular-file.ts";
import { plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import type { KeptVideo, KeptVideos, VideoName } from "../download/video-cache.ts";

const maxBytes = 5 * 1024 ** 3;
const prefix = "showreel-";
// Videos play on every machine.
const anyArchitecture = "video";

/**
 * Finished videos in the runner's tool cache (`RUNNER_TOOL_CACHE`), which a self-hosted machine keeps: one folder for
 * each provider and id, the file named after its digest and the seal's mark of it. Other jobs write there too: only what
 * bears the mark is found. The videos that were not used for longest go when all together have more than 5 GiB.
 */
export function createToolCache(runtime: Runtime, folder: string, seal: Seal): KeptVideos {
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
    find: (name) => quietly(() => find(runtime, { folder, seal }, name)),
    async keep(name, video) {
      await quietly(() => keep(runtime, { folder, seal }, name, video));
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

interface Cache {
  readonly folder: string;
  readonly seal: Seal;
}

async function find(runtime: Runtime, cache: Cache, name: VideoName): Promise<KeptVideo | undefined> {
  await requireRealFolders(cache, name);
  const folder = (await load()).find(toolOf(name), versionOf(name), anyArchitecture);
  if (folder === "" || !(await isRealFolder(folder))) return undefined;
  for (const file of await readdir(folder)) {
    const [, sha256, mark] = /^([0-9a-f]{64})-([0-9a-f]{64})\.\w+$/.exec(file) ?? [];
    if (!sha256 || !mark || !cache.seal.verify(mark, ...factsOf(name, sha256))) continue;
    const now = new Date(runtime.now());
    await utimes(folder, now, now);
    return { path: join(folder, file), sha256 };
  }
  runtime.log.debug(
    "The tool cache has a file for this video that was not kept with this key; it is not used.",
  );
  return undefined;
}

async function keep(
  runtime: Runtime,
  cache: Cache,
  name: VideoName,
  { path, sha256 }: KeptVideo,
): Promise<void> {
  const mark = cache.seal.sign(...factsOf(name, sha256));
  if (mark === undefined || (await stat(path)).size > maxBytes) return;
  await requireRealFolders(cache, name);
  const { cacheFile } = await load();
  const file = `${sha256}-${mark}${extname(path)}`;
  const folder = await cacheFile(path, file, toolOf(name), versionOf(name), anyArchitecture);
  const now = new Date(runtime.now());
  await utimes(folder, now, now);
}

const factsOf = ({ provider, id }: VideoName, sha256: string) => ["kept", provider, id, sha256] as const;

// The toolkit follows a link that stands for one of them, and would write and remove elsewhere.
async function requireRealFolders({ folder }: Cache, name: VideoName): Promise<void> {
  const tool = join(folder, toolOf(name));
  if (await isRealFolder(tool)) await isRealFolder(join(tool, versionOf(name)));
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
  const tools = (await listFolders(cache)).filter((name) => name.startsWith(prefix));
  const entries = tools.map(async (tool) => {
    const versions = await listFolders(join(cache, tool));
    return Promise.all(versions.map((version) => readEntry(join(cache, tool, version, anyArchitecture))));
  });
  return (await Promise.all(entries)).flat().filter(({ bytes }) => bytes > 0);
}

// Without links to folders: what lies there is not ours to remove.
async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function readEntry(folder: string): Promise<Entry> {
  const nothing = { folder, bytes: 0, usedAt: 0 };
  // What is no video, or is just being written or removed by another job, is none of ours.
  const isOurs = await isRealFolder(folder).catch(() => false);
  const files = isOurs ? await readdir(folder).catch(() => []) : [];
  if (files.length === 0) return nothing;
  const sizes = await Promise.all(files.map(async (file) => (await lstat(join(folder, file))).size));
  return { folder, bytes: sizes.reduce((sum, size) => sum + size, 0), usedAt: (await stat(folder)).mtimeMs };
}
