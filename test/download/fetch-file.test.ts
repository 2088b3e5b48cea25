import { createHash } from "node:crypto";
import { once } from "node:events";
import { lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fetchFile } from "../../src/download/fetch-file.ts";
import { createUrlPolicy } from "../../src/download/url-policy.ts";
import { failureOf } from "../support/failure-of.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";
import { type LocalServer, startLocalServer } from "../support/local-server.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

function fetchFrom({ url }: LocalServer, path: string, runtime = createFakeRuntime()) {
  const link = new URL("/a.mp4?Signature=secret", url).href;
  return fetchFile(runtime, createUrlPolicy(url.origin), link, path);
}

test("a file of many parts comes whole, with its size and checksum", async () => {
  const content = Buffer.alloc(3_000_000, "showreel");
  await using server = await startLocalServer((_, response) => {
    response.writeHead(200, { "content-length": content.length }).end(content);
  });
  const path = join(createTemporaryFolder(), "a.mp4");
  const sha256 = createHash("sha256").update(content).digest("hex");
  expect(await fetchFrom(server, path)).toEqual({ sizeBytes: content.length, sha256 });
  expect(readFileSync(path).equals(content)).toBe(true);
});

test("a file whose length nobody announced comes whole too", async () => {
  await using server = await startLocalServer((_, response) => {
    response.write("first ");
    response.end("second");
  });
  const path = join(createTemporaryFolder(), "a.mp4");
  expect(await fetchFrom(server, path)).toMatchObject({ sizeBytes: 12 });
  expect(readFileSync(path, "utf8")).toBe("first second");
});

test("a shorter file replaces a longer one completely", async () => {
  await using server = await startLocalServer((_, response) => response.end("new"));
  const path = join(createTemporaryFolder(), "a.mp4");
  writeFileSync(path, "a much longer file of an earlier attempt");
  await fetchFrom(server, path);
  expect(readFileSync(path, "utf8")).toBe("new");
});

test("the progress tells how much of how much has come", async () => {
  await using server = await startLocalServer((_, response) => {
    response.writeHead(200, { "content-length": 52_100 }).end(Buffer.alloc(52_100));
  });
  const runtime = createFakeRuntime();
  await fetchFrom(server, join(createTemporaryFolder(), "a.mp4"), runtime);
  expect(runtime.lines.at(-1)).toBe("progress: downloading (52.1 kB of 52.1 kB, 0.0 s)");
});

test("fewer bytes than announced are a broken connection, which may be tried again", async () => {
  await using server = await startLocalServer((request, response) => {
    response.writeHead(200, { "content-length": 1_000 });
    response.write("only this", () => request.socket.destroySoon());
  });
  const failure = await failureOf(() => fetchFrom(server, join(createTemporaryFolder(), "a.mp4")));
  expect(failure).toMatchObject({ code: "network_error", retryable: true });
  expect(failure.message).toContain("The download broke off");
  expect(failure.message).not.toContain("secret");
});

test("an interrupted run stops in the middle of a file", async () => {
  const runtime = createFakeRuntime();
  await using server = await startLocalServer((_, response) => {
    response.write("a part", () => runtime.interrupt());
  });
  const failure = await failureOf(() => fetchFrom(server, join(createTemporaryFolder(), "a.mp4"), runtime));
  expect(failure.code).toBe("interrupted");
});

test("a file of more than ten gibibytes is refused by its announcement, and the connection is let go", {
  timeout: 3_000,
}, async () => {
  const closed = Promise.withResolvers<unknown>();
  await using server = await startLocalServer((_, response) => {
    closed.resolve(once(response, "close"));
    response.writeHead(200, { "content-length": 10 * 1024 ** 3 + 1 });
    response.write(Buffer.alloc(100_000));
  });
  const failure = await failureOf(() => fetchFrom(server, join(createTemporaryFolder(), "a.mp4")));
  expect(failure).toMatchObject({ code: "download_failed", retryable: false });
  expect(failure.message).toBe("The file is larger than 10.7 GB.");
  await closed.promise;
});

describe("a disk that does not take the file", () => {
  test("is named as the reason, with what to do, and the connection is let go", {
    timeout: 3_000,
  }, async () => {
    const folder = createTemporaryFolder();
    rmSync(folder, { recursive: true });
    const closed = Promise.withResolvers<unknown>();
    await using server = await startLocalServer((_, response) => {
      closed.resolve(once(response, "close"));
      response.write(Buffer.alloc(100_000));
    });
    const failure = await failureOf(() => fetchFrom(server, join(folder, "a.mp4")));
    expect(failure).toMatchObject({ code: "download_failed", retryable: false });
    expect(failure.message).toBe("The video cannot be written to disk (ENOENT).");
    expect(failure.hint).toContain("`output_path`");
    await closed.promise;
  });

  test("is no link that somebody has laid there", async () => {
    const [inside, outside] = [createTemporaryFolder(), createTemporaryFolder()];
    const [path, victim] = [join(inside, "a.mp4.part"), join(outside, "victim")];
    writeFileSync(victim, "precious");
    symlinkSync(victim, path);
    await using server = await startLocalServer((_, response) => response.end("video"));
    await fetchFrom(server, path).catch(() => {});
    expect(readFileSync(victim, "utf8")).toBe("precious");
    expect(lstatSync(victim).isFile()).toBe(true);
  });
});
