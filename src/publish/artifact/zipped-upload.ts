import { createHash, randomUUID } from "node:crypto";
import { basename } from "node:path";
import { ShowreelError, systemCode } from "../../base/errors.ts";
import type { Runtime } from "../../base/runtime.ts";
import { withoutQuery } from "../../base/text/plain-text.ts";
import { startTimeLimit } from "../../base/timing/time-limit.ts";
import { createUrlPolicy } from "../../download/connect/url-policy.ts";
import { createArtifactApi, type ResultsService } from "./results-service.ts";
import { openStoredZip, type StoredZip } from "./stored-zip.ts";

export interface ZippedUploadOptions {
  readonly service: ResultsService;
  /** Replaces an existing artifact of the same name. */
  readonly overwrite: boolean;
  readonly retentionDays: number | undefined;
  /** The origin of the git server, which may also serve the uploads. */
  readonly serverOrigin: string | undefined;
}

export type ZippedUpload =
  | { readonly outcome: "uploaded"; readonly id: string; readonly digest: string }
  | { readonly outcome: "name_taken" };

const dayMs = 86_400_000;
const blockTimeoutMs = 120_000;

/**
 * Uploads a file as a zipped artifact of the same name. Returns its id, and the SHA-256 of the zip in
 * hexadecimal.
 */
export async function uploadZipped(
  runtime: Runtime,
  file: string,
  { service, overwrite, retentionDays, serverOrigin }: ZippedUploadOptions,
): Promise<ZippedUpload> {
  const api = createArtifactApi(runtime, service);
  const name = basename(file);
  // Checked first, because some servers replace an artifact of the same name.
  if (await api.exists(name)) {
    if (!overwrite) return { outcome: "name_taken" };
    await api.delete(name);
  }
  const expiresAt = retentionDays === undefined ? undefined : new Date(runtime.now() + retentionDays * dayMs);
  const zip = await openStoredZip(file, name);
  try {
    const uploadUrl = await api.create(name, expiresAt);
    const trustedOrigins = [service.url.origin, serverOrigin];
    const digest = await putBlocks(runtime, zip, uploadUrl, trustedOrigins);
    return { outcome: "uploaded", id: await api.finalize(name, zip.sizeBytes, digest), digest };
  } catch (error) {
    if (isConflict(error)) return { outcome: "name_taken" };
    throw error;
  } finally {
    await zip.close();
  }
}

function isConflict(error: unknown): boolean {
  return error instanceof ShowreelError && error.response?.status === 409;
}

/**
 * Uploads the blocks in order, and no block twice: some servers append each one to a file. Returns the
 * SHA-256 of the zip.
 */
async function putBlocks(
  runtime: Runtime,
  zip: StoredZip,
  uploadUrl: URL,
  trustedOrigins: readonly (string | undefined)[],
): Promise<string> {
  const policy = createUrlPolicy(
    runtime.proxies,
    trustedOrigins.find((origin) => origin === uploadUrl.origin),
  );
  const dispatcher = await policy.dispatcherFor(uploadUrl);
  const put = async (query: string, body: Buffer | string, headers: Record<string, string> = {}) => {
    const url = `${uploadUrl.href}${uploadUrl.search === "" ? "?" : "&"}${query}`;
    const limit = startTimeLimit(runtime, blockTimeoutMs);
    const signal = AbortSignal.any([runtime.graceSignal, limit.signal]);
    try {
      const response = await runtime.request(url, { method: "PUT", headers, body, signal, dispatcher });
      await response.body.dump();
      if (response.statusCode >= 300) throw uploadError(`HTTP ${response.statusCode}`, uploadUrl);
    } catch (cause) {
      if (cause instanceof ShowreelError) throw cause;
      throw uploadError(systemCode(cause) ?? "connection lost", uploadUrl, cause);
    } finally {
      limit.clear();
    }
  };
  const uploadId = randomUUID();
  const hash = createHash("sha256");
  const ids: string[] = [];
  for await (const block of zip.blocks()) {
    hash.update(block);
    // Unique among all uploads of the run, whose blocks some servers store in one folder. All ids of a blob
    // must have the same length.
    const blockId = Buffer.from(`${uploadId}${String(ids.length).padStart(6, "0")}`).toString("base64");
    ids.push(blockId);
    await put(`comp=block&blockid=${encodeURIComponent(blockId)}`, block);
  }
  const list = ids.map((blockId) => `<Latest>${blockId}</Latest>`).join("");
  await put("comp=blocklist", `<?xml version="1.0" encoding="utf-8"?><BlockList>${list}</BlockList>`, {
    "x-ms-blob-content-type": "application/zip",
  });
  return hash.digest("hex");
}

function uploadError(reason: string, url: URL, cause?: unknown): ShowreelError {
  return new ShowreelError("network_error", `The upload failed (${reason}: PUT ${withoutQuery(url)}).`, {
    cause,
  });
}
