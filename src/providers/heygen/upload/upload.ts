import { invalidInputError, ShowreelError, systemCode } from "../../../base/errors.ts";
import { loadFetch } from "../../../base/http/undici.ts";
import { plainText } from "../../../base/text/plain-text.ts";
import { createUrlPolicy } from "../../../download/connect/url-policy.ts";
import { type LocalMaterial, readMaterialFile } from "../../../inputs/materials.ts";
import type { Connection } from "../../../jobs/provider.ts";
import type { Client } from "../client.ts";
import { type UploadContext, uploadDirectly } from "./direct-upload.ts";
import { mimeTypeOf } from "./materials.ts";

// Source: HeyGen's page on assets. The simple upload does not accept zips.
const maxSimpleUploadBytes = 32_000_000;

/** Uploads a file to HeyGen and returns its asset id. The same content is uploaded once per run. */
export type UploadMaterial = (material: LocalMaterial) => Promise<string>;

/** Returns a function that uploads files, which is free: when it fails, nothing has been submitted. */
export function createUpload(client: Client, { runtime, baseUrl }: Connection): UploadMaterial {
  const context = { runtime, client, policy: createUrlPolicy(runtime.proxies, baseUrl.origin) };
  const uploads = new Map<string, Promise<string>>();
  return (material) => {
    const started = uploads.get(material.sha256);
    if (started) return started;
    const upload = uploadFile(context, material).catch((error) => {
      uploads.delete(material.sha256);
      throw toUploadError(error, material);
    });
    uploads.set(material.sha256, upload);
    return upload;
  };
}

async function uploadFile(context: UploadContext, material: LocalMaterial): Promise<string> {
  const { runtime, client } = context;
  runtime.log.info(`Uploading ${plainText(material.name, 120)}.`);
  const mimeType = mimeTypeOf(material) ?? "application/octet-stream";
  if (mimeType === "application/zip" || material.bytes > maxSimpleUploadBytes)
    return uploadDirectly(context, material, mimeType);
  const content = new Uint8Array(await readMaterialFile(material, runtime.signal));
  const { FormData } = await loadFetch();
  const form = new FormData();
  form.set("file", new Blob([content], { type: mimeType }), material.name);
  return (await client.uploadAsset(form, `showreel-asset-${material.sha256}`)).data.asset_id;
}

function toUploadError(error: unknown, material: LocalMaterial): unknown {
  if (!(error instanceof ShowreelError)) return unreadableFileError(error, material);
  // Repeating an upload costs nothing.
  return error.outcomeUnknown ? error.with({ outcomeUnknown: false }) : error;
}

// Any other error comes from reading the file.
function unreadableFileError(cause: unknown, { name }: LocalMaterial): ShowreelError {
  const reason = systemCode(cause) ?? "it has changed";
  return invalidInputError(`${plainText(name, 120)} cannot be read any more (${reason}).`, {
    hint: "Leave the file unchanged while Showreel runs.",
    cause,
  });
}
