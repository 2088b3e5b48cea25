import { createHash } from "node:crypto";
import { open as openFile } from "node:fs/promises";
import type { Readable } from "node:stream";
import { ShowreelError, systemCode } from "../../../base/errors.ts";
import { interruptedError, type Runtime } from "../../../base/runtime.ts";
import { withoutQuery } from "../../../base/text/plain-text.ts";
import { ResponseTimeoutError, startTimeLimit } from "../../../base/timing/time-limit.ts";
import type { UrlPolicy } from "../../../download/connect/url-policy.ts";
import { type LocalMaterial, readFolderFiles, requireUnchanged } from "../../../inputs/materials.ts";
import type { Client } from "../client.ts";
import { toZip } from "./zip.ts";

const completeAttempts = 6;
const completeTimeoutMs = 120_000;

/** The runtime, the client and the URL policy for uploads. */
export interface UploadContext {
  readonly runtime: Runtime;
  readonly client: Client;
  readonly policy: UrlPolicy;
}

/**
 * Uploads a file of any size, or a folder as a zip, in three steps: it requests an upload URL, sends the
 * bytes, and completes the upload. Returns the asset id. The upload URL points to HeyGen's storage, which
 * must not receive the API key.
 */
export async function uploadDirectly(
  { runtime, client, policy }: UploadContext,
  material: LocalMaterial,
  mimeType: string,
): Promise<string> {
  const { signal } = runtime;
  const zip = material.entries && (await toZip(await readFolderFiles(material, signal), signal));
  if (!zip) await requireUnchanged(material, signal);
  const bytes = zip?.length ?? material.bytes;
  // Without an idempotency key: a replayed response would contain an expired URL.
  const { data: target } = await client.beginUpload({
    filename: zip ? `${material.name}.zip` : material.name,
    content_type: mimeType,
    size_bytes: bytes,
    checksum_sha256: zip ? createHash("sha256").update(zip).digest("hex") : material.sha256,
  });
  const upload: PutRequest = {
    url: target.upload_url,
    headers: withContentLength(target.upload_headers, bytes),
    openBody: async () => zip ?? (await openFile(material.path)).createReadStream(),
  };
  const limit = startTimeLimit(runtime, client.uploadMs(bytes));
  await put(runtime, policy, upload, limit.signal).finally(limit.clear);
  await completeUpload(runtime, client, target.asset_id);
  return target.asset_id;
}

// Undici rejects a header that is set twice, and doesn't merge names that differ only in case.
function withContentLength(headers: Readonly<Record<string, string>>, bytes: number): Record<string, string> {
  const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
  return { ...Object.fromEntries(lowerCase), "content-length": String(bytes) };
}

interface PutRequest {
  readonly url: string;
  readonly headers: Record<string, string>;
  openBody(): Promise<Buffer | Readable>;
}

async function put(
  runtime: Runtime,
  policy: UrlPolicy,
  request: PutRequest,
  limit: AbortSignal,
): Promise<void> {
  const url = URL.parse(request.url);
  if (!url) throw new ShowreelError("provider_error", "HeyGen returned an invalid upload URL.");
  const { headers } = request;
  const dispatcher = await policy.dispatcherFor(url);
  const signal = AbortSignal.any([runtime.signal, limit]);
  const body = await request.openBody();
  const status = await runtime
    .request(url, { method: "PUT", headers, body, signal, dispatcher })
    .then(async (response) => {
      await response.body.dump();
      return response.statusCode;
    })
    .catch((cause) => {
      if (runtime.signal.aborted) throw interruptedError();
      const reason = cause instanceof ResponseTimeoutError ? cause.message : "connection lost";
      throw uploadFailedError(`${systemCode(cause) ?? reason}: PUT ${withoutQuery(url)}`, cause);
    });
  if (status >= 300) throw uploadFailedError(`HTTP ${status}: PUT ${withoutQuery(url)}`);
}

function uploadFailedError(facts: string, cause?: unknown): ShowreelError {
  return new ShowreelError("network_error", `The upload failed (${facts}).`, { retryable: true, cause });
}

// HeyGen returns 409 until its storage has reported the upload.
async function completeUpload(runtime: Runtime, client: Client, id: string): Promise<void> {
  const end = runtime.elapsed() + completeTimeoutMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.completeUpload(id);
      return;
    } catch (error) {
      const isLast = attempt === completeAttempts || runtime.elapsed() >= end;
      if (!(error instanceof ShowreelError) || !error.retryable || isLast) throw error;
      await runtime.sleep(500 * attempt);
    }
  }
}
