/**
 * The words that a user has typed into settings, line by line and as deep as they stand: ids, names, paths. Lines with a link are
 * left out, for a link may be signed, and so is the provider's name, which is part of its addresses.
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
