/**
 * Matches a provider's id that is safe in URL paths, cache keys, file names and commands that people copy:
 * letters, digits and `. ~ : - _`, at most 128 characters, but neither "." nor "..".
 */
export const idPattern = /^(?!\.{1,2}$)[\w.~:-]{1,128}$/;
