// Controls, formats that reorder or hide text, private use and halves of surrogate pairs. Placeholders stay, and so do the
// joiners, which have a rule of their own.
const invisible =
  /[\p{Cc}\p{Cs}\ue000-\uf8ff\u{100000}-\u{10ffff}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff\u{e0000}-\u{e007f}]/gu;

// Persian and the scripts of India need these two between letters to be spelt right; elsewhere they only hide.
const joiners = /(?<![\p{M}\p{Script=Arabic}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\u200c\u200d])/gu;

/** The text without characters that nobody sees; line breaks and tabs stay. Joined emoji must be gone before. */
export function visible(text: string): string {
  return text.replace(invisible, (character) => (/[\n\t]/.test(character) ? character : ""));
}

/** The text without joiners where no script needs them. */
export function withoutJoiners(text: string): string {
  return text.replace(joiners, "");
}
