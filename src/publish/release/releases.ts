import { z } from "zod";
import type { GitHubClient } from "../../platform/github/client.ts";

const assetSchema = z.object({
  id: z.number(),
  name: z.string(),
  state: z.string().nullish(),
  digest: z.string().nullish(),
  created_at: z.string().nullish(),
  browser_download_url: z.string(),
});

/** A file of a release. */
export type ReleaseAsset = z.infer<typeof assetSchema>;

const releaseSchema = z.object({
  id: z.number(),
  tag_name: z.string(),
  body: z.string().nullish(),
  draft: z.boolean(),
  immutable: z.boolean().nullish(),
  upload_url: z.string(),
  html_url: z.string(),
});

/** A release, as far as it is written to. */
export type WritableRelease = z.infer<typeof releaseSchema>;

const permission = "contents: write";

/** The release of a tag, a draft too. */
export async function findWritableRelease(
  github: GitHubClient,
  tag: string,
): Promise<WritableRelease | undefined> {
  const published = await github.request("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
    parameters: { tag },
    responseSchema: releaseSchema,
    permission,
  });
  if (published) return published;
  const all = await github.request("GET /repos/{owner}/{repo}/releases", {
    parameters: { per_page: 100 },
    responseSchema: z.array(releaseSchema),
    permission,
  });
  return all?.find(({ tag_name }) => tag_name === tag);
}

/** The release as it is now. */
export function readRelease(github: GitHubClient, id: number): Promise<WritableRelease | undefined> {
  return github.request("GET /repos/{owner}/{repo}/releases/{release_id}", {
    parameters: { release_id: id },
    responseSchema: releaseSchema,
    permission,
  });
}

/** Replaces the notes, once: after a fault they have to be read again. */
export async function writeNotes(github: GitHubClient, id: number, body: string): Promise<void> {
  await github.request("PATCH /repos/{owner}/{repo}/releases/{release_id}", {
    parameters: { release_id: id, body },
    responseSchema: releaseSchema,
    permission,
    neverRetry: true,
  });
}

/** All files of a release. */
export function listAssets(github: GitHubClient, id: number): Promise<ReleaseAsset[]> {
  return github.paginate("GET /repos/{owner}/{repo}/releases/{release_id}/assets", {
    parameters: { release_id: id },
    responseSchema: z.array(assetSchema),
    permission,
    // GitHub keeps at most 1,000 assets per release.
    maxPages: 10,
  });
}

/** Removes a file; one that is gone already is fine. */
export async function deleteAsset(github: GitHubClient, id: number): Promise<void> {
  await github.request("DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}", {
    parameters: { asset_id: id },
    responseSchema: z.unknown(),
    permission,
  });
}

/** Gives a file another name. Fails with GitHub's 422 when that is taken. */
export function renameAsset(
  github: GitHubClient,
  id: number,
  name: string,
): Promise<ReleaseAsset | undefined> {
  return github.request("PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}", {
    parameters: { asset_id: id, name },
    responseSchema: assetSchema,
    permission,
  });
}

/** Sends a file to a release. */
export function uploadAsset(
  github: GitHubClient,
  { upload_url }: WritableRelease,
  file: {
    readonly path: string;
    readonly bytes: number;
    readonly name: string;
    readonly contentType: string;
  },
): Promise<ReleaseAsset | undefined> {
  return github.upload(upload_url, file, assetSchema);
}
