import type { Session } from "./api.ts";

// HeyGen lists no more than the newest forty messages.
export const mostListed = 40;

/**
 * Whether what the session says of itself may be from before the user's newest words: the agent has said nothing since,
 * or nothing that was said is listed although there are `messages` to count.
 */
export function isBehind(session: Session, messages: readonly string[]): boolean {
  const spoken = spokenByUser(session);
  if (spoken.length === 0) return messages.length > 0;
  return spoken.length > 1 && session.messages?.[0]?.role === "user";
}

/**
 * The message to send next; undefined when none is left. How many have been sent stands in the session itself, so that
 * none is sent twice whatever happens to a run.
 */
export function nextMessage(session: Session, messages: readonly string[]): string | undefined {
  const spoken = spokenByUser(session);
  const isWhole = (session.messages?.length ?? 0) < mostListed;
  // The first is the prompt.
  return messages[isWhole ? spoken.length - 1 : sentBefore(spoken, messages)];
}

// Of a long session only the end is listed, perhaps with the prompt. In doubt more have been sent than fewer.
function sentBefore(spoken: readonly string[], messages: readonly string[]): number {
  const endsLikeThese = (count: number) =>
    spoken.every((text, index) => {
      const place = count - spoken.length + index;
      return place === -1 || text === messages[place];
    });
  const counts = messages.map((_, index) => index + 1);
  return counts.findLast(endsLikeThese) ?? messages.length;
}

// Oldest first.
function spokenByUser({ messages }: Session): string[] {
  const fromUser = (messages ?? []).filter(({ role }) => role === "user");
  return fromUser.map(({ content }) => content?.trim() ?? "").reverse();
}
