import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { sampleVideoBase64 } from "../../src/providers/sandbox/sample-video.ts";

/** HeyGen's status call and one large but valid MP4, served by a process of its own so that nothing is measured twice. */
export async function startLargeVideoServer(bytes: number): Promise<{ url: string; close(): Promise<void> }> {
  const child: ChildProcess = fork(import.meta.filename, [String(bytes)], { stdio: "inherit" });
  const [url] = await once(child, "message");
  return {
    url: String(url),
    close: async () => {
      child.kill();
      await once(child, "exit");
    },
  };
}

// The sample's boxes, but for a last one (mdat) that is as long as it takes.
function serveVideo(response: ServerResponse, bytes: number): void {
  const sample = Buffer.from(sampleVideoBase64, "base64");
  const head = Buffer.from(sample.subarray(0, sample.indexOf("mdat") + 4));
  head.writeUInt32BE(bytes - head.length + 8, head.length - 8);
  response.writeHead(200, { "content-type": "video/mp4", "content-length": bytes });
  const block = Buffer.alloc(1_048_576, 7);
  const body = function* () {
    yield head;
    for (let left = bytes - head.length; left > 0; left -= block.length) yield block.subarray(0, left);
  };
  Readable.from(body()).pipe(response);
}

if (process.send) {
  const bytes = Number(process.argv[2]);
  const server = createServer((request, response) => {
    if (request.url === "/large.mp4") return serveVideo(response, bytes);
    const data = { id: "large", status: "completed", video_url: `http://${request.headers.host}/large.mp4` };
    return response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ data }));
  });
  server.listen(0, "127.0.0.1", () => {
    process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
}
