import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { ShowreelError, systemCode } from "../base/errors.ts";
import { byteSize, duration } from "../base/plain-text.ts";
import type { Runtime } from "../base/runtime.ts";
import { openUrl, transferError } from "./open-url.ts";
import type { UrlPolicy } from "./url-policy.ts";

/** A video of 10 GiB would run for hours; more is an attack or a mistake. */
const maxBytes = 10 * 1024 ** 3;
const sweepBytes = 8 * 1024 ** 2;

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
  if (announced > maxBytes) {
    response.body.on("error", () => {}).destroy();
    throw tooLarge();
  }
  const meter = createMeter(runtime, announced);
  try {
    // A fresh file: what lies there may be a link to somewhere else, laid by whoever wrote the checkout.
    await rm(path, { force: true });
    const file = createWriteStream(path, { flags: "wx" });
    await pipeline(response.body, meter.measure, file, { signal: runtime.signal });
  } catch (cause) {
    throw isDiskError(cause) ? diskError(cause) : transferError(runtime, cause, link);
  }
  const { sizeBytes } = meter.result();
  if (Number.isNaN(announced) || sizeBytes === announced) return meter.result();
  throw transferError(runtime, new Error(`${sizeBytes} of ${announced} bytes`), link);
}

/** Hashes, counts and shows what passes through. */
function createMeter(runtime: Runtime, announced: number) {
  const hash = createHash("sha256");
  const started = runtime.now();
  let sizeBytes = 0;
  let sweptAt = 0;
  return {
    async *measure(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        sizeBytes += chunk.length;
        if (sizeBytes > maxBytes) throw tooLarge();
        hash.update(chunk);
        runtime.log.progress("downloading", facts(sizeBytes, announced, runtime.now() - started));
        yield chunk;
        if (sizeBytes - sweptAt < sweepBytes) continue;
        sweptAt = sizeBytes;
        runtime.sweep();
      }
    },
    result: (): FetchedFile => ({ sizeBytes, sha256: hash.copy().digest("hex") }),
  };
}

function facts(bytes: number, announced: number, elapsedMs: number): string {
  const of = Number.isNaN(announced) ? "" : ` of ${byteSize(announced)}`;
  return `${byteSize(bytes)}${of}, ${duration(elapsedMs)}`;
}

function tooLarge(): ShowreelError {
  return new ShowreelError("download_failed", `The file is larger than ${byteSize(maxBytes)}.`);
}

function isDiskError(cause: unknown): boolean {
  return (
    cause instanceof Error &&
    "syscall" in cause &&
    ["open", "write", "close", "rm", "lstat", "unlink"].includes(String(cause.syscall))
  );
}

/** What a disk that does not take the file means. */
export function diskError(cause: unknown): ShowreelError {
  const code = systemCode(cause) ?? "unknown reason";
  return new ShowreelError("download_failed", `The video cannot be written to disk (${code}).`, {
    hint: code === "ENOSPC" ? "Free some disk space, then run again." : "Check the folder of `output_path`.",
    cause,
  });
}
