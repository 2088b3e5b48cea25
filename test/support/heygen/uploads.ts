import { readMaterial } from "../../../src/inputs/materials.ts";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import { createWorkspace } from "../files/workspace.ts";
import { createVideoRequest } from "../jobs/video-request.ts";
import type { OpenedHeygen } from "./open-heygen.ts";

/** The three files of a composition, by path. */
export const compositionFiles = {
  "site/index.html": "<html></html>",
  "site/media/a.mp4": "moving",
  "site/é.txt": "",
};

/** A prompt with these files of the workspace. */
export async function filesRequest(workspace: string, ...paths: string[]): Promise<VideoRequest> {
  const files = await Promise.all(paths.map((path) => readMaterial(workspace, "files", path)));
  return createVideoRequest({ files });
}

/** The composition in its own workspace. */
export async function compositionRequest(): Promise<VideoRequest> {
  const composition = await readMaterial(createWorkspace(compositionFiles), "composition", "site");
  return createVideoRequest({ kind: "composition", text: "", composition });
}

/** Submits the request, always with the same key. */
export const submit = ({ provider }: OpenedHeygen, request: VideoRequest) =>
  provider.submit(request, "showreel-key");

/** Returns violations of the contract, and keys that were sent to the storage. */
export const requestProblemsOf = ({ fake }: OpenedHeygen) => [
  ...fake.leakedKeys,
  ...fake.requests.filter(({ path }) => path.startsWith("/v3/")).flatMap(({ problems }) => problems),
];
