import type { IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { startLocalServer } from "./local-server.ts";

/** A raw response: JSON, text or bytes. The status is 200 by default. */
export interface RawResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly text?: string;
  readonly bytes?: Uint8Array;
}

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
  /** The response. */
  readonly answer: RawResponse;
}

/** A local server whose responses the test decides. */
export interface ScriptedApi extends AsyncDisposable {
  readonly url: URL;
  /** All requests since the start. */
  readonly seen: readonly SeenRequest[];
  /** Forgets the requests, and responds in another way from now on. Takes less time than another server. */
  restart(answerTo: AnswerTo): void;
}

type AnswerTo = (method: string, path: string) => RawResponse;

export async function startScriptedApi(firstAnswerTo: AnswerTo = () => ({})): Promise<ScriptedApi> {
  const seen: SeenRequest[] = [];
  let answerTo = firstAnswerTo;
  const server = await startLocalServer(async (incoming, response) => {
    const { method = "GET", url: path = "/", headers } = incoming;
    const content = await text(incoming);
    const answer = answerTo(method, path);
    seen.push({ method, path, headers, body: content ? JSON.parse(content) : undefined, answer });
    response.writeHead(answer.status ?? 200, { "content-type": "application/json", ...answer.headers });
    response.end(answer.bytes ?? answer.text ?? JSON.stringify(answer.body));
  });
  return {
    url: server.url,
    seen,
    restart(nextAnswerTo) {
      seen.length = 0;
      answerTo = nextAnswerTo;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
