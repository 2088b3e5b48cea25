import { createHash } from "node:crypto";
import { open as openFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { ShowreelError, systemCode } from "../../../base/errors.ts";
import { withoutQuery } from "../../../base/plain-text.ts";
import { interruptedError, type Runtime } from "../../../base/runtime.ts";
import { ResponseTimeoutError, startTimeLimit } from "../../../base/timing/time-limit.ts";
import type { UrlPolicy } from "../../../download/connect/url-policy.ts";
import { type LocalMaterial, readFolderFiles, requireUnchanged } from "../../../inputs/materials.ts";
import type { Client } from "../client.ts";
import { toZip } from "./zip.ts";

const completeAttempts = 6;
const completeMs = 120_000;

/**
 * Brings a file of any size to HeyGen, a folder as a zip. Three steps: where to, the bytes, done. The bytes
 * go to a storage of HeyGen's that must not see the key.
 */
export async function uploadDirectly(
  runtime: Runtime,
  client: Client,
  policy: UrlPolicy,
  material: LocalMaterial,
  type: string,
): Promise<string> {
  const zip =
    material.entries && (await toZip(await readFolderFiles(material, runtime.signal), runtime.signal));
  if (!zip) await requireUnchanged(material, runtime.signal);
  const size = zip?.length ?? material.bytes;
  const name = zip ? `${material.name}.zip` : material.name;
  // Without a key: a replayed answer would name an address that has expired.
  const checksum_sha256 = zip ? createHash("sha256").update(zip).digest("hex") : material.sha256;
  const begun = await client.beginUpload({
    filename: name,
    content_type: type,
    size_bytes: size,
    checksum_sha256,
  });
  const { asset_id, upload_url, upload_headers } = begun.data;
  const open = async () => zip ?? (await openFile(material.path)).createReadStream();
  const limit = startTimeLimit(runtime, client.uploadMs(size));
  await put(
    runtime,
    policy,
    { link: upload_url, headers: withLength(upload_headers, size), open },
    limit.signal,
  ).finally(limit.clear);
  await completeWithRetries(runtime, client, asset_id);
  return asset_id;
}

// Undici refuses a header that is given twice, and takes names as they are written.
function withLength(headers: Readonly<Record<string, string>>, bytes: number): Record<string, string> {
  const lowered = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...Object.fromEntries(lowered), "content-length": String(bytes) };
}

interface PutRequest {
  readonly link: string;
  readonly headers: Record<string, string>;
  open(): Promise<Buffer | Readable>;
}

async function put(
  runtime: Runtime,
  policy: UrlPolicy,
  { link, headers, open }: PutRequest,
  limit: AbortSignal,
): Promise<void> {
  const url = URL.parse(link);
  if (!url) throw new ShowreelError("provider_error", "HeyGen named no URL to upload to.");
  const dispatcher = await policy.dispatcherFor(url);
  const signal = AbortSignal.any([runtime.signal, limit]);
  const body = await open();
  const status = await runtime
    .request(url, { method: "PUT", headers, body, signal, dispatcher })
    .then(async (answer) => {
      await answer.body.dump();
      return answer.statusCode;
    })
    .catch((cause) => {
      if (runtime.signal.aborted) throw interruptedError();
      const reason = cause instanceof ResponseTimeoutError ? cause.message : "connection lost";
      throw uploadBrokenError(`${systemCode(cause) ?? reason}: PUT ${withoutQuery(url)}`, cause);
    });
  if (status >= 300) throw uploadBrokenError(`HTTP ${status}: PUT ${withoutQuery(url)}`);
}

function uploadBrokenError(facts: string, cause?: unknown): ShowreelError {
  return new ShowreelError("network_error", `The upload broke off (${facts}).`, { retryable: true, cause });
}

// Right after the upload the storage may not have told HeyGen yet (409).
async function completeWithRetries(runtime: Runtime, client: Client, id: string): Promise<void> {
  const end = runtime.elapsed() + completeMs;
  const isEnough = (attempt: number) => attempt === completeAttempts || runtime.elapsed() >= end;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.completeUpload(id);
      return;
    } catch (error) {
      if (!(error instanceof ShowreelError) || !error.retryable || isEnough(attempt)) throw error;
      await runtime.sleep(500 * attempt);
    }
  }
}
