import { createHash } from "node:crypto";
import { lstat, readdir, rm, stat, utimes } from "node:fs/promises";
import { extname, join } from "node:path";
import { realFolderExists } from "../base/files/regular-file.ts";
import type { Runtime } from "../base/runtime.ts";
import type { Seal } from "../base/seal.ts";
import { plainText } from "../base/text/plain-text.ts";
import type { CachedVideo, VideoCache, VideoName } from "../download/video-cache.ts";

const maxCacheBytes = 5 * 1024 ** 3;
const toolNamePrefix = "showreel-";
// Used as the architecture: a video is the same on all machines.
const videoArchitecture = "video";

/**
 * Caches finished videos in the runner's tool cache (`RUNNER_TOOL_CACHE`), which persists on a self-hosted
 * runner: one folder per provider and id, with a file named `<digest>-<signature>`. Other jobs can write to
 * the tool cache too, so only a file with a valid signature is found. Evicts the least recently used videos
 * above 5 GiB in total.
 */
export function createToolCache(runtime: Runtime, folder: string, seal: Seal): VideoCache {
  // A cache that fails counts as empty.
  const ignoreErrors = async <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    try {
      return await work();
    } catch (error) {
      runtime.log.debug(`The tool cache failed: ${plainText(String(error))}`);
      return undefined;
    }
  };
  const cache = { folder, seal };
  return {
    find: (name) => ignoreErrors(() => findVideo(runtime, cache, name)),
    async save(name, video) {
      await ignoreErrors(() => storeVideo(runtime, cache, name, video));
      await ignoreErrors(() => evictLeastRecentlyUsed(folder));
    },
  };
}

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
  const { find } = await importToolCache();
  const folder = find(toolName(name), toolVersion(name), videoArchitecture);
  if (folder === "" || !(await realFolderExists(folder))) return undefined;
  for (const file of await readdir(folder)) {
    const [, sha256, signature] = /^([0-9a-f]{64})-([0-9a-f]{64})\.\w+$/.exec(file) ?? [];
    if (!sha256 || !signature || !cache.seal.verify(signature, ...sealedFields(name, sha256))) continue;
    await markUsed(runtime, folder);
    return { path: join(folder, file), sha256 };
  }
  runtime.log.debug("Ignored the tool cache's file for this video: it was not cached with this API key.");
  return undefined;
}

async function storeVideo(
  runtime: Runtime,
  cache: ToolCache,
  name: VideoName,
  { path, sha256 }: CachedVideo,
): Promise<void> {
  const signature = cache.seal.sign(...sealedFields(name, sha256));
  if (signature === undefined || (await stat(path)).size > maxCacheBytes) return;
  await requireRealFolders(cache, name);
  const { cacheFile } = await importToolCache();
  const file = `${sha256}-${signature}${extname(path)}`;
  await markUsed(runtime, await cacheFile(path, file, toolName(name), toolVersion(name), videoArchitecture));
}

// Loaded only when a video is looked up or cached.
const importToolCache = () => import("@actions/tool-cache");

// The folder's modification time is the time of its last use.
async function markUsed(runtime: Runtime, folder: string): Promise<void> {
  const now = new Date(runtime.now());
  await utimes(folder, now, now);
}

function toolName({ provider }: VideoName): string {
  return `${toolNamePrefix}${provider}`;
}

// The tool cache accepts semantic versions only, so the id is hashed into one.
function toolVersion({ id }: VideoName): string {
  return `1.0.0-id${createHash("sha256").update(id).digest("hex").slice(0, 32)}`;
}

function sealedFields({ provider, id }: VideoName, sha256: string) {
  return ["kept", provider, id, sha256] as const;
}

// If one of these folders is a symbolic link, the toolkit follows it, and would write and delete elsewhere.
async function requireRealFolders({ folder }: ToolCache, name: VideoName): Promise<void> {
  const tool = join(folder, toolName(name));
  if (await realFolderExists(tool)) await realFolderExists(join(tool, toolVersion(name)));
}

interface CacheFolder {
  readonly folder: string;
  readonly bytes: number;
  /** When the video was last used, in milliseconds since 1970. */
  readonly usedAt: number;
}

async function evictLeastRecentlyUsed(cache: string): Promise<void> {
  const folders = (await listCacheFolders(cache)).sort((one, other) => other.usedAt - one.usedAt);
  let totalBytes = 0;
  for (const { folder, bytes } of folders) {
    totalBytes += bytes;
    if (totalBytes <= maxCacheBytes) continue;
    // The `.complete` marker is deleted first, so that a half-deleted folder is not found.
    await rm(`${folder}.complete`, { force: true });
    await rm(join(folder, ".."), { recursive: true, force: true });
  }
}

async function listCacheFolders(cache: string): Promise<CacheFolder[]> {
  const tools = (await listFolders(cache)).filter((name) => name.startsWith(toolNamePrefix));
  const foldersByTool = tools.map(async (tool) => {
    const versions = await listFolders(join(cache, tool));
    return Promise.all(
      versions.map((version) => readCacheFolder(join(cache, tool, version, videoArchitecture))),
    );
  });
  return (await Promise.all(foldersByTool)).flat().filter(({ bytes }) => bytes > 0);
}

// Symbolic links are left out, because their targets must not be deleted.
async function listFolders(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

// Returns 0 bytes for a folder without a video, and for one that another job is writing or deleting.
async function readCacheFolder(folder: string): Promise<CacheFolder> {
  const isFolder = await realFolderExists(folder).catch(() => false);
  const files = isFolder ? await readdir(folder).catch(() => []) : [];
  if (files.length === 0) return { folder, bytes: 0, usedAt: 0 };
  const sizes = await Promise.all(files.map(async (file) => (await lstat(join(folder, file))).size));
  return { folder, bytes: sizes.reduce((sum, size) => sum + size, 0), usedAt: (await stat(folder)).mtimeMs };
}
