import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import type { Dispatcher } from "undici";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { byteSize, duration } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { openUrl, transferError } from "./open-url.ts";
import type { UrlPolicy } from "./url-policy.ts";

/** A video of 10 GiB would run for hours; more is an attack or a mistake. */
const maxBytes = 10 * 1024 ** 3;

export interface FetchedFile {
  readonly sizeBytes: number;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/**
 * Streams the file behind a link to `path`, hashing on the way. Complete or not at all: fewer bytes than announced
 * are a `network_error` that may be retried.
 */
export async function fetchFile(
  runtime: Runtime,
  policy: UrlPolicy,
  link: string,
  path: string,
): Promise<FetchedFile> {
  const response = await openUrl(runtime, policy, link);
  const announced = Number(response.headers["content-length"] ?? Number.NaN);
  if (announced > maxBytes) throw tooLarge();
  const fetched = await write(runtime, response, path, announced, link);
  if (Number.isNaN(announced) || fetched.sizeBytes === announced) return fetched;
  throw transferError(runtime, new Error(`${fetched.sizeBytes} of ${announced} bytes`), link);
}

async function write(
  runtime: Runtime,
  response: Dispatcher.ResponseData,
  path: string,
  announced: number,
  link: string,
): Promise<FetchedFile> {
  const file = await open(path, "w").catch(diskError);
  const hash = createHash("sha256");
  const started = runtime.now();
  let sizeBytes = 0;
  try {
    for await (const chunk of chunks(runtime, response, link)) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) throw tooLarge();
      hash.update(chunk);
      await file.write(chunk).catch(diskError);
      runtime.log.progress("downloading", facts(sizeBytes, announced, runtime.now() - started));
    }
    return { sizeBytes, sha256: hash.digest("hex") };
  } finally {
    await file.close();
  }
}

async function* chunks(
  runtime: Runtime,
  response: Dispatcher.ResponseData,
  link: string,
): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of response.body) yield chunk;
  } catch (cause) {
    throw transferError(runtime, cause, link);
  }
}

function facts(bytes: number, announced: number, elapsedMs: number): string {
  const of = Number.isNaN(announced) ? "" : ` of ${byteSize(announced)}`;
  return `${byteSize(bytes)}${of}, ${duration(elapsedMs)}`;
}

function tooLarge(): ShowreelError {
  return new ShowreelError("download_failed", `The file is larger than ${byteSize(maxBytes)}.`);
}

function diskError(cause: unknown): never {
  const code = systemCode(cause) ?? "unknown reason";
  throw new ShowreelError("download_failed", `The video cannot be written to disk (${code}).`, {
    hint: code === "ENOSPC" ? "Free some disk space, then run again." : "Check the folder of `output_path`.",
    cause,
  });
}
