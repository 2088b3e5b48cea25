import { FormData } from "undici";
import { ShowreelError, systemCode } from "../../../base/errors.ts";
import { plainText } from "../../../base/plain-text.ts";
import type { Runtime } from "../../../base/runtime.ts";
import { createUrlPolicy, type UrlPolicy } from "../../../download/connect/url-policy.ts";
import { type LocalMaterial, readWhole } from "../../../inputs/materials.ts";
import type { Connection } from "../../../jobs/provider.ts";
import type { Client } from "../client.ts";
import { sendDirectly } from "./direct-upload.ts";
import { typeOf } from "./materials.ts";

// Source: HeyGen's page on assets. A zip is not among the types of the simple upload.
const longestSimple = 32_000_000;

/** Brings a file to HeyGen; returns its asset id. Each content is uploaded once in a run. */
export type Upload = (material: LocalMaterial) => Promise<string>;

/** Uploads cost nothing: whatever fails here, no video has been submitted. */
export function createUpload(client: Client, { runtime, baseUrl }: Connection): Upload {
  const policy = createUrlPolicy(runtime.proxies, baseUrl.origin);
  const done = new Map<string, Promise<string>>();
  return (material) => {
    const known = done.get(material.sha256);
    if (known) return known;
    const upload = send(runtime, client, policy, material).catch((error) => {
      done.delete(material.sha256);
      throw harmless(error, material);
    });
    done.set(material.sha256, upload);
    return upload;
  };
}

async function send(runtime: Runtime, client: Client, policy: UrlPolicy, material: LocalMaterial) {
  runtime.log.info(`Uploading ${plainText(material.name, 120)}.`);
  const key = `showreel-asset-${material.sha256}`;
  const type = typeOf(material) ?? "application/octet-stream";
  if (type === "application/zip" || material.bytes > longestSimple) {
    return sendDirectly(runtime, client, policy, material, type);
  }
  const form = new FormData();
  form.set(
    "file",
    new Blob([new Uint8Array(await readWhole(material, runtime.signal))], { type }),
    material.name,
  );
  return (await client.uploadAsset(form, key)).data.asset_id;
}

function harmless(error: unknown, material: LocalMaterial): unknown {
  if (!(error instanceof ShowreelError)) return unreadable(error, material);
  if (!error.unanswered) return error;
  const { code, message, hint, retryable } = error;
  return new ShowreelError(code, message, { ...(hint && { hint }), retryable, cause: error });
}

// Only the disk fails with anything else.
function unreadable(cause: unknown, { name }: LocalMaterial): ShowreelError {
  const reason = systemCode(cause) ?? "it has changed";
  return new ShowreelError("invalid_input", `${plainText(name, 120)} cannot be read any more (${reason}).`, {
    hint: "Leave the file alone while Showreel runs. Nothing was submitted.",
    cause,
  });
}
