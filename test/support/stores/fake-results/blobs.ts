import { randomBytes } from "node:crypto";
import { type Reply, type ResultsRequest, type ResultsState, refuse, type StoredBlob } from "./state.ts";

const created: Reply = { status: 201, body: Buffer.alloc(0) };

/** Opens an empty blob for an upload, or a full one for a download, and returns its id. */
export function openBlob(state: ResultsState, blob: Pick<StoredBlob, "fileName" | "bytes" | "contentType">) {
  const id = String(state.nextId++);
  state.blobs.set(id, { ...blob, signature: randomBytes(16).toString("hex"), blocks: new Map() });
  return id;
}

/** The signed URL of a blob, which needs no token. */
export function signBlobUrl(state: ResultsState, id: string): string {
  return `${state.url}blobs/${id}?sig=${state.blobs.get(id)?.signature}`;
}

/** The storage's own name for the operation, for `fail`. */
export function nameBlobOperation(method: string, url: URL): string {
  if (method !== "PUT") return "GetBlob";
  const component = url.searchParams.get("comp");
  if (component === "block") return "PutBlock";
  return component === "blocklist" ? "PutBlockList" : "PutBlob";
}

/** Responds to an upload or a download by the block-blob protocol. */
export function answerBlob(state: ResultsState, request: ResultsRequest): Reply {
  const blob = state.blobs.get(request.url.pathname.split("/")[2] ?? "");
  if (blob === undefined) return refuse(404, "not_found", "no such blob");
  if (request.url.searchParams.get("sig") !== blob.signature) {
    return refuse(403, "permission_denied", "the signature does not match");
  }
  switch (nameBlobOperation(request.method, request.url)) {
    case "PutBlock":
      return putBlock(blob, request);
    case "PutBlockList":
      return putBlockList(blob, request);
    case "PutBlob":
      return commit(blob, request.bytes, request);
    default:
      return getBlob(blob);
  }
}

function putBlock(blob: StoredBlob, { url, bytes }: ResultsRequest): Reply {
  blob.blocks.set(url.searchParams.get("blockid") ?? "", bytes);
  return created;
}

function putBlockList(blob: StoredBlob, request: ResultsRequest): Reply {
  const list = request.bytes.toString("utf8");
  const ids = [...list.matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]*)</g)].map(
    (match) => match[1] ?? "",
  );
  const blocks = ids.map((id) => blob.blocks.get(id)).filter((block) => block !== undefined);
  if (blocks.length !== ids.length) return refuse(400, "malformed", "the list names a block never sent");
  return commit(blob, Buffer.concat(blocks), request);
}

function commit(blob: StoredBlob, bytes: Buffer, { headers }: ResultsRequest): Reply {
  blob.bytes = bytes;
  const contentType = headers["x-ms-blob-content-type"];
  if (typeof contentType === "string") blob.contentType = contentType;
  return created;
}

function getBlob(blob: StoredBlob): Reply {
  if (blob.bytes === undefined) return refuse(404, "not_found", "nothing was uploaded");
  const headers = {
    "content-type": blob.contentType ?? "application/octet-stream",
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(blob.fileName)}`,
  };
  return { status: 200, body: blob.bytes, headers };
}
