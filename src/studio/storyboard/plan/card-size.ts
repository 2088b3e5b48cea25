/** How much text can be read on one card, in characters of Latin text; see `textWidth`. */
export const cardWidth = 230;

/** The space between two paragraphs or items, as if it was text. */
export const blockGap = 12;

export const maxItems = 5;

/** The longest heading that is repeated above the cards of its section. */
export const maxHeadingWidth = 84;

/** The longest introduction that is shown above a list or code. */
export const maxLeadWidth = 84;

export const maxTitleWidth = 120;

export const maxCodeLines = 14;
export const maxCodeLineWidth = 160;
