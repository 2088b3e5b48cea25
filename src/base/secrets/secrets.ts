import { decodeVariants } from "./decoded-text.ts";
import { extractLinkSecrets, extractRequestLinkSecrets, findSignatures } from "./link-secrets.ts";
import {
  createSecretIndex,
  minFragmentLength,
  minSecretLength,
  normalizeSecret,
  type SecretIndex,
  type TextRange,
  toSearchViews,
} from "./secret-index.ts";
import { looksLikeToken } from "./token.ts";

/** All secrets that the process holds. */
export interface Secrets {
  /** Keeps a key, a token or a password out of every text, as a whole and line by line. */
  register(secret: string | undefined): void;
  /** Keeps out what an answer's links hold: values of queries, user names, passwords, signatures. */
  registerLinks(answer: unknown): void;
  /** The same for what is sent: files of the user's that have a signed link. */
  registerSentLinks(request: unknown): void;
  /** Words that stay although a link has them too: the video's ids, its title and text. No key is ever spared. */
  exempt(words: string): void;
  /**
   * A text without any of them, however they are spelled in it. The last thing that is done to every text before anybody sees
   * it.
   */
  redact(text: string): string;
  /** The same for Markdown, whose first line and end may be marks by which it is found again. */
  redactMarkdown(text: string, head?: string, tail?: string): string;
  /** The same for what has to stay a link that works: without keys. */
  redactKeys(text: string): string;
}

const defaultMask = "***";
// Stars would be emphasis.
const markdownMask = "&#42;&#42;&#42;";

// A list of thousands of entries has as many links; the oldest are the least likely to be shown.
const maxLinkSecrets = 4_000;

/** Holds nothing yet. */
export function createSecrets(): Secrets {
  const keys = createSecretIndex();
  const links = createLinkIndex();
  const strike = (text: string, mask: string, indexes: readonly Pick<SecretIndex, "find">[]) => {
    const views = toSearchViews(text);
    return maskRanges(
      text,
      indexes.flatMap((index) => index.find(views)),
      mask,
    );
  };
  const strikeAll = (text: string, mask: string) => {
    const covered = strike(text, mask, [keys, links]);
    return maskRanges(covered, decodeVariants(covered).flatMap(findSignatures), mask);
  };
  return {
    register(secret = "") {
      const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
      const parts = new Set([secret.trim(), ...lines]);
      for (const part of parts) if (normalizeSecret(part).length >= minSecretLength) keys.add(part);
      keys.addFragments(secret);
    },
    registerLinks(answer) {
      for (const secret of extractLinkSecrets(answer)) links.add(secret);
    },
    registerSentLinks(request) {
      for (const secret of extractRequestLinkSecrets(request)) links.add(secret);
    },
    exempt: links.spare,
    redact: (text) => strikeAll(text, defaultMask),
    redactMarkdown: (text, head = "", tail = "") =>
      head + strikeAll(text.slice(head.length, text.length - tail.length), markdownMask) + tail,
    redactKeys: (text) => strike(text, defaultMask, [keys]),
  };
}

// Values of links begin with words more often than keys do, so that more of one has to stand where a text was cut.
function createLinkIndex() {
  let held = new Set<string>();
  let index = createSecretIndex(minFragmentLength);
  // A list may be read whole before anything is printed: what is held is looked at when a text is.
  let waiting: string[] = [];
  const spared = new Set<string>();
  const addTo = (built: SecretIndex, secret: string) => {
    const known = normalizeSecret(secret);
    const long = [...spared].filter((words) => words.length >= minSecretLength);
    const isPart = [...spared].some((words) => words.includes(known));
    if (isPart) return;
    // Beside an id only what is no name is a secret.
    if (!long.some((words) => known.includes(words))) built.add(secret);
    else for (const part of removeWords(secret, long)) if (looksLikeToken(part)) built.add(part);
  };
  const build = (secrets: readonly string[]) => {
    held = new Set(secrets);
    index = createSecretIndex(minFragmentLength);
    waiting = [...held];
  };
  return {
    add(secret: string) {
      if (held.has(secret)) return;
      held.add(secret);
      if (held.size > maxLinkSecrets) build([...held].slice(-maxLinkSecrets / 2));
      else waiting.push(secret);
    },
    spare(words: string) {
      const known = normalizeSecret(words);
      if (known === "" || spared.has(known)) return;
      spared.add(known);
      if ([...held].some((secret) => overlaps(normalizeSecret(secret), known))) build([...held]);
    },
    find(views: Parameters<SecretIndex["find"]>[0]) {
      for (const secret of waiting.splice(0)) addTo(index, secret);
      return index.find(views);
    },
  };
}

const overlaps = (secret: string, words: string) =>
  words.includes(secret) || (words.length >= minSecretLength && secret.includes(words));

// What is compared has no capitals, and what is left keeps them: they tell a token from a name.
function removeWords(secret: string, words: readonly string[]): string[] {
  return words.reduce(
    (parts, word) =>
      parts.flatMap((part) => (part.toLowerCase().includes(word) ? splitAt(part, word) : [part])),
    [secret.length === normalizeSecret(secret).length ? secret : normalizeSecret(secret)],
  );
}

function splitAt(text: string, word: string): string[] {
  const at = text.toLowerCase().indexOf(word);
  if (at < 0) return [text];
  return [text.slice(0, at), ...splitAt(text.slice(at + word.length), word)];
}

function maskRanges(text: string, stretches: readonly TextRange[], mask: string): string {
  let covered = "";
  let end = 0;
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    // One that touches the one before goes on with it.
    if (from > end || covered === "") covered += text.slice(end, from) + mask;
    end = Math.max(end, to);
  }
  return covered + text.slice(end);
}
