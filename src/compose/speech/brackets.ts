/** Square brackets as speech: "[API] Add x" is "API: Add x", an alert says what it is, a check box nothing. */
export function withoutBrackets(text: string): string {
  return text
    .replace(/^\s*\[!(\w)(\w{2,12})\]/, (_, first: string, rest: string) => `${first}${rest.toLowerCase()}: `)
    .replace(/(?<=^|[\s(])\[[ xX]?\](?=\s|$)/g, " ")
    .replace(/^(\s*)\[([^[\]\n]{2,40})\]:?(?= \S)/, (_, space: string, label: string) =>
      /^[\p{L}][^\ufffc]*$/u.test(label)
        ? `${space}${label.charAt(0).toUpperCase()}${label.slice(1)}:`
        : space + label,
    )
    .replace(/\[\^[^\]\s]{1,40}\]/g, " ")
    .replace(/\]\(|\]\[/g, " ")
    .replace(/[[\]]/g, " ");
}
