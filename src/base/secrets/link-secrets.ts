import { type DecodedText, decodeVariants } from "./decoded-text.ts";
import { minSecretLength, normalizeSecret, type TextRange, tryDecodeUri } from "./secret-index.ts";
import { isDate, looksLikeToken } from "./token.ts";

// Names of values that are nothing but a proof of who may fetch.
const credentialParameterNames =
  "x-(?:amz|goog|oss|cos|bce|tos|obs)-(?:signature|credential|security-token)|signature|sign|sig|hmac|hash|token|hdn[et]s|" +
  "hdnea|policy|auth(?:orization)?|(?:access|auth|id|session|security|sas|upload|api)[-_]?(?:token|key)|key|secret|" +
  "(?:aws|oss|google)access(?:keyid|id)|key-pair-id|credential|password|passwd|pwd|jwt|ticket|skoid|sktid";
const credentialParameter = new RegExp(`^(?:${credentialParameterNames})$`, "i");
const signatureHeader = /^x-[a-z]+-(?:signature|credential|security-token)$/i;
// Names of values that say what a file is: they are words like others.
const harmlessParameter =
  /^(?:response-.+|x-(?:amz|goog)-(?:algorithm|signedheaders|date)|x-id|filename|name|title|format|lang|language|type)$/i;

const valuePattern = "[^\\s&#;\"'<>]+";
/** What is a signature wherever it stands, and a proof in the query of a link. */
const signaturePattern = new RegExp(
  `(?:\\b(?:x-(?:amz|goog)-(?:signature|credential|security-token)|signature)|[?&;](?:${credentialParameterNames}))=(${valuePattern})`,
  "dgi",
);
const userinfoPattern = /:\/\/([^\s/@?#"'<>]{1,500})@/dg;

/** Where a text shows what only a signed link has, whoever has made it. */
export function findSignatures({ text, from, to }: DecodedText): TextRange[] {
  const found = [...text.matchAll(signaturePattern), ...text.matchAll(userinfoPattern)];
  return found.flatMap((match) => {
    const shown = (match[1] ?? "").replace(/[).,\]}…]+$/, "");
    const [start] = match.indices?.[1] ?? [0];
    if (shown.length < minSecretLength) return [];
    return [[from[start] ?? 0, to[start + shown.length - 1] ?? 0] as const];
  });
}

/**
 * Everything in an answer that opens a file to whoever has it: the values in the queries of its links, their user names and
 * passwords, and the signatures in their paths, however the links are spelled.
 */
export function extractLinkSecrets(answer: unknown): Set<string> {
  const secrets = new Set<string>();
  for (const text of collectStrings(answer)) {
    if (!/[=@]|\/|%2f/i.test(text)) continue;
    for (const reading of decodeVariants(text))
      for (const secret of linkSecretsInText(reading.text)) secrets.add(secret);
  }
  return secrets;
}

