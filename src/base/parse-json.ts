type Reviver = (key: string, value: unknown, context: { readonly source?: string }) => unknown;

/** Parses JSON; returns undefined when the text is not valid JSON. `reviver` is that of `JSON.parse`. */
export function parseJson(text: string, reviver?: Reviver): unknown {
  try {
    return JSON.parse(text, reviver as (key: string, value: unknown) => unknown);
  } catch {
    return undefined;
  }
}
