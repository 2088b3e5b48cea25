import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { sampleVideoBase64 } from "../../src/providers/sandbox/sample-video.ts";

/** What the server was asked to do, and did. */
export interface LargeVideoServer {
  readonly url: string;
  /** Body bytes that were sent of the video so far. */
  sentBytes(): Promise<number>;
  close(): Promise<void>;
}

/**
 * HeyGen's status call and one large but valid MP4, served by a process of its own so that nothing is measured twice.
 * The connection is cut `cuts` times, evenly spread over the file.
 */
export async function startLargeVideoServer(bytes: number, cuts = 0): Promise<LargeVideoServer> {
  const child: ChildProcess = fork(import.meta.filename, [String(bytes), String(cuts)], { stdio: "inherit" });
  const [url] = await once(child, "message");
  return {
    url: String(url),
    sentBytes: async () => Number(await (await fetch(`${url}/sent`)).text()),
    close: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
}

const block = Buffer.alloc(1_048_576, 7);
let sent = 0;

// The sample's boxes, but for a last one (mdat) that is as long as it takes.
function headOf(bytes: number): Buffer {
  const sample = Buffer.from(sampleVideoBase64, "base64");
  const start = sample.indexOf("mdat") - 4;
  const head = Buffer.concat([sample.subarray(0, start), Buffer.alloc(16)]);
  // A size of 64 bits.
  head.writeUInt32BE(1, start);
  head.write("mdat", start + 4, "latin1");
  head.writeBigUInt64BE(BigInt(bytes - start), start + 8);
  return head;
}

function* bodyOf(bytes: number, from: number, until: number) {
  const head = headOf(bytes);
  for (let place = from; place < until; ) {
    const source = place < head.length ? head.subarray(place) : block;
    const piece = source.subarray(0, Math.min(source.length, until - place));
    place += piece.length;
    sent += piece.length;
    yield piece;
  }
}

function serveVideo(request: IncomingMessage, response: ServerResponse, bytes: number, cuts: number): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const stretch = Math.ceil(bytes / (cuts + 1));
  const until = Math.min(bytes, (Math.floor(from / stretch) + 1) * stretch);
  response.writeHead(from > 0 ? 206 : 200, {
    "content-type": "video/mp4",
    "content-length": bytes - from,
    etag: '"large"',
    ...(from > 0 && { "content-range": `bytes ${from}-${bytes - 1}/${bytes}` }),
  });
  const body = Readable.from(bodyOf(bytes, from, until));
  if (until === bytes) body.pipe(response);
  else body.on("end", () => request.socket.destroySoon()).pipe(response, { end: false });
}

if (process.send) {
  const [bytes = 0, cuts = 0] = process.argv.slice(2).map(Number);
  const server = createServer((request, response) => {
    if (request.url === "/large.mp4") return serveVideo(request, response, bytes, cuts);
    if (request.url === "/sent") return response.end(String(sent));
    const data = { id: "large", status: "completed", video_url: `http://${request.headers.host}/large.mp4` };
    return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data }));
  });
  server.listen(0, "127.0.0.1", () => {
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}
