import { join } from "node:path";
import { z } from "zod";
import {
  makeRealFolder,
  readRegularFile,
  realFolderExists,
  replaceFile,
} from "../../base/files/regular-file.ts";
import { parseJson } from "../../base/parse-json.ts";
import { aspectRatios, resolutions, themes } from "../../studio/request.ts";

// Anyone can put a file into the folder, so it is validated like an API response.
const schema = z.lazy(() =>
  z.object({
    title: z.string().max(1_000),
    outline: z.string().max(400_000),
    isBrief: z.boolean(),
    subject: z.object({
      repository: z.string().max(2_000).optional(),
      version: z.string().max(2_000).optional(),
      link: z.string().max(2_000).optional(),
    }),
    aspectRatio: z.enum(aspectRatios),
    resolution: z.enum(resolutions),
    voiceId: z.string().max(100).optional(),
    motion: z.boolean(),
    theme: z.enum(themes),
    /** Whether the video fails instead of being rendered, to try out what happens then. */
    fails: z.boolean(),
  }),
);

/** What the sandbox is asked to render. */
export type SandboxRequest = z.infer<typeof schema>;

/** Keeps the requests of videos by their id, so that a later process can render them again. */
export interface RequestFiles {
  save(id: string, request: SandboxRequest): Promise<void>;
  /** Returns undefined for an id that isn't known here. */
  load(id: string): Promise<SandboxRequest | undefined>;
}

/**
 * Keeps the requests as files in a folder beside the job store, and in memory, which is enough for one run if
 * the folder can't be written to. Without a folder, they are only in memory. Never follows a link to a folder.
 */
export function createRequestFiles(stateFolder: string | undefined): RequestFiles {
  const requests = new Map<string, SandboxRequest>();
  return {
    async save(id, request) {
      requests.set(id, request);
      if (stateFolder !== undefined) await writeRequest(stateFolder, id, request).catch(() => {});
    },
    async load(id) {
      const known = requests.get(id);
      if (known || stateFolder === undefined) return known;
      return readRequest(stateFolder, id).catch(() => undefined);
    },
  };
}

const folderOf = (stateFolder: string) => join(stateFolder, "sandbox");

const fileOf = (stateFolder: string, id: string) => join(folderOf(stateFolder), `${id}.json`);

async function writeRequest(stateFolder: string, id: string, request: SandboxRequest): Promise<void> {
  const folder = folderOf(stateFolder);
  await makeRealFolder(stateFolder);
  await makeRealFolder(folder);
  // The words of a video are not committed with the user's files.
  const ignoreFile = join(folder, ".gitignore");
  if (!(await readRegularFile(ignoreFile))) await replaceFile(ignoreFile, "*\n");
  await replaceFile(fileOf(stateFolder, id), JSON.stringify(request));
}

async function readRequest(stateFolder: string, id: string): Promise<SandboxRequest | undefined> {
  if (!(await realFolderExists(stateFolder)) || !(await realFolderExists(folderOf(stateFolder))))
    return undefined;
  const bytes = await readRegularFile(fileOf(stateFolder, id));
  return bytes && schema.safeParse(parseJson(bytes.toString("utf8"))).data;
}
