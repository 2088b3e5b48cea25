import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { setTimeout as wait } from "node:timers/promises";
import { type BoundaryHook, passBoundaries } from "../network/request-boundaries.ts";
import { type CacheLimit, type LimitedCache, limitCache } from "./fake-results/limits.ts";
import { type OlderServer, routeLikeOlderServer } from "./fake-results/older-server.ts";
import { nameOperation, parseJson, route } from "./fake-results/route.ts";
import type { CacheEntry, Reply, ResultsState, StoredArtifact } from "./fake-results/state.ts";

/** A received request: `path` with its query, `body` parsed, `undefined` for the bytes of a blob. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** GitHub's results service (artifacts and cache v2) on a loopback port. */
export interface FakeResults extends AsyncDisposable {
  /** For `ACTIONS_RESULTS_URL`; ends in a slash. */
  readonly url: string;
  /** For `ACTIONS_RUNTIME_TOKEN`; requests without it are rejected. */
  readonly token: string;
  /** Finalized artifacts, oldest first. */
  readonly artifacts: StoredArtifact[];
  /** Finalized cache entries, oldest first. Push `{ key, version }` to seed a lookup. */
  readonly cacheEntries: CacheEntry[];
  readonly requests: RecordedRequest[];
  /** Scripts the next responses of a service method, `PutBlock`, `PutBlockList`, `PutBlob` or `GetBlob`. */
  fail(methodName: string, ...replies: { status: number; body: object }[]): void;
  /** Starts a new attempt of the run, with no artifacts and all cache entries. */
  beginAttempt(): void;
}

/** How a test wants the service to behave. */
export interface FakeResultsOptions {
  /** Awaited at every boundary of a request. */
  readonly onBoundary?: BoundaryHook;
  /** Limits of the cache. */
  readonly cacheLimit?: CacheLimit;
  /** Accepts only zipped artifacts, like servers that don't know the field `mime_type`. */
  readonly olderServer?: OlderServer;
  /** The delay of responses to cache writes, and until an entry is visible, in milliseconds. */
  readonly cacheDelays?: { readonly write?: number; readonly seen?: number };
}

/** Starts the service empty: `await using results = await startFakeResults()`. */
export async function startFakeResults({
  onBoundary,
  olderServer,
  cacheLimit,
  cacheDelays,
}: FakeResultsOptions = {}): Promise<FakeResults> {
  const cache = limitCache(cacheLimit);
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const state = createState(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const requests: RecordedRequest[] = [];
  const failures = new Map<string, Reply[]>();
  server.on("request", (incoming, response) => {
    // A client that disconnects during an upload gets no response.
    serve(
      { state, requests, failures, onBoundary, olderServer, cache, cacheDelays },
      incoming,
      response,
    ).catch(() => response.destroy());
  });
  return {
    url: state.url,
    token: state.token,
    artifacts: state.artifacts,
    cacheEntries: state.cacheEntries,
    requests,
    fail: (name, ...replies) => failures.set(name, [...(failures.get(name) ?? []), ...replies]),
    beginAttempt() {
      cache.beginAttempt(state);
      state.artifacts.length = 0;
      state.openArtifacts.clear();
    },
    [Symbol.asyncDispose]: () => close(server),
  };
}

interface Service {
  readonly state: ResultsState;
  readonly requests: RecordedRequest[];
  readonly failures: Map<string, Reply[]>;
  readonly onBoundary: BoundaryHook | undefined;
  readonly olderServer: OlderServer | undefined;
  readonly cache: LimitedCache;
  readonly cacheDelays: FakeResultsOptions["cacheDelays"];
}

function createState(url: string): ResultsState {
  const memory = { blobs: new Map(), openArtifacts: new Map(), reservedEntries: new Map(), nextId: 1001 };
  return { url, token: createToken(), ...memory, artifacts: [], cacheEntries: [] };
}

/** The clients read the backend ids from the token and never verify its signature. */
function createToken(): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString("base64url");
  return `${encode({ alg: "none", typ: "JWT" })}.${encode({ scp: "Actions.Results:run-1:job-1" })}.`;
}

async function serve(
  { state, requests, failures, onBoundary, olderServer, cache, cacheDelays }: Service,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = "", url: path = "", headers } = incoming;
  const request = { method, url: new URL(path, state.url), headers, bytes: await buffer(incoming) };
  const index =
    requests.push({ method, path, body: path.startsWith("/blobs/") ? undefined : parseJson(request.bytes) }) -
    1;
  const operation = nameOperation(request) ?? path;
  if (/^(Create|Finalize)CacheEntry/.test(operation)) await wait(cacheDelays?.write ?? 0);
  await passBoundaries(
    onBoundary,
    { service: "results", route: operation, index },
    response,
    () => {
      const limited = failures.get(operation)?.shift() ?? cache.answer(operation);
      if (limited) return limited;
      const reply = olderServer ? routeLikeOlderServer(olderServer, state, request) : route(state, request);
      cache.afterwards(operation, state);
      if (operation === "FinalizeCacheEntryUpload") hide(state, cacheDelays?.seen ?? 0);
      return reply;
    },
    (reply) => send(response, reply),
  );
}

// A distributed service reserves an entry's key before all of its machines find the entry.
function hide(state: ResultsState, ms: number): void {
  const entry = ms > 0 ? state.cacheEntries.pop() : undefined;
  if (!entry) return;
  const id = JSON.stringify([entry.key, entry.version]);
  state.reservedEntries.set(id, "");
  setTimeout(() => {
    state.reservedEntries.delete(id);
    state.cacheEntries.push(entry);
  }, ms).unref();
}

function send(response: ServerResponse, { status, body, headers }: Reply): void {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  const type = Buffer.isBuffer(body) ? {} : { "content-type": "application/json" };
  response.writeHead(status, { ...type, ...headers, "content-length": bytes.length }).end(bytes);
}

async function close(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