/** The same in a request, of fields that are links and nothing else; their paths may be those of a public commit. */
export function extractRequestLinkSecrets(request: unknown): Set<string> {
  const links = [...collectStrings(request)].filter((text) => /^https?:\/\/\S+$/i.test(text));
  return extractLinkSecrets(links.map((link) => link.replace(/^(\w+:\/\/[^/?#]*)[^?]*/, "$1")));
}

const minMaskedLength = 16;

/**
 * The values that prove who may fetch a link: whoever has them has the file. Short ones, words and dates are left out: a runner
 * that masks one takes it out of everything that its job prints, and drops the outputs that hold it.
 */
export function extractSignatures(link: string): string[] {
  return [...queryParameters(link)]
    .filter(
      ([name, text]) =>
        credentialParameter.test(name) && text.length >= minMaskedLength && !isOrdinaryValue(name, text),
    )
    .flatMap(([, text]) => [...new Set([text, tryDecodeUri(text)])]);
}

/**
 * Whether a link may be shown to everybody: https, nothing in it but a host and a path, and no signature in the path. `ids` are
 * those of the video, which are none.
 */
export function isPublicLink(link: string | undefined, ids: readonly string[] = []): link is string {
  const url = URL.parse(link ?? "");
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") return false;
  if (url.search !== "" || url.hash !== "") return false;
  const withoutIds = ids.reduce((path, id) => (id === "" ? path : path.replaceAll(id, "")), url.pathname);
  return withoutIds.split("/").every((segment) => !isSignedSegment(tryDecodeUri(segment)));
}

// An answer of millions of characters has other faults than a leak.
const maxStrings = 200_000;

function* collectStrings(answer: unknown): Generator<string> {
  const left = [answer];
  for (let count = 0; left.length > 0 && count < maxStrings; count += 1) {
    const value = left.pop();
    if (typeof value === "string") yield value.slice(0, 100_000);
    else if (typeof value === "object" && value !== null)
      // As a query, in which each field has its name: storages sign by headers, too.
      for (const [name, inner] of Object.entries(value))
        left.push(signatureHeader.test(name) && typeof inner === "string" ? `?${name}=${inner}` : inner);
  }
}

function* linkSecretsInText(text: string): Generator<string> {
  for (const [name, found] of queryParameters(text)) {
    if (harmlessParameter.test(name)) continue;
    for (const part of [found, ...found.split(/[\s"'()<>[\]{},;|\\^`]+/)])
      if (credentialParameter.test(name) ? isCredentialValue(name, part) : looksLikeToken(tryDecodeUri(part)))
        yield part;
  }
  for (const [, user = ""] of text.matchAll(/\/\/([^\s/@?#]{1,500})@/g)) {
    const [name = "", ...password] = user.split(":");
    const parts = [user, password.join(":"), ...password, ...(looksLikeToken(name) ? [name] : [])];
    for (const part of parts) if (part.length >= minSecretLength) yield part;
  }
  for (const [path] of text.matchAll(/\/\/[^\s?#"'<>]{1,4000}/g)) {
    for (const segment of path.split("/").slice(3))
      if (isSignedSegment(segment)) yield* pathSignatures(segment);
  }
}

// A path may name its signature: `hmac=…`, `s--…--`. A file's ending is no part of it.
function pathSignatures(segment: string): string[] {
  const parts = segment
    .split(/[=~,;]|--/)
    .filter((part) => part.length >= minSecretLength && /\d/.test(part));
  return [segment.replace(fileExtension, ""), ...parts];
}

// In a field that holds a link and nothing else also blanks belong to a value.
function* queryParameters(text: string): Generator<[name: string, value: string]> {
  const isLink = /^\s*(?:[a-z][a-z\d+.-]{1,20}:)?\/\/\S/i.test(text) && !/\shttps?:/i.test(text);
  const pattern = isLink ? /[?&;#]([\w.~%-]{1,60})=([^&#]+)/g : /[?&;#]([\w.~%-]{1,60})=([^\s&#]+)/g;
  for (const [, name = "", found = ""] of text.matchAll(pattern)) yield [name, found.trim()];
}

const isCredentialValue = (name: string, text: string) =>
  normalizeSecret(text).length >= minSecretLength && !isOrdinaryValue(name, text);

// `key=public`, `se=2026-11-27`: it would be struck out of every text. A password may be a word.
function isOrdinaryValue(name: string, text: string): boolean {
  if (/^(?:password|passwd|pwd|secret)$/i.test(name)) return false;
  return (
    isDate(tryDecodeUri(text)) || /^(?:[A-Z]?[a-z]{1,15}|[A-Z]{1,15})(?:[-_. ][a-z]{1,15}){0,5}$/.test(text)
  );
}

function isSignedSegment(segment: string): boolean {
  const named = [...segment.matchAll(/(?<=^|[~,;!=])([\w-]{1,40})=(?=[^~,;])/g)];
  if (named.some(([, name = ""]) => credentialParameter.test(name))) return true;
  return /^s--[\w-]{6,}--$/.test(segment) || looksLikeToken(segment.replace(fileExtension, ""));
}

const fileExtension = /\.\w{2,5}$/;
