/** Pauses and the least durations of cards, in seconds. */
export const pauses = {
  /** Between two sentences of a paragraph. */
  sentence: 0.22,
  /** Between two paragraphs or items, and after an introduction. */
  item: 0.35,
  /** After a heading. */
  heading: 0.35,
  /** Before the title, while its card is looked at. */
  titleLeadIn: 0.7,
  /** Before and after the words of a card; together, the pause between two cards. */
  leadIn: 0.12,
  leadOut: 0.3,
  shortestTitle: 2,
  shortestCard: 1.4,
  closing: 2.5,
} as const;
