import { decodeVariants } from "./decoded-text.ts";
import { extractLinkSecrets, extractRequestLinkSecrets, findSignatures } from "./link-secrets.ts";
import {
  createSecretIndex,
  minFragmentLength,
  minSecretLength,
  normalizeSecret,
  type SearchViews,
  type SecretIndex,
  type TextRange,
  toSearchViews,
} from "./secret-index.ts";
import { looksLikeToken } from "./token.ts";

/** The secrets that this process has seen. Redacts them from text. */
export interface Secrets {
  /** Registers an API key, a token or a password, as a whole and line by line. */
  register(secret: string | undefined): void;
  /** Registers the secrets in the links of a response: query values, user names, passwords, signatures. */
  registerLinks(response: unknown): void;
  /** Registers the secrets in the links of a request: a user may pass signed links to files. */
  registerSentLinks(request: unknown): void;
  /** Exempts text such as ids and titles, which links may contain too. Keys are never exempt. */
  exempt(text: string): void;
  /**
   * Replaces the secrets in a text, however they are escaped. Must be the last step before any text leaves
   * the process.
   */
  redact(text: string): string;
  /** Replaces the secrets in Markdown. `head` and `tail` are markers around the text that must not change. */
  redactMarkdown(text: string, head?: string, tail?: string): string;
  /** Replaces keys only, for links that must keep working. */
  redactKeys(text: string): string;
}

const defaultMask = "***";
// Plain asterisks would be emphasis.
const markdownMask = "&#42;&#42;&#42;";

/** Creates an empty set of secrets. */
export function createSecrets(): Secrets {
  const keys = createSecretIndex();
  const links = createLinkIndex();
  const replace = (text: string, mask: string, indexes: readonly Pick<SecretIndex, "find">[]) => {
    if (text === "") return "";
    const views = toSearchViews(text);
    const ranges = indexes.flatMap((index) => index.find(views));
    return maskRanges(text, ranges, mask);
  };
  const replaceAll = (text: string, mask: string) => {
    const masked = replace(text, mask, [keys, links]);
    return maskRanges(masked, decodeVariants(masked).flatMap(findSignatures), mask);
  };
  return {
    register(secret = "") {
      const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
      const parts = new Set([secret.trim(), ...lines]);
      for (const part of parts) if (normalizeSecret(part).length >= minSecretLength) keys.add(part);
      keys.addFragments(secret);
    },
    registerLinks(response) {
      for (const secret of extractLinkSecrets(response)) links.add(secret);
    },
    registerSentLinks(request) {
      for (const secret of extractRequestLinkSecrets(request)) links.add(secret);
    },
    exempt: links.exempt,
    redact: (text) => replaceAll(text, defaultMask),
    redactMarkdown: (text, head = "", tail = "") =>
      head + replaceAll(text.slice(head.length, text.length - tail.length), markdownMask) + tail,
    redactKeys: (text) => replace(text, defaultMask, [keys]),
  };
}

// Some responses have thousands of links; the oldest are the least likely to appear in a text.
const maxLinkSecrets = 4_000;

// Query values start with ordinary words more often than keys do. So where a text was cut, more characters of
// a query value than of a key must be left to count as a secret.
function createLinkIndex() {
  let secrets = new Set<string>();
  let index = createSecretIndex(minFragmentLength);
  // Added to the index only when a text is redacted: a long list may be read before anything is printed.
  let pending: string[] = [];
  const exemptTexts = new Set<string>();
  const addToIndex = (secret: string) => {
    const normalized = normalizeSecret(secret);
    if ([...exemptTexts].some((text) => text.includes(normalized))) return;
    const contained = [...exemptTexts].filter((text) => containsText(normalized, text));
    if (contained.length === 0) return index.add(secret);
    // Next to an id, only what looks like a token is secret.
    for (const part of removeTexts(secret, contained)) if (looksLikeToken(part)) index.add(part);
  };
  const rebuild = (kept: readonly string[]) => {
    secrets = new Set(kept);
    index = createSecretIndex(minFragmentLength);
    pending = [...secrets];
  };
  return {
    add(secret: string) {
      if (secrets.has(secret)) return;
      secrets.add(secret);
      if (secrets.size > maxLinkSecrets) rebuild([...secrets].slice(-maxLinkSecrets / 2));
      else pending.push(secret);
    },
    exempt(text: string) {
      const normalized = normalizeSecret(text);
      if (normalized === "" || exemptTexts.has(normalized)) return;
      exemptTexts.add(normalized);
      if ([...secrets].some((secret) => overlaps(normalizeSecret(secret), normalized))) rebuild([...secrets]);
    },
    find(views: readonly SearchViews[]) {
      for (const secret of pending.splice(0)) addToIndex(secret);
      return index.find(views);
    },
  };
}

const containsText = (secret: string, text: string) =>
  text.length >= minSecretLength && secret.includes(text);

const overlaps = (secret: string, text: string) => text.includes(secret) || containsText(secret, text);

// Keeps the case of the rest, which tells a token from a name. `texts` are in lower case.
function removeTexts(secret: string, texts: readonly string[]): string[] {
  return texts.reduce(
    (parts, text) => parts.flatMap((part) => splitIgnoringCase(part, text)),
    [secret.length === normalizeSecret(secret).length ? secret : normalizeSecret(secret)],
  );
}

function splitIgnoringCase(text: string, separator: string): string[] {
  const at = text.toLowerCase().indexOf(separator);
  if (at < 0) return [text];
  return [text.slice(0, at), ...splitIgnoringCase(text.slice(at + separator.length), separator)];
}

function maskRanges(text: string, ranges: readonly TextRange[], mask: string): string {
  let masked = "";
  let end = 0;
  for (const [rangeStart, rangeEnd] of ranges.toSorted(([a], [b]) => a - b)) {
    // Ranges that overlap or touch get one mask.
    if (rangeStart > end || masked === "") masked += text.slice(end, rangeStart) + mask;
    end = Math.max(end, rangeEnd);
  }
  return masked + text.slice(end);
}
