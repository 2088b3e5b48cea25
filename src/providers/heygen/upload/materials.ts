import { extname } from "node:path";
import { invalidInputError } from "../../../base/errors.ts";
import { formatBytes } from "../../../base/format-units.ts";
import { plainText } from "../../../base/plain-text.ts";
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

/** The MIME type of a local file or folder; a folder is sent as a zip. Undefined when HeyGen takes none such. */
export function mimeTypeOf({ name, entries }: LocalMaterial): string | undefined {
  const extension = extname(name).toLowerCase();
  return entries || extension === ".zip" ? zipType : mimeTypes[extension];
}

/** Fails with `invalid_input` when HeyGen would not take the file; folders and zips are for a composition alone. */
export function requireUploadable(material: LocalMaterial, isComposition: boolean): void {
  const shown = plainText(material.name, 120);
  if (!isComposition && mimeTypeOf(material) === zipType) {
    throw invalidInputError(`${shown} is a folder or a zip.`, { hint: "Name the files one by one." });
  }
  if (mimeTypeOf(material) === undefined) {
    throw invalidInputError(`${shown} is of a type that HeyGen does not take.`, {
      hint: `It takes ${Object.keys(mimeTypes).join(" ")}.`,
    });
  }
  const limit = mimeTypeOf(material) === zipType ? maxZipBytes : maxFileBytes;
  if (material.bytes > limit) {
    throw invalidInputError(
      `${shown} has ${formatBytes(material.bytes)}; HeyGen takes ${formatBytes(limit)}.`,
      { hint: "Make it smaller." },
    );
  }
  if (material.bytes === 0) throw invalidInputError(`${shown} is empty.`, { hint: "Check the path." });
}

/** What needs no upload, in the form in which HeyGen takes files. */
export function toReference(material: Exclude<Material, LocalMaterial>): AssetReference {
  return material.from === "url"
    ? { type: "url", url: material.url }
    : { type: "asset_id", asset_id: material.id };
}
