import { join } from "node:path";
import { z } from "zod";
import { makeRealFolder, readRegularFile, replaceFile } from "../../base/files/regular-file.ts";
import { parseJson } from "../../base/parse-json.ts";
import { aspectRatios, resolutions, themes } from "../../studio/request.ts";

// Anyone can put a file into the folder, so it is validated like an API response.
const schema = z.lazy(() =>
  z.object({
    title: z.string(),
    outline: z.string(),
    isBrief: z.boolean(),
    subject: z.object({
      repository: z.string().optional(),
      version: z.string().optional(),
      link: z.string().optional(),
    }),
    aspectRatio: z.enum(aspectRatios),
    resolution: z.enum(resolutions),
    voiceId: z.string().optional(),
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
 * the folder can't be written to. Without a folder, they are only in memory.
 */
export function createRequestFiles(stateFolder: string | undefined): RequestFiles {
  const requests = new Map<string, SandboxRequest>();
  const folder = stateFolder && join(stateFolder, "sandbox");
  return {
    async save(id, request) {
      requests.set(id, request);
      if (folder === undefined) return;
      await makeRealFolder(folder)
        .then(() => replaceFile(join(folder, `${id}.json`), JSON.stringify(request)))
        .catch(() => {});
    },
    async load(id) {
      return requests.get(id) ?? (folder === undefined ? undefined : readRequest(join(folder, `${id}.json`)));
    },
  };
}

async function readRequest(path: string): Promise<SandboxRequest | undefined> {
  const bytes = await readRegularFile(path).catch(() => undefined);
  return bytes && schema.safeParse(parseJson(bytes.toString("utf8"))).data;
}
