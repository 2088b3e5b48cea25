/**
 * Quotes a value as one word of a POSIX shell, for commands that users copy and files that a shell may read.
 */
export function shellQuote(value: string): string {
  return /^[\w@%+:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
