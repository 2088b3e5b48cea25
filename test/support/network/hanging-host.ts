import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createApiAgent } from "../../../src/base/runtime.ts";
import { eventLoopTurns } from "../runtime/event-loop-turns.ts";
import type { FakeRuntime } from "../runtime/fake-runtime.ts";
import { startLocalServer } from "./local-server.ts";

/** Hosts that stall a client forever, by what they do. Those that trickle return how they send the next piece. */
export const stalls = {
  "never responds": () => {},
  "trickles its headers": ({ socket }: Held) => trickle(socket, "HTTP/1.1 200 OK\r\nx-word: ", "x"),
  "sends 102 forever": ({ socket }: Held) => trickle(socket, "", "HTTP/1.1 102 Processing\r\n\r\n"),
  "trickles its response": ({ response }: Held) => {
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
    return trickle(response, '{"data":', " ");
  },
  "trickles an error response": ({ response }: Held) => {
    response.writeHead(503, { "content-type": "application/json; charset=utf-8" });
    return trickle(response, '{"error":', " ");
  },
  "never reads the request": ({ request }: Held) => void request.pause(),
} as const;

/** Hosts that send without end, which a client rejects at once. */
export const floods = {
  "sends endless headers": ({ socket }: Held) =>
    flood(socket, "HTTP/1.1 200 OK\r\n", `x-word: ${"x".repeat(4_000)}\r\n`),
  "sends an endless response": ({ response }: Held) => {
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
    flood(response, '{"data":', megabyteOfSpaces);
  },
} as const;

const limited =
  (seconds: number) =>
  ({ response }: Held) =>
    void response
      .writeHead(429, { "content-type": "application/json", "retry-after": String(seconds) })
      .end(
        '{"error":{"code":"rate_limit_exceeded","message":"Too many requests"},"message":"Too many requests"}',
      );

/** Hosts that ask for a pause with `retry-after`, in seconds. */
export const retryAfterReplies = {
  "asks for a pause of a minute, again and again": limited(60),
  "asks for a pause of 170 seconds, again and again": limited(170),
  "asks for a pause of an hour": limited(3_600),
  "asks for a pause of a day": limited(86_400),
  "asks for an endless pause": limited(Number.MAX_SAFE_INTEGER),
} as const;

export type HostBehavior = keyof typeof stalls | keyof typeof floods | keyof typeof retryAfterReplies;

interface Held {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly socket: Socket;
}

/** A real server that treats every request this way. */
export interface HangingHost extends AsyncDisposable {
  readonly url: URL;
  /** The number of requests so far. */
  readonly count: () => number;
  /** Resolves as soon as it stalls a request. */
  readonly stalled: () => Promise<void>;
  /** Sends the next piece of each response that it trickles. */
  readonly trickle: () => void;
}

export async function startHangingHost(attack: HostBehavior): Promise<HangingHost> {
  let count = 0;
  let onStall = () => {};
  const held = new Map<Socket, () => void>();
  const act: (held: Held) => unknown = { ...stalls, ...floods, ...retryAfterReplies }[attack];
  const server = await startLocalServer((request, response) => {
    const { socket } = request;
    count += 1;
    if (attack !== "never reads the request") request.resume();
    // The client is expected to disconnect, unless it is only asked to wait.
    for (const stream of attack in retryAfterReplies ? [response] : [socket, response, request])
      stream.on("error", () => {});
    const sendNext = act({ request, response, socket });
    if (attack in stalls) {
      held.set(socket, typeof sendNext === "function" ? () => sendNext() : () => {});
      socket.once("close", () => held.delete(socket));
      onStall();
    }
  });
  return {
    url: server.url,
    count: () => count,
    stalled: () =>
      new Promise((resolve) => {
        onStall = resolve;
        if (held.size > 0) resolve();
      }),
    trickle() {
      for (const sendNext of held.values()) sendNext();
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

type Sink = Pick<Socket, "write" | "destroyed">;

function trickle(sink: Sink, first: string, word: string): () => void {
  sink.write(first);
  return () => void (sink.destroyed || sink.write(word));
}

const megabyteOfSpaces = Buffer.alloc(1_000_000, " ");

function flood(sink: Sink, first: string, word: string | Buffer): void {
  const sendNext = (error?: Error | null) => {
    if (!error && !sink.destroyed) sink.write(word, sendNext);
  };
  sink.write(first, sendNext);
}

// Any limit proves that there is one. The requests to providers have a smaller one of their own.
const limitedAgent = createApiAgent(noProxies, 1_500_000);

/** Wraps a runtime: requests whose `METHOD /path` matches go to the host. */
export function redirectRoute(runtime: FakeRuntime, route: RegExp, host: HangingHost): FakeRuntime {
  const lead = (address: unknown, method = "GET") => {
    const url = new URL(String(address));
    return route.test(`${method} ${url.pathname}`) ? new URL(url.pathname + url.search, host.url) : url;
  };
  return {
    ...runtime,
    request: (url, options) => runtime.request(lead(url, options?.method), options),
    stream: (url, options, factory) => runtime.stream(lead(url, options.method), options, factory),
    fetch: (url, init) => runtime.fetch(lead(url, init?.method), { dispatcher: limitedAgent, ...init }),
  };
}

// Without a time limit the work would never end.
const mostSteps = 2_000;

/**
 * Advances the clock step by step while the host stalls a request, until the work ends. A host that trickles sends one
 * piece per step. Returns the error of the work, if any, and its duration by the runtime's clock.
 */
export async function advanceUntilDone(
  runtime: FakeRuntime,
  host: HangingHost,
  work: Promise<unknown>,
  stepMs = 1_000,
): Promise<{ readonly error: unknown; readonly tookMs: number }> {
  const began = runtime.elapsed();
  let isOver = false;
  const end = work
    .then(
      () => undefined,
      (error: unknown) => error,
    )
    .finally(() => {
      isOver = true;
    });
  for (let step = 0; !isOver; step += 1) {
    if (step === mostSteps)
      throw new Error(`The work goes on after ${mostSteps * stepMs} ms of stalled requests.`);
    await Promise.race([end, host.stalled()]);
    host.trickle();
    await eventLoopTurns();
    if (!isOver) runtime.advance(stepMs);
    await eventLoopTurns();
  }
  return { error: await end, tookMs: runtime.elapsed() - began };
}
