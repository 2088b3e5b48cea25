/** The text of a field of a JSON body, if it has one there. */
export function readText(body: unknown, field: string): string | undefined {
  const value = readField(body, field);
  return typeof value === "string" ? value : undefined;
}

/** The truth value of a field of a JSON body, if it has one there. */
export function readFlag(body: unknown, field: string): boolean | undefined {
  const value = readField(body, field);
  return typeof value === "boolean" ? value : undefined;
}

function readField(body: unknown, field: string): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, field) : undefined;
}
