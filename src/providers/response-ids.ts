import { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { idPattern } from "../base/text/id-pattern.ts";
import { plainText } from "../base/text/plain-text.ts";

/** An id in a response. */
export const responseId = z.string().trim().regex(idPattern);

/** An id that a response may leave out. Null and an empty string mean that there is none. */
export const optionalResponseId = z
  .string()
  .trim()
  .nullish()
  .transform((id) => id || undefined)
  .pipe(z.string().regex(idPattern).optional());

/**
 * Returns a schema that finds the id of a created resource in any JSON, because the resource is already paid
 * for. It accepts the spellings `video_id`, `videoId` and `video-id`, and a plain `id`, at the top level or
 * inside the usual wrappers. `nouns` are the names of the resource in order of preference. An `id` at the top
 * level is used only if there is no other.
 */
export function createdId(...nouns: readonly string[]) {
  return z.unknown().transform((response, context) => {
    const candidates = nouns.flatMap((noun) => candidateIds(response, noun));
    const found = candidates.map(toText).find((id) => idPattern.test(id));
    if (found !== undefined) return found;
    context.addIssue({
      code: "custom",
      message: `The response contains no id: ${describeResponse(response, candidates)}`,
    });
    return z.NEVER;
  });
}

/**
 * Returns a response's id for a noun (`video_id`), at the top level or in a usual wrapper; undefined if there
 * is none.
 */
export function findNamedId(response: unknown, noun: string): string | undefined {
  const named = unwrapObjects(response, wrappers).map((object) => toText(findField(object, `${noun}id`)));
  return named.find((id) => idPattern.test(id));
}

/**
 * Fails with a retryable `provider_error` if a response contains the id of another resource than the
 * requested one. A response without any id is accepted.
 */
export function requireMatchingId(requested: string, ...returned: readonly unknown[]): void {
  const ids = returned.filter((id) => id != null && id !== "").map(toText);
  if (ids.length === 0 || ids.some((id) => normalizeId(id) === normalizeId(requested))) return;
  const other = plainText(ids.join(", "), 128) || "something else";
  throw new ShowreelError(
    "provider_error",
    `The response is about ${other}, but ${plainText(requested, 128)} was requested.`,
    { retryable: true },
  );
}

// A UUID is the same in upper case and without its hyphens.
function normalizeId(id: string): string {
  return /^[\da-f-]{32,36}$/i.test(id) ? id.replaceAll("-", "").toLowerCase() : id;
}

const wrappers = ["data", "result", "response"];

function candidateIds(response: unknown, noun: string): unknown[] {
  const objects = unwrapObjects(response, [...wrappers, noun]);
  const named = objects.map((object) => findField(object, `${noun}id`));
  const [top, ...inner] = objects;
  const plain = [...inner, ...(top ? [top] : [])].map((object) => findField(object, "id"));
  return [...named, ...plain].filter((id) => id != null);
}

/**
 * Returns the response itself and the objects inside of it under these names; an array with one item is that
 * item.
 */
function unwrapObjects(response: unknown, names: readonly string[], depth = 3): object[] {
  const object = Array.isArray(response) && response.length === 1 ? response[0] : response;
  if (typeof object !== "object" || object === null || Array.isArray(object)) return [];
  if (depth === 0) return [object];
  return [object, ...names.flatMap((name) => unwrapObjects(findField(object, name), names, depth - 1))];
}

function findField(object: object, name: string): unknown {
  const matches = (key: string) => key.replaceAll(/[_-]/g, "").toLowerCase() === name;
  return Object.entries(object).find(([key, value]) => matches(key) && value != null)?.[1];
}

const toText = (id: unknown) => (typeof id === "string" || typeof id === "number" ? String(id).trim() : "");

function describeResponse(response: unknown, candidates: readonly unknown[]): string {
  const candidate = candidates.map(toText).find((id) => id !== "");
  if (candidate !== undefined) return `"${plainText(candidate, 128)}" is not a valid id`;
  const keys = plainText(keysOf(response).join(", "), 200);
  return keys ? `its keys are ${keys}` : "it has no keys";
}

/** Returns the keys of an object, and of the objects in it, to show where its id may be. */
function keysOf(value: unknown, prefix = "", depth = 2): string[] {
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const innerKeys = keysOf(inner, `${prefix}${key}.`, depth - 1);
    return innerKeys.length > 0 ? innerKeys : [`${prefix}${key}`];
  });
}
