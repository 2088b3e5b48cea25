import { once } from "node:events";
import type { ServerResponse } from "node:http";

/** A moment in the life of one request to a fake service. */
export interface Boundary {
  readonly service: "heygen" | "provider" | "results";
  /** The request by its template or operation: `GET /v3/videos/{video_id}`, `CreateCacheEntry`. */
  readonly route: string;
  /** Which request of this service it is, from 0. */
  readonly index: number;
  /** Before the server acts; when it has acted, before its answer is sent; right after the answer was sent. */
  readonly stage: "before" | "acted" | "answered";
}

/** Sees every boundary; the server waits for it. `cut` ends the connection, and the server goes no further. */
export type BoundaryHook = (boundary: Boundary) => Promise<"cut" | undefined>;

/** Leads one request past its boundaries: `act` is what the server does, `send` puts the answer on its way. */
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
