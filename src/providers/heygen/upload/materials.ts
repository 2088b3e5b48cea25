import { extname } from "node:path";
import { invalidInputError } from "../../../base/errors.ts";
import { formatBytes } from "../../../base/text/format-units.ts";
import { plainText } from "../../../base/text/plain-text.ts";
import type { LocalMaterial, Material } from "../../../inputs/materials.ts";
import type { AssetReference } from "../surfaces/surface.ts";

// Source of types and limits: HeyGen's page on assets (2026), and HyperFrames' own uploader for the zip.
const mimeTypes: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".mp4": "video/mp4",
  ".webm": "video/webm",
  ".mp3": "audio/mpeg",
  ".wav": "audio/wav",
  ".pdf": "application/pdf",
  ".srt": "application/x-subrip",
};
const zipType = "application/zip";
const maxZipBytes = 200_000_000;
const maxFileBytes = 1_000_000_000;

/**
 * Returns the MIME type of a local file or folder, which is sent as a zip; undefined if HeyGen does not
 * accept it.
 */
export function mimeTypeOf({ name, entries }: LocalMaterial): string | undefined {
  const extension = extname(name).toLowerCase();
  return entries || extension === ".zip" ? zipType : mimeTypes[extension];
}

/**
 * Fails with `invalid_input` if HeyGen does not accept the file. Only a composition may be a folder or a zip.
 */
export function requireUploadable(
  material: LocalMaterial,
  { isComposition }: { readonly isComposition: boolean },
): void {
  const name = plainText(material.name, 120);
  if (!isComposition && mimeTypeOf(material) === zipType) {
    throw invalidInputError(`${name} is a folder or a zip.`, { hint: "List its files one by one." });
  }
  if (mimeTypeOf(material) === undefined) {
    throw invalidInputError(`${name} has a type that HeyGen does not accept.`, {
      hint: `It accepts ${Object.keys(mimeTypes).join(" ")}.`,
    });
  }
  const limit = mimeTypeOf(material) === zipType ? maxZipBytes : maxFileBytes;
  if (material.bytes > limit) {
    throw invalidInputError(
      `${name} has ${formatBytes(material.bytes)}; HeyGen takes at most ${formatBytes(limit)}.`,
      { hint: "Make it smaller." },
    );
  }
  if (material.bytes === 0) throw invalidInputError(`${name} is empty.`, { hint: "Check the path." });
}

/** Returns HeyGen's reference to a file that needs no upload. */
export function toReference(material: Exclude<Material, LocalMaterial>): AssetReference {
  return material.from === "url"
    ? { type: "url", url: material.url }
    : { type: "asset_id", asset_id: material.id };
}
