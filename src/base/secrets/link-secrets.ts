import { type DecodedText, decodeVariants } from "./decoded-text.ts";
import { minSecretLength, normalizeSecret, type TextRange, tryDecodeUri } from "./secret-index.ts";
import { isDate, looksLikeToken } from "./token.ts";

// Names of query parameters that give access to the file.
const credentialParameterNames =
  "x-(?:amz|goog|oss|cos|bce|tos|obs)-(?:signature|credential|security-token)|signature|sign|sig|hmac|hash|token|hdn[et]s|" +
  "hdnea|policy|auth(?:orization)?|(?:access|auth|id|session|security|sas|upload|api)[-_]?(?:token|key)|key|secret|" +
  "(?:aws|oss|google)access(?:keyid|id)|key-pair-id|credential|password|passwd|pwd|jwt|ticket|skoid|sktid";
const credentialParameter = new RegExp(`^(?:${credentialParameterNames})$`, "i");
const signatureHeader = /^x-[a-z]+-(?:signature|credential|security-token)$/i;
// Names of query parameters that describe the file: their values are ordinary text.
const harmlessParameter =
  /^(?:response-.+|x-(?:amz|goog)-(?:algorithm|signedheaders|date)|x-id|filename|name|title|format|lang|language|type)$/i;

const valuePattern = "[^\\s&#;\"'<>]+";
// Signature parameters anywhere in a text, and the other credential parameters in the query of a link.
const signaturePattern = new RegExp(
  `(?:\\b(?:x-(?:amz|goog)-(?:signature|credential|security-token)|signature)|[?&;](?:${credentialParameterNames}))=(${valuePattern})`,
  "dgi",
);
const userinfoPattern = /:\/\/([^\s/@?#"'<>]{1,500})@/dg;

/** Finds signatures and credentials in the links of a text, including links that were never registered. */
export function findSignatures({ text, starts, ends }: DecodedText): TextRange[] {
  const matches = [...text.matchAll(signaturePattern), ...text.matchAll(userinfoPattern)];
  return matches.flatMap((match) => {
    const value = (match[1] ?? "").replace(/[).,\]}…]+$/, "");
    const [start] = match.indices?.[1] ?? [0];
    if (value.length < minSecretLength) return [];
    return [[starts[start] ?? 0, ends[start + value.length - 1] ?? 0] as const];
  });
}

/**
 * Returns the parts of a response's links that give access to a file: query values, user names, passwords,
 * and signatures in paths. Finds escaped links too.
 */
export function extractLinkSecrets(response: unknown): Set<string> {
  const secrets = new Set<string>();
  for (const text of collectStrings(response)) {
    if (!/[=@]|\/|%2f/i.test(text)) continue;
    for (const variant of decodeVariants(text))
      for (const secret of linkSecretsInText(variant.text)) secrets.add(secret);
  }
  return secrets;
}

/**
 * Returns the secrets in a request's links, like `extractLinkSecrets`, but reads only fields that consist of
 * a link. Their paths are ignored, because they may contain the hash of a public commit.
 */
