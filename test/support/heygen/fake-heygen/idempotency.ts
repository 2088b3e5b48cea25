import { type FakeReply, failure, type HandlerRequest } from "./replies.ts";
import type { FakeState } from "./state.ts";

const keyPattern = /^[A-Za-z0-9_\-:.]{1,255}$/;

/** The same idempotency key gets the same answer again at the same address, and nothing happens a second time. */
export function withIdempotency(
  state: FakeState,
  { path, headers }: HandlerRequest,
  work: () => FakeReply,
): FakeReply {
  const key = headers["idempotency-key"];
  if (typeof key !== "string") return work();
  if (!keyPattern.test(key)) return failure(400, "invalid_parameter", "Invalid Idempotency-Key.");
  const reply = state.repliesByKey.get(`${path} ${key}`) ?? work();
  // A refusal is not an answer that HeyGen is known to replay.
  if (reply.status < 300) state.repliesByKey.set(`${path} ${key}`, reply);
  return reply;
}
