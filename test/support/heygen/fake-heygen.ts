import { once } from "node:events";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createFaultQueue, type Fault } from "./fake-heygen/faults.ts";
import type { FakeRoute } from "./fake-heygen/handlers.ts";
import type { RecordedRequest } from "./fake-heygen/request.ts";
import { type Journal, type Stage, serve } from "./fake-heygen/serve.ts";
import { createState, type FakeHeygenOptions } from "./fake-heygen/state.ts";

export type { FakeHeygenOptions, FakeRoute, Fault, RecordedRequest };

/** A HeyGen on this computer. Its disposal throws if an answer of its own broke the contract. */
export interface FakeHeygen extends AsyncDisposable {
  /** The base URL, without a slash at its end. */
  readonly url: string;
  readonly port: number;
  /** All requests but those for the time, in the order of their arrival, those that met a fault too. */
  readonly requests: readonly RecordedRequest[];
  /** Questions for HeyGen's time before a submit, which meet no fault. */
  readonly timeQuestions: readonly RecordedRequest[];
  /** How many videos were paid for. */
  readonly billed: number;
  /** One line for each key that a file server got to see. */
  readonly leakedKeys: readonly string[];
  /** What the contract has against the fake's own answers; those that the test scripted are not judged. */
  readonly answerProblems: readonly string[];
  /** Lets the next calls of a route meet these faults, in this order, before all is normal again. */
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
      // A client that goes away while it still speaks is no fault of the fake.
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
