import type { Session } from "../api.ts";

interface SentMessages {
  readonly messages: readonly string[];
  /** How many messages this process has sent. */
  readonly sentCount: number;
}

/** HeyGen lists no more than the newest forty messages of a session. */
export const maxListedMessages = 40;

/**
 * Returns whether the session's status may be older than the user's last message. This is so if the agent
 * hasn't replied to that message yet, if HeyGen lists fewer messages than were sent, or if it lists none
 * although the user set `messages`.
 */
export function isSessionStale(session: Session, { messages, sentCount }: SentMessages): boolean {
  const listed = userMessages(session);
  if (listed.length === 0) return messages.length > 0;
  if (isFullyListed(session) && listed.length - 1 < sentCount) return true;
  return listed.length > 1 && session.messages?.[0]?.role === "user";
}

/**
 * Returns the position of the message to send next. The session itself shows how many were sent, so that a
 * later run continues where this one stopped.
 */
export function nextMessagePosition(session: Session, messages: readonly string[]): number {
  const listed = userMessages(session);
  // The first user message is the prompt.
  return isFullyListed(session) ? listed.length - 1 : countSentMessages(listed, messages);
}

const isFullyListed = ({ messages }: Session) => (messages?.length ?? 0) < maxListedMessages;

// HeyGen lists only the end of a long session, with or without the prompt. If the count is unclear, the
// larger one is returned.
function countSentMessages(listed: readonly string[], messages: readonly string[]): number {
  const endsWithListed = (count: number) =>
    listed.every((text, index) => {
      const position = count - listed.length + index;
      return position === -1 || text === messages[position];
    });
  const counts = messages.map((_, index) => index + 1);
  return counts.findLast(endsWithListed) ?? messages.length;
}

/** Returns the user's messages, oldest first. */
function userMessages({ messages }: Session): string[] {
  const fromUser = (messages ?? []).filter(({ role }) => role === "user");
  return fromUser.map(({ content }) => content?.trim() ?? "").reverse();
}
