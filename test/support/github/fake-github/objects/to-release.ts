import { exampleOf, type Json, toUser } from "../schemas/example.ts";
import { type GithubState, USUAL_DATE } from "../state.ts";
import type { FakeRelease, FakeReleaseAsset } from "./objects.ts";

/** A release as GitHub returns it. The URL of a draft's page cannot be guessed. */
export function toRelease(state: GithubState, release: FakeRelease): Json {
  const { id, tag, draft = false, createdAt = USUAL_DATE, assets = [] } = release;
  const { discussion_url: _none, ...example } = exampleOf(
    state,
    "GET /repos/{owner}/{repo}/releases/{release_id}",
    { "/releases/1": `/releases/${id}`, "v1.0.0": tag },
  );
  return {
    ...example,
    html_url: `https://github.com/${state.repository}/releases/tag/${pageOf(release)}`,
    ...(draft && { tarball_url: null, zipball_url: null }),
    id,
    tag_name: tag,
    target_commitish: release.target ?? state.defaultBranch,
    name: release.name ?? null,
    body: release.body ?? null,
    draft,
    prerelease: release.prerelease ?? false,
    immutable: !draft && (release.immutable ?? false),
    created_at: createdAt,
    published_at: draft ? null : (release.publishedAt ?? createdAt),
    author: toUser(state, state.login),
    assets: assets.map((asset) => toAsset(state, release, asset)),
  };
}

/** An asset of a release as GitHub returns it. */
export function toAsset(state: GithubState, release: FakeRelease, asset: FakeReleaseAsset): Json {
  const download = `https://github.com/${state.repository}/releases/download/${pageOf(release)}`;
  const createdAt = asset.createdAt ?? USUAL_DATE;
  return {
    ...exampleOf(state, "POST /uploads/repos/{owner}/{repo}/releases/{release_id}/assets", {
      "/releases/assets/1": `/releases/assets/${asset.id}`,
    }),
    browser_download_url: `${download}/${encodeURIComponent(asset.name)}`,
    id: asset.id,
    name: asset.name,
    label: asset.label ?? "",
    content_type: asset.contentType,
    size: asset.bytes,
    digest: `sha256:${asset.sha256}`,
    download_count: 0,
    created_at: createdAt,
    updated_at: createdAt,
    uploader: toUser(state, state.login),
  };
}

function pageOf({ id, tag, draft = false }: FakeRelease): string {
  return draft ? `untagged-${id.toString(16).padStart(20, "0")}` : tag;
}
