const seconds = (text: string | null) =>
  text !== null && /^\d{1,12}$/.test(text) ? Number(text) : undefined;

/**
 * When a signed link expires, in milliseconds since 1970, as its query says; undefined when it does not. Knows the
 * forms of Amazon S3 and Google Cloud Storage (a date and a validity), and of CloudFront and others (`Expires`).
 */
export function linkExpiry(link: string): number | undefined {
  const query = new Map(
    [...(URL.parse(link)?.searchParams ?? [])].map(([name, value]) => [name.toLowerCase(), value]),
  );
  const read = (name: string) => query.get(name) ?? null;
  for (const vendor of ["amz", "goog"]) {
    const signed = parseCompact(read(`x-${vendor}-date`));
    const valid = seconds(read(`x-${vendor}-expires`));
    if (signed !== undefined && valid !== undefined) return signed + valid * 1_000;
  }
  // Other services mean a duration by it.
  const expires = seconds(read("expires"));
  return expires === undefined || expires < 1e9 ? undefined : expires * 1_000;
}

// 20260101T000000Z
function parseCompact(date: string | null): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(date ?? "") ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
