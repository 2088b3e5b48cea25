import type { FakeRoute } from "./handlers.ts";
import type { FakeReply } from "./replies.ts";

/**
 * What happens instead of a normal response.
 * - a reply: it is sent, and nothing happens at the provider
 * - `reset`: the connection is reset, and nothing happens at the provider
 * - `lost`: the request takes effect and is billed, but the response never arrives
 * - `hang`: never responds
 * - `cutAfter`: correct headers, then only so many bytes of the body
 * - `redirect`: a 302 to that URL
 */
export type Fault =
  | FakeReply
  | "reset"
  | "lost"
  | "hang"
  | { readonly cutAfter: number }
  | { readonly redirect: string };

/** The scripted faults by route, first in, first out. */
export interface FaultQueue {
  add(route: FakeRoute, faults: readonly Fault[]): void;
  take(route: FakeRoute | undefined): Fault | undefined;
}

/** A queue without faults. */
export function createFaultQueue(): FaultQueue {
  const queues = new Map<FakeRoute, Fault[]>();
  return {
    add: (route, faults) => void queues.set(route, [...(queues.get(route) ?? []), ...faults]),
    take: (route) => (route ? queues.get(route)?.shift() : undefined),
  };
}
