import { FormData } from "undici";
import { ShowreelError, systemCode } from "../../../base/errors.ts";
import { plainText } from "../../../base/plain-text.ts";
import type { Runtime } from "../../../base/runtime.ts";
import { createUrlPolicy, type UrlPolicy } from "../../../download/connect/url-policy.ts";
import { type LocalMaterial, readMaterialFile } from "../../../inputs/materials.ts";
import type { Connection } from "../../../jobs/provider.ts";
import type { Client } from "../client.ts";
import { uploadDirectly } from "./direct-upload.ts";
import { mimeTypeOf } from "./materials.ts";

// Source: HeyGen's page on assets. A zip is not among the types of the simple upload.
const maxSimpleUploadBytes = 32_000_000;

/** Brings a file to HeyGen; returns its asset id. Each content is uploaded once in a run. */
export type UploadMaterial = (material: LocalMaterial) => Promise<string>;

/** Uploads cost nothing: whatever fails here, no video has been submitted. */
export function createUpload(client: Client, { runtime, baseUrl }: Connection): UploadMaterial {
  const policy = createUrlPolicy(runtime.proxies, baseUrl.origin);
  const done = new Map<string, Promise<string>>();
  return (material) => {
    const known = done.get(material.sha256);
    if (known) return known;
    const upload = uploadFile(runtime, client, policy, material).catch((error) => {
      done.delete(material.sha256);
      throw toUploadError(error, material);
    });
    done.set(material.sha256, upload);
    return upload;
  };
}

async function uploadFile(runtime: Runtime, client: Client, policy: UrlPolicy, material: LocalMaterial) {
  runtime.log.info(`Uploading ${plainText(material.name, 120)}.`);
  const key = `showreel-asset-${material.sha256}`;
  const type = mimeTypeOf(material) ?? "application/octet-stream";
  if (type === "application/zip" || material.bytes > maxSimpleUploadBytes) {
    return uploadDirectly(runtime, client, policy, material, type);
  }
  const form = new FormData();
  form.set(
    "file",
    new Blob([new Uint8Array(await readMaterialFile(material, runtime.signal))], { type }),
    material.name,
  );
  return (await client.uploadAsset(form, key)).data.asset_id;
}

function toUploadError(error: unknown, material: LocalMaterial): unknown {
  if (!(error instanceof ShowreelError)) return unreadableFileError(error, material);
  // An upload that is repeated costs nothing.
  return error.outcomeUnknown ? error.with({ outcomeUnknown: false }) : error;
}

// Only the disk fails with anything else.
function unreadableFileError(cause: unknown, { name }: LocalMaterial): ShowreelError {
  const reason = systemCode(cause) ?? "it has changed";
  return new ShowreelError("invalid_input", `${plainText(name, 120)} cannot be read any more (${reason}).`, {
    hint: "Leave the file alone while Showreel runs.",
    submitted: false,
    cause,
  });
}
