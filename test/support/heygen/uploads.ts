import { readMaterial } from "../../../src/inputs/materials.ts";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import { createWorkspace } from "../files/workspace.ts";
import { createVideoRequest } from "../jobs/video-request.ts";
import type { OpenedHeygen } from "./open-heygen.ts";

/** A composition in three files, by their paths in a workspace. */
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

/** The composition in a workspace of its own. */
export async function compositionRequest(): Promise<VideoRequest> {
  const composition = await readMaterial(createWorkspace(compositionFiles), "composition", "site");
  return createVideoRequest({ kind: "composition", text: "", composition });
}

/** Submits the request, as often as it is called with the same key. */
export const submit = ({ provider }: OpenedHeygen, request: VideoRequest) =>
  provider.submit(request, "showreel-key");

/** What the contract has against the requests, and the keys that the storage got to see. */
export const requestProblemsOf = ({ fake }: OpenedHeygen) => [
  ...fake.leakedKeys,
  ...fake.requests.filter(({ path }) => path.startsWith("/v3/")).flatMap(({ problems }) => problems),
];
