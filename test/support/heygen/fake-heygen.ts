import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createFaultQueue, type Fault } from "./fake-heygen/faults.ts";
import type { FakeRoute } from "./fake-heygen/handlers.ts";
import type { RecordedRequest } from "./fake-heygen/request.ts";
import { type Journal, type Stage, serve } from "./fake-heygen/serve.ts";
import { createState, type FakeHeygenOptions } from "./fake-heygen/state.ts";

export type { FakeHeygenOptions, FakeRoute, Fault, RecordedRequest };

/** A local HeyGen. Its disposal throws if one of its responses violated the contract. */
export interface FakeHeygen extends AsyncDisposable {
  /** The base URL, without a trailing slash. */
  readonly url: string;
  readonly port: number;
  /** All requests in order except those for the time, including those with a fault. */
  readonly requests: readonly RecordedRequest[];
  /** Requests for HeyGen's time before a submit, which have no faults. */
  readonly timeQuestions: readonly RecordedRequest[];
  /** The number of billed videos. */
  readonly billed: number;
  /** One line per API key that was sent to a file server. */
  readonly leakedKeys: readonly string[];
  /** How the fake's own responses violate the contract; scripted ones are not validated. */
  readonly answerProblems: readonly string[];
  /** Scripts the next faults of a route, in this order. */
  on(route: FakeRoute, ...faults: readonly Fault[]): void;
}

/** Starts a fake of HeyGen's v3 API: a real HTTP server on a free port of 127.0.0.1. */
export async function startFakeHeygen(options: FakeHeygenOptions = {}): Promise<FakeHeygen> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const state = await createState(`http://${options.linkHost ?? "127.0.0.1"}:${port}`, options);
  const journal: Journal = { requests: [], timeQuestions: [], leakedKeys: [], answerProblems: [] };
  const stage: Stage = { state, faults: createFaultQueue(), journal };
  server.on("request", toListener(stage));
  return {
    url,
    port,
    ...journal,
    get billed() {
      return state.billed;
    },
    on: (route, ...faults) => stage.faults.add(route, faults),
    [Symbol.asyncDispose]: () => stop(server, journal.answerProblems),
  };
}

function toListener(stage: Stage): RequestListener {
  return (incoming, response) => {
    serve(stage, incoming, response).catch((error: unknown) => {
      // A client may disconnect while it sends.
      if (incoming.complete) stage.journal.answerProblems.push(String(error));
      response.destroy();
    });
  };
}

async function stop(server: Server, answerProblems: readonly string[]): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
  if (answerProblems.length > 0) throw new Error(`The fake broke the contract: ${answerProblems.join("; ")}`);
}
