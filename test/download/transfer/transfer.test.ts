import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { openPart } from "../../../src/download/resume/part-file.ts";
import { transfer } from "../../../src/download/transfer/transfer.ts";
import { owner } from "../../support/files/part-file.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import { randomBytes, startFaultyHost } from "../../support/network/faulty-host.ts";
import { type LocalServer, startLocalServer } from "../../support/network/local-server.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const tenGibibytes = 10 * 1024 ** 3;

/** Transfers a file once; returns the state of its part. */
async function transferFrom({ url }: LocalServer, path = freshPath(), runtime = createFakeRuntime()) {
  const policy = createUrlPolicy(noProxies, url.origin);
  const part = await openPart(path, owner);
  try {
    const link = new URL("/a.mp4?Signature=secret", url).href;
    await transfer(runtime, { policy, path, maxBytes: tenGibibytes }, link, part);
    return { size: part.size, sha256: part.sha256(), resumeInfo: part.resumeInfo };
  } finally {
    await part.close();
  }
}

const freshPath = () => join(createTemporaryFolder(), "a.mp4.part");
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("transfers a file with its size and digest", async () => {
  const bytes = randomBytes(3_000_000);
  await using server = await startFaultyHost({ bytes, validators: { etag: '"v1"' } }, []);
  const path = freshPath();
  expect(await transferFrom(server, path)).toEqual({
    size: bytes.length,
    sha256: sha256(bytes),
    resumeInfo: { total: bytes.length, validator: '"v1"' },
  });
  expect(readFileSync(path).equals(bytes)).toBe(true);
});

test("transfers a file without Content-Length", async () => {
  await using server = await startLocalServer((_, response) => {
    response.write("first ");
    response.end("second");
  });
  const path = freshPath();
  expect(await transferFrom(server, path)).toMatchObject({ size: 12, resumeInfo: { total: 12 } });
  expect(readFileSync(path, "utf8")).toBe("first second");
});

test("replaces a longer file completely", async () => {
  await using server = await startLocalServer((_, response) => response.end("new"));
  const path = freshPath();
  writeFileSync(path, "a much longer file of an earlier attempt");
  await transferFrom(server, path);
  expect(readFileSync(path, "utf8")).toBe("new");
});

test("shows the received and the total bytes as progress", async () => {
  await using server = await startLocalServer((_, response) => {
    response.writeHead(200, { "content-length": 52_100 }).end(Buffer.alloc(52_100));
  });
  const runtime = createFakeRuntime();
  await transferFrom(server, freshPath(), runtime);
  expect(runtime.lines.at(-1)).toBe("progress: downloading (52.1 kB of 52.1 kB)");
});

test("fails with a retryable error when bytes are missing", async () => {
  const bytes = Buffer.from("only this and what is missing");
  await using server = await startFaultyHost({ bytes, validators: {} }, [{ cut: { after: 9 } }]);
  const failure = await failureOf(() => transferFrom(server));
  expect(failure).toMatchObject({ code: "network_error", retryable: true });
  expect(failure.message).toContain("The download failed");
  expect(failure.message).not.toContain("secret");
});

test("stops when the run is interrupted", async () => {
  const runtime = createFakeRuntime();
  await using server = await startLocalServer((_, response) => {
    response.write("a part", () => runtime.interrupt());
  });
  const failure = await failureOf(() => transferFrom(server, freshPath(), runtime));
  expect(failure.code).toBe("interrupted");
});

describe("a file above the size limit is rejected, and its connection closed", () => {
  test("by its Content-Length", async () => {
    const closed = Promise.withResolvers<unknown>();
    await using server = await startLocalServer((_, response) => {
      closed.resolve(once(response, "close"));
      response.writeHead(200, { "content-length": tenGibibytes + 1 });
      response.write(Buffer.alloc(100_000));
    });
    const failure = await failureOf(() => transferFrom(server));
    expect(failure).toMatchObject({ code: "download_failed", retryable: false });
    expect(failure.message).toBe("The file is larger than `max_size_mb` allows.");
    expect(failure.hint).toContain("It has at least 10.7 GB.");
    await closed.promise;
  });
});

test("fails with the disk's error code and a hint when the folder is missing", async () => {
  const path = freshPath();
  rmSync(join(path, ".."), { recursive: true });
  await using server = await startLocalServer((_, response) => response.end("video"));
  const failure = await failureOf(() => transferFrom(server, path));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toBe("The video cannot be written to disk (ENOENT).");
  expect(failure.hint).toContain("`output_path`");
  expect(server.requests).toEqual([]);
});

test("closes the connection when the disk fails during a transfer", async () => {
  const closed = Promise.withResolvers<unknown>();
  const folder = createTemporaryFolder();
  await using server = await startLocalServer((_, response) => {
    // The note of the part is written there too, so this makes the disk fail.
    rmSync(folder, { recursive: true });
    closed.resolve(once(response, "close"));
    response.write(Buffer.alloc(100_000));
  });
  const failure = await failureOf(() => transferFrom(server, join(folder, "a.mp4.part")));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toBe("The video cannot be written to disk (ENOENT).");
  await closed.promise;
});

test("fails before the first write when the disk has too little space", async () => {
  await using server = await startLocalServer((_, response) => {
    response.writeHead(200, { "content-length": 1e18 });
    response.write(Buffer.alloc(1_000));
  });
  const policy = createUrlPolicy(noProxies, server.url.origin);
  const part = await openPart(freshPath(), owner);
  const options = { policy, path: freshPath(), maxBytes: Number.MAX_SAFE_INTEGER * 1_000 };
  const failure = await failureOf(() => transfer(createFakeRuntime(), options, server.url.href, part));
  await part.close();
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toMatch(
    /^The video does not fit on the disk: it needs 1000000\.0 TB, and .+ are free\.$/,
  );
  expect(part.size).toBe(0);
});
