import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { sampleVideo } from "../../test/support/files/sample-video.ts";

/** A server for one large video. */
export interface LargeVideoServer {
  readonly url: string;
  /** Returns the number of body bytes of the video that were sent so far. */
  sentBytes(): Promise<number>;
  close(): Promise<void>;
}

/**
 * Starts a server for HeyGen's status call and one large, valid MP4. It is a separate process, so that its
 * own memory and time are not measured. It closes the connection `cuts` times, evenly spread over the file.
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

// The boxes of the sample video, with a longer mdat box at the end.
function createHead(bytes: number): Buffer {
  const sample = sampleVideo;
  const start = sample.indexOf("mdat") - 4;
  const head = Buffer.concat([sample.subarray(0, start), Buffer.alloc(16)]);
  // A size of 1 means that a 64-bit size follows.
  head.writeUInt32BE(1, start);
  head.write("mdat", start + 4, "latin1");
  head.writeBigUInt64BE(BigInt(bytes - start), start + 8);
  return head;
}

function* createBody(bytes: number, from: number, until: number) {
  const head = createHead(bytes);
  for (let offset = from; offset < until; ) {
    const source = offset < head.length ? head.subarray(offset) : block;
    const chunk = source.subarray(0, Math.min(source.length, until - offset));
    offset += chunk.length;
    sent += chunk.length;
    yield chunk;
  }
}

function serveVideo(request: IncomingMessage, response: ServerResponse, bytes: number, cuts: number): void {
  const from = Number(/^bytes=(\d+)-$/.exec(request.headers.range ?? "")?.[1] ?? 0);
  const section = Math.ceil(bytes / (cuts + 1));
  const until = Math.min(bytes, (Math.floor(from / section) + 1) * section);
  response.writeHead(from > 0 ? 206 : 200, {
    "content-type": "video/mp4",
    "content-length": bytes - from,
    etag: '"large"',
    ...(from > 0 && { "content-range": `bytes ${from}-${bytes - 1}/${bytes}` }),
  });
  const body = Readable.from(createBody(bytes, from, until));
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
