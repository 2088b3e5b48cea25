import { createHash } from "node:crypto";
import type { FakeReleaseAsset } from "../objects/objects.ts";
import { toAsset } from "../objects/to-release.ts";
import { toPage } from "../page.ts";
import { readText } from "../read-field.ts";
import { failure, type Handler, notFound, ok, validationFailed } from "../replies.ts";
import { toDate } from "../state.ts";
import { findRelease } from "./releases.ts";

/** The assets of a release, oldest first. */
export const listAssets: Handler = (state, request) => {
  const release = findRelease(state, request.parameters.release_id);
  if (!release) return notFound();
  return toPage(state, request, release.assets ?? [], (asset) => toAsset(state, release, asset));
};

/**
 * Stores an uploaded file. The error of an immutable release was seen at
 * https://github.com/concourse/github-release-resource/issues/151.
 */
export const uploadAsset: Handler = (state, { parameters, query, headers, content }) => {
  const release = findRelease(state, parameters.release_id);
  if (!release) return notFound();
  if (release.immutable && !release.draft) {
    return failure(422, "Cannot upload assets to an immutable release.");
  }
  const name = renameAsset(query.get("name") ?? "");
  if (name === "") return failure(400, "Bad Request");
  release.assets ??= [];
  if (release.assets.some((asset) => asset.name === name)) {
    return validationFailed("already_exists", undefined, { resource: "ReleaseAsset", field: "name" });
  }
  const asset: FakeReleaseAsset = {
    id: state.nextId++,
    name,
    label: query.get("label") ?? "",
    contentType: headers["content-type"] ?? "application/octet-stream",
    bytes: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
    createdAt: toDate(Date.now()),
  };
  release.assets.push(asset);
  return { status: 201, body: toAsset(state, release, asset) };
};

/** Renames an asset; names are unique. */
export const updateAsset: Handler = (state, { parameters, body }) => {
  const isMeant = ({ id }: FakeReleaseAsset) => String(id) === parameters.asset_id;
  const release = state.releases.find(({ assets = [] }) => assets.some(isMeant));
  const asset = release?.assets?.find(isMeant);
  if (!release || !asset) return notFound();
  const name = readText(body, "name") ?? asset.name;
  if (release.assets?.some((other) => other !== asset && other.name === name)) {
    return validationFailed("already_exists", undefined, { resource: "ReleaseAsset", field: "name" });
  }
  const renamed = { ...asset, name };
  release.assets = release.assets?.map((other) => (other === asset ? renamed : other)) ?? [];
  return ok(toAsset(state, release, renamed));
};

/** Deletes an asset. Its error was seen at https://github.com/uutils/coreutils/issues/13839. */
export const deleteAsset: Handler = (state, { parameters }) => {
  const isMeant = ({ id }: FakeReleaseAsset) => String(id) === parameters.asset_id;
  const release = state.releases.find(({ assets = [] }) => assets.some(isMeant));
  if (!release) return notFound();
  if (release.immutable && !release.draft) {
    const message = "Cannot delete asset from an immutable release";
    return validationFailed("custom", message, { resource: "ReleaseAsset" });
  }
  release.assets = release.assets?.filter((asset) => !isMeant(asset)) ?? [];
  return { status: 204 };
};

/**
 * Returns the name of an asset. GitHub documents only that it replaces special characters and outer periods;
 * this is what its own `gh release upload` expects:
 * https://github.com/cli/cli/tree/trunk/pkg/cmd/release/upload.
 */
function renameAsset(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  const given = plain.startsWith(".") ? `default${plain}` : plain;
  const dotted = given.replaceAll(/[^A-Za-z0-9_+@-]+/g, ".").replaceAll(/^\.|\.$/g, "");
  return dotted !== name && !dotted.includes(".") ? `default.${dotted}` : dotted;
}
