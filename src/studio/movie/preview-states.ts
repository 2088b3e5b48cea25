import type { ShownCard } from "./frame-plan.ts";

// A preview is glanced at: nothing stays longer than it takes to see it, and all of it is small enough for a
// README or a comment.
const maxSeconds = 1.6;
const maxStates = 40;
// What is shown more briefly, such as a card before its first word, is a flicker in a preview.
const minSeconds = 0.5;

/**
 * Returns for how many seconds the animated preview shows a state of a card; undefined for a state that it
 * leaves out. A long video shows each card only at its end, and a very long one only its first cards.
 */
export function planPreview(
  cards: readonly ShownCard[],
): (card: number, state: number) => number | undefined {
  const count = cards.reduce((sum, { stateStarts }) => sum + stateStarts.length, 0);
  return (index, state) => {
    const card = cards[index];
    if (!card) return undefined;
    const isLast = state === card.stateStarts.length - 1;
    if (count > maxStates && (!isLast || index >= maxStates)) return undefined;
    const start = state === 0 ? card.start : (card.stateStarts[state] ?? card.start);
    const end = card.stateStarts[state + 1] ?? card.end;
    const seconds = end - start;
    return seconds < minSeconds && !isLast ? undefined : Math.min(maxSeconds, Math.max(0, seconds));
  };
}
