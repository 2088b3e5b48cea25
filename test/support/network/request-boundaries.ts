import { once } from "node:events";
import type { ServerResponse } from "node:http";

/** A point in the handling of a request to a fake service, at which a test can act. */
export interface Boundary {
  readonly service: "heygen" | "provider" | "results";
  /** The request by its template or operation: `GET /v3/videos/{video_id}`, `CreateCacheEntry`. */
  readonly route: string;
  /** The index of the request, counted per service from 0. */
  readonly index: number;
  /** Before the server acts, between acting and responding, or right after responding. */
  readonly stage: "before" | "acted" | "answered";
}

/** Called at every boundary; the server waits for it. `cut` closes the connection and ends the handling. */
export type BoundaryHook = (boundary: Boundary) => Promise<"cut" | undefined>;

/** Handles a request with the hook at its boundaries: `act` changes the state, `send` sends the response. */
export async function passBoundaries<Answer>(
  hook: BoundaryHook | undefined,
  request: Omit<Boundary, "stage">,
  response: ServerResponse,
  act: () => Answer,
  send: (answer: Answer) => void,
): Promise<void> {
  const isCut = async (stage: Boundary["stage"]) => (await hook?.({ ...request, stage })) === "cut";
  if (await isCut("before")) return void response.socket?.destroy();
  const answer = act();
  if (await isCut("acted")) return void response.socket?.destroy();
  send(answer);
  if (!hook) return;
  if (!response.closed) await once(response, "close");
  if (await isCut("answered")) response.socket?.destroy();
}
