import { z } from "zod";
import type { AssetUpload, GitHubClient } from "../../platform/github/api/client.ts";

const assetSchema = z.object({
  id: z.number(),
  name: z.string(),
  state: z.string().nullish(),
  digest: z.string().nullish(),
  created_at: z.string().nullish(),
  browser_download_url: z.string(),
});

/** An asset of a release. */
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

/** A release, with the fields that publishing needs. */
export type WritableRelease = z.infer<typeof releaseSchema>;

const permission = "contents: write";

/** Returns the release of a tag, including a draft. */
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
  const releases = await github.request("GET /repos/{owner}/{repo}/releases", {
    parameters: { per_page: 100 },
    responseSchema: z.array(releaseSchema),
    permission,
  });
  return releases?.find(({ tag_name }) => tag_name === tag);
}

/** Reads the current state of a release. */
export function readRelease(github: GitHubClient, id: number): Promise<WritableRelease | undefined> {
  return github.request("GET /repos/{owner}/{repo}/releases/{release_id}", {
    parameters: { release_id: id },
    responseSchema: releaseSchema,
    permission,
  });
}

/** Replaces the notes of a release. Never retried: read them again after an error. */
export async function writeNotes(github: GitHubClient, id: number, body: string): Promise<void> {
  await github.request("PATCH /repos/{owner}/{repo}/releases/{release_id}", {
    parameters: { release_id: id, body },
    responseSchema: releaseSchema,
    permission,
    neverRetry: true,
  });
}

/** Returns all assets of a release. */
export function listAssets(github: GitHubClient, id: number): Promise<ReleaseAsset[]> {
  return github.paginate("GET /repos/{owner}/{repo}/releases/{release_id}/assets", {
    parameters: { release_id: id },
    responseSchema: z.array(assetSchema),
    permission,
    // GitHub keeps at most 1,000 assets per release.
    maxPages: 10,
  });
}

/** Deletes an asset, if it still exists. */
export async function deleteAsset(github: GitHubClient, id: number): Promise<void> {
  await github.request("DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}", {
    parameters: { asset_id: id },
    responseSchema: z.unknown(),
    permission,
  });
}

/** Renames an asset. Fails with GitHub's 422 if the name is taken. */
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

/** Uploads a file to a release. */
export function uploadAsset(
  github: GitHubClient,
  { upload_url }: WritableRelease,
  file: AssetUpload,
): Promise<ReleaseAsset | undefined> {
  return github.upload(upload_url, file, assetSchema);
}
