import type { Readable, Writable } from "node:stream";

/** A connection to a browser over the DevTools protocol (chromedevtools.github.io/devtools-protocol). */
export interface DevTools {
  /** Calls a method; rejects with the browser's error message. */
  send<Result>(method: string, parameters?: object, sessionId?: string): Promise<Result>;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** Connects over the pipes of `--remote-debugging-pipe`, where a zero byte ends each message. */
export function connect(
  output: Writable,
  input: Readable,
  onEvent: (method: string, parameters: unknown) => void,
): DevTools {
  const calls = new Map<number, PromiseWithResolvers<unknown>>();
  receive(input, ({ id = 0, method, params, result, error }) => {
    if (method !== undefined) return onEvent(method, params);
    const call = calls.get(id);
    calls.delete(id);
    if (error) call?.reject(new Error(error.message));
    else call?.resolve(result);
  });
  input.on("close", () => {
    for (const call of calls.values()) call.reject(new Error("The browser has exited."));
  });
  let last = 0;
  return {
    send<Result>(method: string, params: object = {}, sessionId?: string) {
      const call = Promise.withResolvers<unknown>();
      last += 1;
      calls.set(last, call);
      output.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
      return call.promise as Promise<Result>;
    },
  };
}

function receive(input: Readable, onMessage: (message: Message) => void): void {
  let rest = "";
  input.setEncoding("utf8").on("data", (chunk: string) => {
    const messages = (rest + chunk).split("\0");
    rest = messages.pop() ?? "";
    for (const message of messages) onMessage(JSON.parse(message));
  });
}
