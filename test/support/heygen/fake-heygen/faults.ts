import type { FakeRoute } from "./handlers.ts";
import type { FakeReply } from "./replies.ts";

/**
 * What goes wrong instead of a normal answer.
 * - a reply: it is sent, and nothing happens at the provider
 * - `reset`: the connection is reset, and nothing happens at the provider
 * - `lost`: all happens at the provider, the bill too, but the answer never arrives
 * - `hang`: no answer, ever
 * - `cutAfter`: the right headers, then only so many bytes of the body
 * - `redirect`: a 302 to that address
 */
export type Fault =
  | FakeReply
  | "reset"
  | "lost"
  | "hang"
  | { readonly cutAfter: number }
  | { readonly redirect: string };

/** The faults that wait for their route to be asked, first in, first out. */
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
