import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";

/** A completely received request. */
export interface ResultsRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** A response as data. Bytes are sent raw, anything else as JSON. */
export interface Reply {
  readonly status: number;
  readonly body: object;
  readonly headers?: Record<string, string>;
}

/** An upload or download behind a signed URL: blocks first, whole bytes once it is committed. */
export interface StoredBlob {
  readonly signature: string;
  readonly fileName: string;
  readonly blocks: Map<string, Buffer>;
  bytes?: Buffer;
  contentType?: string;
}

/** A finalized artifact. `digest` is `sha256:` and hex; times are RFC 3339. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  readonly bytes: Buffer;
  readonly contentType: string;
  readonly digest: string;
  readonly createdAt: string;
  readonly expiresAt?: string;
}

/** A finalized cache entry; a test may push one without bytes to seed a lookup. */
export interface CacheEntry {
  readonly key: string;
  readonly version: string;
  readonly bytes?: Buffer;
}

/** An artifact that is being uploaded; its name is taken. */
export interface OpenArtifact {
  readonly blobId: string;
  readonly contentType: string;
  readonly expiresAt?: string;
}

/** The state of the fake service. The arrays are oldest first. */
export interface ResultsState {
  readonly url: string;
  readonly token: string;
  readonly blobs: Map<string, StoredBlob>;
  readonly openArtifacts: Map<string, OpenArtifact>;
  readonly artifacts: StoredArtifact[];
  readonly reservedEntries: Map<string, string>;
  readonly cacheEntries: CacheEntry[];
  nextId: number;
}

/** One method of a twirp service: a JSON message in, a reply out. */
export type Method = (state: ResultsState, message: unknown) => Reply;

/** A twirp error: the clients show `msg`. */
export function refuse(status: number, code: string, msg: string): Reply {
  return { status, body: { code, msg } };
}

/** Validates the message before the method is called; an invalid one is a 400 `malformed`. */
export function defineMethod<Message>(
  schema: z.ZodType<Message>,
  answer: (state: ResultsState, message: Message) => Reply,
): Method {
  return (state, message) => {
    const parsed = schema.safeParse(message);
    return parsed.success
      ? answer(state, parsed.data)
      : refuse(400, "malformed", z.prettifyError(parsed.error));
  };
}
