import { createHash } from "node:crypto";
import { lstat, readdir, rm, stat, utimes } from "node:fs/promises";
import { extname, join } from "node:path";
import { realFolderExists } from "../base/files/regular-file.ts";
import { plainText } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import type { CachedVideo, VideoCache, VideoName } from "../download/video-cache.ts";

const maxCacheBytes = 5 * 1024 ** 3;
const toolNamePrefix = "showreel-";
// Videos play on every machine.
const anyArchitecture = "video";

/**
 * Finished videos in the runner's tool cache (`RUNNER_TOOL_CACHE`), which a self-hosted machine keeps: one folder for
 * each provider and id, the file named after its digest and the seal's mark of it. Other jobs write there too: only what
 * bears the mark is found. The videos that were not used for longest go when all together have more than 5 GiB.
 */
export function createToolCache(runtime: Runtime, folder: string, seal: Seal): VideoCache {
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
    find: (name) => quietly(() => findVideo(runtime, { folder, seal }, name)),
    async save(name, video) {
      await quietly(() => storeVideo(runtime, { folder, seal }, name, video));
      await quietly(() => evictLeastRecentlyUsed(folder));
    },
  };
}

// Loaded only where there is something to keep.
const importToolCache = () => import("@actions/tool-cache");

const toolName = ({ provider }: VideoName) => `${toolNamePrefix}${provider}`;
// The tool cache takes versions only: an id is made one.
const toolVersion = ({ id }: VideoName) =>
  `1.0.0-id${createHash("sha256").update(id).digest("hex").slice(0, 32)}`;

interface ToolCache {
  readonly folder: string;
  readonly seal: Seal;
}

async function findVideo(
  runtime: Runtime,
  cache: ToolCache,
  name: VideoName,
): Promise<CachedVideo | undefined> {
  await requireRealFolders(cache, name);
  const folder = (await importToolCache()).find(toolName(name), toolVersion(name), anyArchitecture);
  if (folder === "" || !(await realFolderExists(folder))) return undefined;
  for (const file of await readdir(folder)) {
    const [, sha256, mark] = /^([0-9a-f]{64})-([0-9a-f]{64})\.\w+$/.exec(file) ?? [];
    if (!sha256 || !mark || !cache.seal.verify(mark, ...sealedFields(name, sha256))) continue;
    const now = new Date(runtime.now());
    await utimes(folder, now, now);
    return { path: join(folder, file), sha256 };
  }
  runtime.log.debug(
    "The tool cache has a file for this video that was not kept with this key; it is not used.",
  );
  return undefined;
}

async function storeVideo(
  runtime: Runtime,
  cache: ToolCache,
  name: VideoName,
  { path, sha256 }: CachedVideo,
): Promise<void> {
  const mark = cache.seal.sign(...sealedFields(name, sha256));
  if (mark === undefined || (await stat(path)).size > maxCacheBytes) return;
  await requireRealFolders(cache, name);
  const { cacheFile } = await importToolCache();
  const file = `${sha256}-${mark}${extname(path)}`;
  const folder = await cacheFile(path, file, toolName(name), toolVersion(name), anyArchitecture);
  const now = new Date(runtime.now());
  await utimes(folder, now, now);
}

const sealedFields = ({ provider, id }: VideoName, sha256: string) => ["kept", provider, id, sha256] as const;

// The toolkit follows a link that stands for one of them, and would write and remove elsewhere.
async function requireRealFolders({ folder }: ToolCache, name: VideoName): Promise<void> {
  const tool = join(folder, toolName(name));
  if (await realFolderExists(tool)) await realFolderExists(join(tool, toolVersion(name)));
}

interface CacheFolder {
  readonly folder: string;
  readonly bytes: number;
  readonly usedAt: number;
}

async function evictLeastRecentlyUsed(cache: string): Promise<void> {
  const entries = (await listCacheFolders(cache)).sort((one, other) => other.usedAt - one.usedAt);
  let sum = 0;
  for (const { folder, bytes } of entries) {
    sum += bytes;
    if (sum <= maxCacheBytes) continue;
    // The marker goes first: what is half removed must not be found.
    await rm(`${folder}.complete`, { force: true });
    await rm(join(folder, ".."), { recursive: true, force: true });
  }
}

async function listCacheFolders(cache: string): Promise<CacheFolder[]> {
  const tools = (await listFolders(cache)).filter((name) => name.startsWith(toolNamePrefix));
  const entries = tools.map(async (tool) => {
    const versions = await listFolders(join(cache, tool));
    return Promise.all(
      versions.map((version) => readCacheFolder(join(cache, tool, version, anyArchitecture))),
    );
  });
  return (await Promise.all(entries)).flat().filter(({ bytes }) => bytes > 0);
}

// Without links to folders: what lies there is not ours to remove.
async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

async function readCacheFolder(folder: string): Promise<CacheFolder> {
  const nothing = { folder, bytes: 0, usedAt: 0 };
  // What is no video, or is just being written or removed by another job, is none of ours.
  const isOurs = await realFolderExists(folder).catch(() => false);
  const files = isOurs ? await readdir(folder).catch(() => []) : [];
  if (files.length === 0) return nothing;
  const sizes = await Promise.all(files.map(async (file) => (await lstat(join(folder, file))).size));
  return { folder, bytes: sizes.reduce((sum, size) => sum + size, 0), usedAt: (await stat(folder)).mtimeMs };
}
