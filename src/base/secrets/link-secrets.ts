import { bare, decoded, type Stretch, shortestSecret } from "./patterns.ts";
import { type Reading, readingsOf } from "./spellings.ts";
import { isDate, isToken } from "./token.ts";

// Names of values that are nothing but a proof of who may fetch.
const proof =
  "x-(?:amz|goog|oss|cos|bce|tos|obs)-(?:signature|credential|security-token)|signature|sign|sig|hmac|hash|token|hdn[et]s|" +
  "hdnea|policy|auth(?:orization)?|(?:access|auth|id|session|security|sas|upload|api)[-_]?(?:token|key)|key|secret|" +
  "(?:aws|oss|google)access(?:keyid|id)|key-pair-id|credential|password|passwd|pwd|jwt|ticket|skoid|sktid";
const isProof = new RegExp(`^(?:${proof})$`, "i");
const isHeader = /^x-[a-z]+-(?:signature|credential|security-token)$/i;
// Names of values that say what a file is: they are words like others.
const isPlain =
  /^(?:response-.+|x-(?:amz|goog)-(?:algorithm|signedheaders|date)|x-id|filename|name|title|format|lang|language|type)$/i;

const value = "[^\\s&#;\"'<>]+";
/** What is a signature wherever it stands, and a proof in the query of a link. */
const signatures = new RegExp(
  `(?:\\b(?:x-(?:amz|goog)-(?:signature|credential|security-token)|signature)|[?&;](?:${proof}))=(${value})`,
  "dgi",
);
const userinfo = /:\/\/([^\s/@?#"'<>]{1,500})@/dg;

/** Where a text shows what only a signed link has, whoever has made it. */
export function findSignatures({ text, from, to }: Reading): Stretch[] {
  const found = [...text.matchAll(signatures), ...text.matchAll(userinfo)];
  return found.flatMap((match) => {
    const shown = (match[1] ?? "").replace(/[).,\]}…]+$/, "");
    const [start] = match.indices?.[1] ?? [0];
    if (shown.length < shortestSecret) return [];
    return [[from[start] ?? 0, to[start + shown.length - 1] ?? 0] as const];
  });
}

/**
 * Everything in an answer that opens a file to whoever has it: the values in the queries of its links, their user names and
 * passwords, and the signatures in their paths, however the links are spelled.
 */
export function linkSecretsIn(answer: unknown): Set<string> {
  const secrets = new Set<string>();
  for (const text of textsOf(answer)) {
    if (!/[=@]|\/|%2f/i.test(text)) continue;
    for (const reading of readingsOf(text)) for (const secret of secretsOf(reading.text)) secrets.add(secret);
  }
  return secrets;
}

/** The same in a request, of fields that are links and nothing else; their paths may be those of a public commit. */
export function sentSecretsIn(request: unknown): Set<string> {
  const links = [...textsOf(request)].filter((text) => /^https?:\/\/\S+$/i.test(text));
  return linkSecretsIn(links.map((link) => link.replace(/^(\w+:\/\/[^/?#]*)[^?]*/, "$1")));
}

const shortestMasked = 16;

/**
 * The values that prove who may fetch a link: whoever has them has the file. Short ones, words and dates are left out: a runner
 * that masks one takes it out of everything that its job prints, and drops the outputs that hold it.
 */
export function signaturesOf(link: string): string[] {
  return [...parametersOf(link)]
    .filter(([name, text]) => isProof.test(name) && text.length >= shortestMasked && !isOrdinary(name, text))
    .flatMap(([, text]) => [...new Set([text, decoded(text)])]);
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
  return withoutIds.split("/").every((segment) => !isSigned(decoded(segment)));
}

// An answer of millions of characters has other faults than a leak.
const mostTexts = 200_000;

function* textsOf(answer: unknown): Generator<string> {
  const left = [answer];
  for (let count = 0; left.length > 0 && count < mostTexts; count += 1) {
    const value = left.pop();
    if (typeof value === "string") yield value.slice(0, 100_000);
    else if (typeof value === "object" && value !== null)
      // As a query, in which each field has its name: storages sign by headers, too.
      for (const [name, inner] of Object.entries(value))
        left.push(isHeader.test(name) && typeof inner === "string" ? `?${name}=${inner}` : inner);
  }
}

function* secretsOf(text: string): Generator<string> {
  for (const [name, found] of parametersOf(text)) {
    if (isPlain.test(name)) continue;
    for (const part of [found, ...found.split(/[\s"'()<>[\]{},;|\\^`]+/)])
      if (isProof.test(name) ? isProofValue(name, part) : isToken(decoded(part))) yield part;
  }
  for (const [, user = ""] of text.matchAll(/\/\/([^\s/@?#]{1,500})@/g)) {
    const [name = "", ...password] = user.split(":");
    const parts = [user, password.join(":"), ...password, ...(isToken(name) ? [name] : [])];
    for (const part of parts) if (part.length >= shortestSecret) yield part;
  }
  for (const [path] of text.matchAll(/\/\/[^\s?#"'<>]{1,4000}/g)) {
    for (const segment of path.split("/").slice(3)) if (isSigned(segment)) yield* valuesOf(segment);
  }
}

// A path may name its signature: `hmac=…`, `s--…--`. A file's ending is no part of it.
function valuesOf(segment: string): string[] {
  const parts = segment.split(/[=~,;]|--/).filter((part) => part.length >= shortestSecret && /\d/.test(part));
  return [segment.replace(ending, ""), ...parts];
}

// In a field that holds a link and nothing else also blanks belong to a value.
function* parametersOf(text: string): Generator<[name: string, value: string]> {
  const isLink = /^\s*(?:[a-z][a-z\d+.-]{1,20}:)?\/\/\S/i.test(text) && !/\shttps?:/i.test(text);
  const pattern = isLink ? /[?&;#]([\w.~%-]{1,60})=([^&#]+)/g : /[?&;#]([\w.~%-]{1,60})=([^\s&#]+)/g;
  for (const [, name = "", found = ""] of text.matchAll(pattern)) yield [name, found.trim()];
}

const isProofValue = (name: string, text: string) =>
  bare(text).length >= shortestSecret && !isOrdinary(name, text);

// `key=public`, `se=2026-11-27`: it would be struck out of every text. A password may be a word.
function isOrdinary(name: string, text: string): boolean {
  if (/^(?:password|passwd|pwd|secret)$/i.test(name)) return false;
  return isDate(decoded(text)) || /^(?:[A-Z]?[a-z]{1,15}|[A-Z]{1,15})(?:[-_. ][a-z]{1,15}){0,5}$/.test(text);
}

function isSigned(segment: string): boolean {
  const named = [...segment.matchAll(/(?<=^|[~,;!=])([\w-]{1,40})=(?=[^~,;])/g)];
  if (named.some(([, name = ""]) => isProof.test(name))) return true;
  return /^s--[\w-]{6,}--$/.test(segment) || isToken(segment.replace(ending, ""));
}

const ending = /\.\w{2,5}$/;
