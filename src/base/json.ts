// The value of a key that names an id, in text: digits beyond 2^53 would be lost as a number.
const numericId = /id"\s*:\s*-?\d/i;

/** JSON from outside; undefined when it is none. Numbers in ids stay their digits, as text. */
export function parseJson(text: string): unknown {
  return parse(text) ?? parse(withoutMarks(text));
}

function parse(text: string): unknown {
  try {
    return numericId.test(text) ? JSON.parse(text, keepDigits as Reviver) : JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Reviver = (key: string, value: unknown) => unknown;

function keepDigits(key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === "number" && /id$/i.test(key) ? (context?.source ?? String(value)) : value;
}

// What stands around JSON, or between the letters of UTF-16: byte order marks, white space, NULs, characters that are none.
function withoutMarks(text: string): string {
  return text.replaceAll("\0", "").replace(/^[\s\uFEFF\uFFFD]+|[\s\uFEFF\uFFFD]+$/g, "");
}
