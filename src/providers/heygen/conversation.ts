import type { Session } from "./api.ts";

interface SentMessages {
  readonly messages: readonly string[];
  /** How many of them this process has sent. */
  readonly sentCount: number;
}

// HeyGen lists no more than the newest forty messages.
export const maxListedMessages = 40;

/**
 * Whether what the session says of itself may be from before the user's newest words: the agent has said nothing since,
 * fewer words are listed than were sent, or none although there are `messages` to count.
 */
export function isSessionStale(session: Session, { messages, sentCount }: SentMessages): boolean {
  const spoken = userMessages(session);
  if (spoken.length === 0) return messages.length > 0;
  if (isFullyListed(session) && spoken.length - 1 < sentCount) return true;
  return spoken.length > 1 && session.messages?.[0]?.role === "user";
}

/**
 * The position of the message to send next. How many have been sent stands in the session itself, so that also a later run
 * goes on where this one ends.
 */
export function nextMessagePosition(session: Session, messages: readonly string[]): number {
  const spoken = userMessages(session);
  // The first is the prompt.
  return isFullyListed(session) ? spoken.length - 1 : countSentMessages(spoken, messages);
}

const isFullyListed = ({ messages }: Session) => (messages?.length ?? 0) < maxListedMessages;

// Of a long session only the end is listed, perhaps with the prompt. In doubt more have been sent than fewer.
function countSentMessages(spoken: readonly string[], messages: readonly string[]): number {
  const endsLikeThese = (count: number) =>
    spoken.every((text, index) => {
      const place = count - spoken.length + index;
      return place === -1 || text === messages[place];
    });
  const counts = messages.map((_, index) => index + 1);
  return counts.findLast(endsLikeThese) ?? messages.length;
}

// Oldest first.
function userMessages({ messages }: Session): string[] {
  const fromUser = (messages ?? []).filter(({ role }) => role === "user");
  return fromUser.map(({ content }) => content?.trim() ?? "").reverse();
}
