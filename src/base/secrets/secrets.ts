import { findSignatures, linkSecretsIn, sentSecretsIn } from "./link-secrets.ts";
import {
  bare,
  createSecretIndex,
  type SecretIndex,
  type Stretch,
  shortestPart,
  shortestSecret,
  viewsOf,
} from "./patterns.ts";
import { readingsOf } from "./spellings.ts";
import { isToken } from "./token.ts";

/** All secrets that the process holds. */
export interface Secrets {
  /** Keeps a key, a token or a password out of every text, as a whole and line by line. */
  hold(secret: string | undefined): void;
  /** Keeps out what an answer's links hold: values of queries, user names, passwords, signatures. */
  holdLinks(answer: unknown): void;
  /** The same for what is sent: files of the user's that have a signed link. */
  holdSent(request: unknown): void;
  /** Words that stay although a link has them too: the video's ids, its title and text. No key is ever spared. */
  spare(words: string): void;
  /**
   * A text without any of them, however they are spelled in it. The last thing that is done to every text before anybody sees
   * it.
   */
  strike(text: string): string;
  /** The same for Markdown, whose first line and end may be marks by which it is found again. */
  strikeMarkdown(text: string, head?: string, tail?: string): string;
  /** The same for what has to stay a link that works: without keys. */
  strikeKeys(text: string): string;
}

const usualMask = "***";
// Stars would be emphasis.
const markdownMask = "&#42;&#42;&#42;";

// A list of thousands of entries has as many links; the oldest are the least likely to be shown.
const mostLinkSecrets = 4_000;

/** Holds nothing yet. */
export function createSecrets(): Secrets {
  const keys = createSecretIndex();
  const links = createLinkIndex();
  const strike = (text: string, mask: string, indexes: readonly Pick<SecretIndex, "find">[]) => {
    const views = viewsOf(text);
    return cover(
      text,
      indexes.flatMap((index) => index.find(views)),
      mask,
    );
  };
  const strikeAll = (text: string, mask: string) => {
    const covered = strike(text, mask, [keys, links]);
    return cover(covered, readingsOf(covered).flatMap(findSignatures), mask);
  };
  return {
    hold(secret = "") {
      const lines = secret.split(/[\r\n]+/).map((line) => line.trim());
      const parts = new Set([secret.trim(), ...lines]);
      for (const part of parts) if (bare(part).length >= shortestSecret) keys.add(part);
      keys.addParts(secret);
    },
    holdLinks(answer) {
      for (const secret of linkSecretsIn(answer)) links.add(secret);
    },
    holdSent(request) {
      for (const secret of sentSecretsIn(request)) links.add(secret);
    },
    spare: links.spare,
    strike: (text) => strikeAll(text, usualMask),
    strikeMarkdown: (text, head = "", tail = "") =>
      head + strikeAll(text.slice(head.length, text.length - tail.length), markdownMask) + tail,
    strikeKeys: (text) => strike(text, usualMask, [keys]),
  };
}

// Values of links begin with words more often than keys do, so that more of one has to stand where a text was cut.
function createLinkIndex() {
  let held = new Set<string>();
  let index = createSecretIndex(shortestPart);
  // A list may be read whole before anything is printed: what is held is looked at when a text is.
  let waiting: string[] = [];
  const spared = new Set<string>();
  const addTo = (built: SecretIndex, secret: string) => {
    const known = bare(secret);
    const long = [...spared].filter((words) => words.length >= shortestSecret);
    const isPart = [...spared].some((words) => words.includes(known));
    if (isPart) return;
    // Beside an id only what is no name is a secret.
    if (!long.some((words) => known.includes(words))) built.add(secret);
    else for (const part of withoutWords(secret, long)) if (isToken(part)) built.add(part);
  };
  const build = (secrets: readonly string[]) => {
    held = new Set(secrets);
    index = createSecretIndex(shortestPart);
    waiting = [...held];
  };
  return {
    add(secret: string) {
      if (held.has(secret)) return;
      held.add(secret);
      if (held.size > mostLinkSecrets) build([...held].slice(-mostLinkSecrets / 2));
      else waiting.push(secret);
    },
    spare(words: string) {
      const known = bare(words);
      if (known === "" || spared.has(known)) return;
      spared.add(known);
      if ([...held].some((secret) => sharesWith(bare(secret), known))) build([...held]);
    },
    find(views: Parameters<SecretIndex["find"]>[0]) {
      for (const secret of waiting.splice(0)) addTo(index, secret);
      return index.find(views);
    },
  };
}

const sharesWith = (secret: string, words: string) =>
  words.includes(secret) || (words.length >= shortestSecret && secret.includes(words));

// What is compared has no capitals, and what is left keeps them: they tell a token from a name.
function withoutWords(secret: string, words: readonly string[]): string[] {
  return words.reduce(
    (parts, word) =>
      parts.flatMap((part) => (part.toLowerCase().includes(word) ? splitAt(part, word) : [part])),
    [secret.length === bare(secret).length ? secret : bare(secret)],
  );
}

function splitAt(text: string, word: string): string[] {
  const at = text.toLowerCase().indexOf(word);
  if (at < 0) return [text];
  return [text.slice(0, at), ...splitAt(text.slice(at + word.length), word)];
}

function cover(text: string, stretches: readonly Stretch[], mask: string): string {
  let covered = "";
  let end = 0;
  for (const [from, to] of [...stretches].sort(([a], [b]) => a - b)) {
    // One that touches the one before goes on with it.
    if (from > end || covered === "") covered += text.slice(end, from) + mask;
    end = Math.max(end, to);
  }
  return covered + text.slice(end);
}
