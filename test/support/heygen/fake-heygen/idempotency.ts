import { type FakeReply, failure, type HandlerRequest } from "./replies.ts";
import type { FakeState } from "./state.ts";

const keyPattern = /^[A-Za-z0-9_\-:.]{1,255}$/;

/** Repeats the response for the same idempotency key and path, without a second effect. */
export function withIdempotency(
  state: FakeState,
  { path, headers }: HandlerRequest,
  work: () => FakeReply,
): FakeReply {
  const key = headers["idempotency-key"];
  if (typeof key !== "string") return work();
  if (!keyPattern.test(key)) return failure(400, "invalid_parameter", "Invalid Idempotency-Key.");
  const reply = state.repliesByKey.get(`${path} ${key}`) ?? work();
  // HeyGen is not known to replay error responses.
  if (reply.status < 300) state.repliesByKey.set(`${path} ${key}`, reply);
  return reply;
}
