import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer as createPlainServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo, Server } from "node:net";
import { join } from "node:path";
import { Agent } from "undici";
import { expect, test } from "vitest";
import { createConnector } from "../../../src/download/connect/buffered-connector.ts";
import { openPart } from "../../../src/download/resume/part-file.ts";
import { transfer } from "../../../src/download/transfer/transfer.ts";
import { owner } from "../../support/files/part-file.ts";
import { slowDisk } from "../../support/files/slow-disk.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import { randomBytes } from "../../support/network/faulty-host.ts";
import { eventLoopTurns } from "../../support/runtime/event-loop-turns.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const bytes = randomBytes(12_000_000);
const sha256 = createHash("sha256").update(bytes).digest("hex");

// So slow that new chunks arrive while old ones are still being written.
slowDisk(() => eventLoopTurns(10 + 20 * Math.random()));

/** Sends the file in writes of these sizes, with a pause after each if `pauses` is set. */
const burst =
  (headers: Record<string, string | number>, sizes: readonly number[], pauses = false): RequestListener =>
  async (_, response) => {
    response.writeHead(200, headers);
    for (let offset = 0, round = 0; offset < bytes.length; round += 1) {
      const next = offset + (sizes[round % sizes.length] ?? 1);
      response.write(bytes.subarray(offset, next));
      offset = next;
      if (pauses) await eventLoopTurns();
    }
    response.end();
  };

async function start(server: Server): Promise<AsyncDisposable & { readonly port: number }> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const closed = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { port: (server.address() as AddressInfo).port, [Symbol.asyncDispose]: closed };
}

/**
 * Downloads `atOnce` times through one agent; returns the files and how many chunks came in large buffers.
 */
async function fetchAll(link: string, ca?: string, atOnce = 1) {
  const agent = new Agent({ connections: 1, connect: createConnector(ca === undefined ? {} : { ca }) });
  const fake = createFakeRuntime();
  let reused = 0;
  const stream = ((url, options, factory) =>
    fake.stream(url, options, (data) => {
      const sink = factory(data);
      const write = sink.write.bind(sink) as (chunk: Buffer) => boolean;
      sink.write = ((chunk: Buffer) => {
        if (chunk.buffer.byteLength === bufferBytes) reused += 1;
        return write(chunk);
      }) as typeof sink.write;
      return sink;
    })) as typeof fake.stream;
  const one = async () => {
    const path = join(createTemporaryFolder(), "a.mp4.part");
    const part = await openPart(path, owner);
    const options = { policy: { dispatcherFor: async () => agent }, path, maxBytes: 20_000_000 };
    await transfer({ ...fake, stream }, options, link, part);
    const found = { sha256: part.sha256(), isSame: readFileSync(path).equals(bytes) };
    await part.close();
    return found;
  };
  const found = await Promise.all(
    Array.from({ length: atOnce }, (_, index) => eventLoopTurns(index * 10).then(one)),
  );
  await agent.close();
  return { found, reused };
}

const intact = { sha256, isSame: true };
const withLength = { "content-length": bytes.length };
const bufferBytes = 512 * 1024;

test.each<[string, Record<string, number>, number[], boolean?]>([
  ["in large bursts", withLength, [4_000_003, 1, 3_999_999]],
  ["in alternating large and tiny bursts", withLength, [1_000_003, 1, 17, 700_001, 131_071, 131_073]],
  ["in chunks of odd sizes", {}, [70_001, 16_383, 1, 524_287, 1_048_577, 65_537, 3]],
  ["in chunks of the size of a buffer", {}, [bufferBytes]],
  ["in small bursts with pauses", withLength, [200_000], true],
])(
  "keeps every byte of a file that arrives faster than it is written, %s",
  async (_, headers, sizes, pauses) => {
    const server = createPlainServer(burst(headers, sizes, pauses));
    await using host = await start(server);
    const { found, reused } = await fetchAll(`http://127.0.0.1:${host.port}/`);
    expect(found).toEqual([intact]);
    expect(reused).toBeGreaterThan(5);
  },
);

test("does not mix up downloads that share a connection", async () => {
  const server = createPlainServer(burst(withLength, [4_000_003, 1, 3_999_999]));
  await using host = await start(server);
  const { found } = await fetchAll(`http://127.0.0.1:${host.port}/`, undefined, 6);
  expect(found).toEqual(Array.from({ length: 6 }, () => intact));
});

const certificate = selfSigned();

test.skipIf(certificate === undefined)("keeps every byte of a file over TLS", async () => {
  const { key = "", cert = "" } = certificate ?? {};
  const server = createTlsServer({ key, cert }, burst({}, [70_001, 16_383, 1, 524_287, 1_048_577, 3]));
  await using host = await start(server);
  expect((await fetchAll(`https://127.0.0.1:${host.port}/`, cert)).found).toEqual([intact]);
});

/** Undefined on a machine without OpenSSL. */
function selfSigned(): { readonly key: string; readonly cert: string } | undefined {
  const folder = createTemporaryFolder();
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"];
  try {
    execFileSync("openssl", ["req", ...kind, ...subject, "-keyout", key, "-out", cert], { stdio: "ignore" });
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  } catch {
    return undefined;
  }
}