export function extractRequestLinkSecrets(request: unknown): Set<string> {
  const links = [...collectStrings(request)].filter((text) => /^https?:\/\/\S+$/i.test(text));
  return extractLinkSecrets(links.map((link) => link.replace(/^(\w+:\/\/[^/?#]*)[^?]*/, "$1")));
}

const minMaskedLength = 16;

/**
 * Returns the query values of a signed link that the runner should mask, as they are and URL-decoded. Short
 * values, words and dates are left out: the runner removes a masked value from everything that the job
 * prints, and drops outputs that contain it.
 */
export function extractSignatures(link: string): string[] {
  return [...queryParameters(link)]
    .filter(
      ([name, value]) =>
        credentialParameter.test(name) && value.length >= minMaskedLength && !isOrdinaryValue(name, value),
    )
    .flatMap(([, value]) => [...new Set([value, tryDecodeUri(value)])]);
}

/**
 * Returns whether a link may be shown to everybody: https, only a host and a path, and no signature in the
 * path. `ids` do not count as signatures.
 */
export function isPublicLink(link: string | undefined, ids: readonly string[] = []): link is string {
  const url = URL.parse(link ?? "");
  if (url?.protocol !== "https:" || url.username !== "" || url.password !== "") return false;
  if (url.search !== "" || url.hash !== "") return false;
  const withoutIds = ids.reduce((path, id) => (id === "" ? path : path.replaceAll(id, "")), url.pathname);
  return withoutIds.split("/").every((segment) => !isSignedSegment(tryDecodeUri(segment)));
}

// Limits the time for huge responses.
const maxStrings = 200_000;
const maxStringLength = 100_000;

function* collectStrings(root: unknown): Generator<string> {
  const pending = [root];
  for (let count = 0; pending.length > 0 && count < maxStrings; count += 1) {
    const value = pending.pop();
    if (typeof value === "string") yield value.slice(0, maxStringLength);
    else if (typeof value === "object" && value !== null)
      // Storage services also sign with headers: such a field is treated as a query parameter.
      for (const [name, inner] of Object.entries(value))
        pending.push(signatureHeader.test(name) && typeof inner === "string" ? `?${name}=${inner}` : inner);
  }
}

function* linkSecretsInText(text: string): Generator<string> {
  for (const [name, value] of queryParameters(text)) {
    if (harmlessParameter.test(name)) continue;
    for (const part of [value, ...value.split(/[\s"'()<>[\]{},;|\\^`]+/)])
      if (credentialParameter.test(name) ? isCredentialValue(name, part) : looksLikeToken(tryDecodeUri(part)))
        yield part;
  }
  for (const [, userinfo = ""] of text.matchAll(/\/\/([^\s/@?#]{1,500})@/g)) {
    const [user = "", ...password] = userinfo.split(":");
    const parts = [userinfo, password.join(":"), ...password, ...(looksLikeToken(user) ? [user] : [])];
    for (const part of parts) if (part.length >= minSecretLength) yield part;
  }
  for (const [path] of text.matchAll(/\/\/[^\s?#"'<>]{1,4000}/g)) {
    for (const segment of path.split("/").slice(3))
      if (isSignedSegment(segment)) yield* pathSignatures(segment);
  }
}

// The signature in a path segment may have a name or marks: `hmac=…`, `s--…--`. The file extension is not
// part of it.
function pathSignatures(segment: string): string[] {
  const parts = segment
    .split(/[=~,;]|--/)
    .filter((part) => part.length >= minSecretLength && /\d/.test(part));
  return [segment.replace(fileExtension, ""), ...parts];
}

// If the whole text is a link, a value may contain spaces.
function* queryParameters(text: string): Generator<[name: string, value: string]> {
  const isLink = /^\s*(?:[a-z][a-z\d+.-]{1,20}:)?\/\/\S/i.test(text) && !/\shttps?:/i.test(text);
  const pattern = isLink ? /[?&;#]([\w.~%-]{1,60})=([^&#]+)/g : /[?&;#]([\w.~%-]{1,60})=([^\s&#]+)/g;
  for (const [, name = "", value = ""] of text.matchAll(pattern)) yield [name, value.trim()];
}

const isCredentialValue = (name: string, value: string) =>
  normalizeSecret(value).length >= minSecretLength && !isOrdinaryValue(name, value);

// `key=public`, `se=2026-11-27`: redacting these would garble ordinary text. A password may be a word.
function isOrdinaryValue(name: string, value: string): boolean {
  if (/^(?:password|passwd|pwd|secret)$/i.test(name)) return false;
  return (
    isDate(tryDecodeUri(value)) || /^(?:[A-Z]?[a-z]{1,15}|[A-Z]{1,15})(?:[-_. ][a-z]{1,15}){0,5}$/.test(value)
  );
}

function isSignedSegment(segment: string): boolean {
  const parameters = [...segment.matchAll(/(?<=^|[~,;!=])([\w-]{1,40})=(?=[^~,;])/g)];
  if (parameters.some(([, name = ""]) => credentialParameter.test(name))) return true;
  return /^s--[\w-]{6,}--$/.test(segment) || looksLikeToken(segment.replace(fileExtension, ""));
}

const fileExtension = /\.\w{2,5}$/;
