import { stripVTControlCharacters } from "node:util";
import { toReadableText } from "./visible-output.ts";

const letters = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[^a-z0-9]/gi, "")
    .toLowerCase();

/** A part of this length reveals a secret. */
const telling = 12;

/**
 * Returns whether a text reveals the secret, or a long part of it, to a reader who decodes it. Independent
 * of the code under test, and simpler: it decodes every kind of escape sequence everywhere in the text,
 * repeatedly.
 */
export function containsSecret(text: string, secret: string): boolean {
  const parts = partsOf(letters(secret));
  const views = new Set([text, stripVTControlCharacters(text), text.replace(/<[^<>]*>/g, "")]);
  // Most texts have no escapes, so that most forms are the same.
  const seen = new Set([...views].flatMap((each) => resolvedForms(each)));
  const shown = [...seen].flatMap((each) => [letters(each), ...hiddenIn(each)]);
  return shown.some((each) => parts.some((part) => each.includes(part)));
}

function partsOf(secret: string): string[] {
  return [secret.slice(0, telling), secret.slice(-telling), secret.slice(8, 8 + telling)];
}

function resolvedForms(text: string): string[] {
  const forms = [text];
  for (let pass = 0; pass < 4; pass += 1) forms.push(resolved(forms.at(-1) ?? ""));
  return forms;
}

function resolved(text: string): string {
  const fromHex = (_: string, digits: string) => String.fromCharCode(Number.parseInt(digits, 16));
  return toReadableText(text)
    .replace(/&#x0*([\da-f]{1,4});?/gi, fromHex)
    .replace(/&(shy|ZeroWidthSpace);/g, "")
    .replace(/&(amp|lowbar|hyphen|period|plus|sol|equals);/g, (_, name: string) =>
      name === "amp" ? "&" : "",
    )
    .replace(/%u([\da-f]{4})/gi, fromHex)
    .replace(/%([\da-f]{2})/gi, fromHex)
    .replace(/\\u\{?([\da-f]{2,4})\}?/gi, fromHex)
    .replace(/\\x([\da-f]{2})/gi, fromHex)
    .replace(/\\([0-7]{3})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 8)))
    .replace(/\\[nrt]/g, "")
    .replace(/=([\dA-F]{2})/g, fromHex);
}

function hiddenIn(text: string): string[] {
  const words = [text, text.replace(/\s/g, "")].flatMap((each) => each.match(/[\w+/=-]{16,}/g) ?? []);
  const base64 = words.flatMap((word) =>
    [0, 1, 2, 3].map((offset) => Buffer.from(word.slice(offset), "base64")),
  );
  const digits = text.match(/[\da-f:]{16,}/gi) ?? [];
  const hex = digits.map((each) => Buffer.from(each.replaceAll(":", ""), "hex"));
  const bytes = [...base64, ...hex];
  return bytes.map((each) => letters(each.toString("latin1")));
}
