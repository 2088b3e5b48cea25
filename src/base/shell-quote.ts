/** A value as one word of a POSIX shell, for commands that people copy and for files that a shell may read. */
export function shellQuote(value: string): string {
  return /^[\w@%+:,./-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
