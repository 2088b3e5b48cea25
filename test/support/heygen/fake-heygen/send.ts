import type { ServerResponse } from "node:http";
import type { FakeReply } from "./replies.ts";

/** Sends a reply; with `cutAfter` only so many bytes of the body that its headers promise. */
export function send(response: ServerResponse, reply: FakeReply, cutAfter?: number): void {
  const [type, content] = toContent(reply.body);
  response.statusCode = reply.status;
  if (type) response.setHeader("content-type", type);
  response.setHeader("content-length", content.length);
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  if (cutAfter === undefined) {
    response.end(content);
    return;
  }
  response.flushHeaders();
  response.write(content.subarray(0, cutAfter));
  response.socket?.destroySoon();
}

function toContent(body: FakeReply["body"]): [type: string | undefined, content: Uint8Array] {
  if (body === undefined) return [undefined, Buffer.alloc(0)];
  if (typeof body === "string") return ["text/html", Buffer.from(body)];
  if (body instanceof Uint8Array) return ["application/octet-stream", body];
  return ["application/json", Buffer.from(JSON.stringify(body))];
}
