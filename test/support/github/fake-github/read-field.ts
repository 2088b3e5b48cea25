/** Returns a string field of a JSON body, if there is one. */
export function readText(body: unknown, field: string): string | undefined {
  const value = readField(body, field);
  return typeof value === "string" ? value : undefined;
}

/** Returns a boolean field of a JSON body, if there is one. */
export function readFlag(body: unknown, field: string): boolean | undefined {
  const value = readField(body, field);
  return typeof value === "boolean" ? value : undefined;
}

function readField(body: unknown, field: string): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, field) : undefined;
}
