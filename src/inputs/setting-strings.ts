/**
 * Returns all strings that a user typed into settings, line by line: ids, names, paths. Leaves out lines that
 * contain a link, because it may be signed, and the provider's name, because it is part of its URLs.
 */
export function settingStrings({ provider, ...settings }: Readonly<Record<string, unknown>>): string[] {
  return stringsIn(settings)
    .flatMap((text) => text.split(/[\r\n]+/))
    .filter((line) => !/\/\/|[?&;][\w.-]+=/.test(line));
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
