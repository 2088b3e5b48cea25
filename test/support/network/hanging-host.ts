import type { IncomingMessage, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { FakeRuntime } from "../runtime/fake-runtime.ts";
import { startLocalServer } from "./local-server.ts";

/** Hosts that stall a client forever, by what they do. */
export const stalls = {
  "never responds": async () => {},
  "trickles its headers": async ({ socket }: Held) => drip(socket, "HTTP/1.1 200 OK\r\nx-word: ", "x"),
  "sends 102 forever": async ({ socket }: Held) => drip(socket, "", "HTTP/1.1 102 Processing\r\n\r\n"),
  "trickles its response": async ({ response }: Held) => {
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
    return drip(response, '{"data":', " ");
  },
  "trickles an error response": async ({ response }: Held) => {
    response.writeHead(503, { "content-type": "application/json; charset=utf-8" });
    return drip(response, '{"error":', " ");
  },
  "never reads the request": async ({ request }: Held) => void request.pause(),
} as const;

/** Hosts that send without end, which a client rejects at once. */
export const floods = {
  "sends endless headers": async ({ socket }: Held) =>
    flood(socket, "HTTP/1.1 200 OK\r\n", `x-word: ${"x".repeat(4_000)}\r\n`),
  "sends an endless response": async ({ response }: Held) => {
    response.writeHead(200, { "content-type": "application/json; charset=utf-8" });
    return flood(response, '{"data":', " ".repeat(1_000_000));
  },
} as const;

const limited =
  (seconds: number) =>
  async ({ response }: Held) =>
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
  /** Whether it is stalling a request now. */
  readonly isHolding: () => boolean;
}

export async function startHangingHost(attack: HostBehavior): Promise<HangingHost> {
  let count = 0;
  const held = new Set<Socket>();
  const act: (held: Held) => Promise<void> = { ...stalls, ...floods, ...retryAfterReplies }[attack];
  const server = await startLocalServer((request, response) => {
    const { socket } = request;
    count += 1;
    if (attack !== "never reads the request") request.resume();
    // The client is expected to disconnect, unless it is only asked to wait.
    for (const stream of attack in retryAfterReplies ? [response] : [socket, response, request])
      stream.on("error", () => {});
    if (attack in stalls) {
      held.add(socket);
      socket.once("close", () => held.delete(socket));
    }
    act({ request, response, socket }).catch(() => {});
  });
  return {
    url: server.url,
    count: () => count,
    isHolding: () => held.size > 0,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

type Sink = Pick<Socket, "write" | "destroyed">;

// Small chunks, more often than any idle timeout.
async function drip(sink: Sink, first: string, word: string): Promise<void> {
  for (sink.write(first); !sink.destroyed; sink.write(word)) await wait(2);
}

async function flood(sink: Sink, first: string, word: string): Promise<void> {
  for (sink.write(first); !sink.destroyed; ) {
    await new Promise<void>((resolve, reject) =>
      sink.write(word, (error) => (error ? reject(error) : resolve())),
    );
  }
}

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
    fetch: (url, init) => runtime.fetch(lead(url, init?.method), init),
  };
}

/**
 * Advances the clock step by step while the host holds a request, until the work ends. Returns the error
 * of the work, if any, and its duration by the runtime's clock.
 */
export async function advanceUntilDone(
  runtime: FakeRuntime,
  host: HangingHost,
  work: Promise<unknown>,
  stepMs = 1_000,
): Promise<{ readonly error: unknown; readonly tookMs: number }> {
  const began = runtime.elapsed();
  let isOver = false;
  const end = work.then(
    () => undefined,
    (error: unknown) => error,
  );
  end.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await wait(1);
    if (host.isHolding()) runtime.advance(stepMs);
  }
  return { error: await end, tookMs: runtime.elapsed() - began };
}
