import { z } from "zod";
import { ShowreelError } from "../base/errors.ts";
import { plainText } from "../base/plain-text.ts";

// Ids go into paths, cache keys, file names and commands that people copy.
const idPattern = /^(?!\.{1,2}$)[\w.~:-]{1,128}$/;

/** An id that an answer names. */
export const responseId = z.string().trim().regex(idPattern);

/** An id that an answer may leave out; null, nothing and an empty text are none. */
export const optionalResponseId = z
  .string()
  .trim()
  .nullish()
  .transform((id) => id || undefined)
  .pipe(z.string().regex(idPattern).optional());

/**
 * The id of what a submit has made, out of whatever came back, because it is paid for: in neighbouring spellings (`video_id`,
 * `videoId`), and as the `id` of what is called so. `nouns` say what it may be called, the best first; the last place
 * for a bare `id` is the top of the answer.
 */
export function createdId(...nouns: readonly string[]) {
  return z.unknown().transform((answer, context) => {
    const candidates = nouns.flatMap((noun) => candidateIds(answer, noun));
    const found = candidates.map(toText).find((id) => idPattern.test(id));
    if (found !== undefined) return found;
    context.addIssue({
      code: "custom",
      message: `The answer holds no id: ${describeResponse(answer, candidates)}`,
    });
    return z.NEVER;
  });
}

/** The id that an answer names after this noun (`video_id`), wherever it stands; undefined where there is none. */
export function findNamedId(answer: unknown, noun: string): string | undefined {
  const named = unwrapObjects(answer, wrappers).map((place) => toText(findField(place, `${noun}id`) ?? ""));
  return named.find((id) => idPattern.test(id));
}

/**
 * Fails when an answer is about something else than was asked for, which passes: none of the ids that it names is that one.
 * An answer that names none is believed.
 */
export function requireMatchingId(asked: string, ...named: readonly unknown[]): void {
  const texts = named.filter((id) => id != null && id !== "").map(toText);
  if (texts.length === 0 || texts.some((text) => normalizeId(text) === normalizeId(asked))) return;
  const other = plainText(texts.join(", "), 128) || "something else";
  throw new ShowreelError(
    "provider_error",
    `The answer is about ${other}, and ${plainText(asked, 128)} was asked for.`,
    { retryable: true },
  );
}

// A UUID is the same in either case, and without its hyphens.
function normalizeId(id: string): string {
  return /^[\da-f-]{32,36}$/i.test(id) ? id.replaceAll("-", "").toLowerCase() : id;
}

const wrappers = ["data", "result", "response"];

function candidateIds(answer: unknown, noun: string): unknown[] {
  const places = unwrapObjects(answer, [...wrappers, noun]);
  const byName = places.map((place) => findField(place, `${noun}id`));
  const [top, ...inner] = places;
  const bare = [...inner, ...(top ? [top] : [])].map((place) => findField(place, "id"));
  return [...byName, ...bare].filter((id) => id != null);
}

// The answer itself, and what is wrapped in it.
function unwrapObjects(answer: unknown, names: readonly string[], depth = 3): object[] {
  const place = Array.isArray(answer) && answer.length === 1 ? answer[0] : answer;
  if (typeof place !== "object" || place === null || Array.isArray(place)) return [];
  if (depth === 0) return [place];
  return [place, ...names.flatMap((name) => unwrapObjects(findField(place, name), names, depth - 1))];
}

function findField(place: object, name: string): unknown {
  const isMeant = (key: string) => key.replaceAll(/[_-]/g, "").toLowerCase() === name;
  return Object.entries(place).find(([key, value]) => isMeant(key) && value != null)?.[1];
}

const toText = (id: unknown) => (typeof id === "string" || typeof id === "number" ? String(id).trim() : "");

function describeResponse(answer: unknown, candidates: readonly unknown[]): string {
  const candidate = candidates.map(toText).find((id) => id !== "");
  if (candidate !== undefined) return `"${plainText(candidate, 128)}" cannot be one`;
  const keys = plainText(keysOf(answer).join(", "), 200);
  return keys ? `its keys are ${keys}` : "it has no keys";
}

// One level down as well: whoever reads it wants to know where the id is.
function keysOf(value: unknown, prefix = "", depth = 2): string[] {
  if (typeof value !== "object" || value === null || depth === 0) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const innerKeys = keysOf(inner, `${prefix}${key}.`, depth - 1);
    return innerKeys.length > 0 ? innerKeys : [`${prefix}${key}`];
  });
}
