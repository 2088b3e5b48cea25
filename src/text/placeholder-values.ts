import { ShowreelError } from "../base/errors.ts";
import { visibleText } from "../base/plain-text.ts";
import { type EventText, type EventVariable, eventVariables } from "./event-text.ts";
import type { Piece } from "./placeholders.ts";

/** What stands for a placeholder in one text. */
export interface Value {
  readonly text: string;
  /** The user wrote it, so that it is never shortened. */
  readonly isOwn: boolean;
  readonly isMarkdown: boolean;
  /** As `EventValue` has it. */
  readonly askedFor: string | undefined;
}

/** All names that a text may hold. A user's variable may not take a built-in name. Fails with `invalid_input`. */
export function knownNames(variables: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(variables);
  const taken = names.find((name) => isEventVariable(name));
  if (taken === undefined) return [...eventVariables, ...names];
  throw new ShowreelError("invalid_input", `\`variables\` names ${taken}, which is built in.`, {
    hint: "Give it another name. Nothing was submitted.",
  });
}

function isEventVariable(name: string): name is EventVariable {
  return eventVariables.some((known) => known === name);
}

/** The values of all placeholders of a text. Fails with `invalid_input` when this event has none for one of them. */
export async function readValues(
  pieces: readonly Piece[],
  setting: string,
  variables: Readonly<Record<string, string>>,
  words: EventText,
): Promise<ReadonlyMap<string, Value>> {
  const names = new Set(pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.name])));
  const values = new Map<string, Value>();
  for (const name of names) {
    const value = isEventVariable(name) ? await readEvent(name, setting, words) : ownValue(variables[name]);
    values.set(name, value);
  }
  return values;
}

const ownValue = (text = ""): Value => ({ text, isOwn: true, isMarkdown: false, askedFor: undefined });

async function readEvent(name: EventVariable, setting: string, words: EventText): Promise<Value> {
  const value = await words.read(name);
  if (!value) throw noValue(name, setting, words.event);
  const { text, isMarkdown = false, askedFor } = value;
  // A line of equals signs ends the material of a template, so no text holds one.
  return {
    text: visibleText(text)
      .replace(/={10,}/g, "=========")
      .trim(),
    isOwn: false,
    isMarkdown,
    askedFor,
  };
}

function noValue(name: string, setting: string, event: string): ShowreelError {
  const whatToDo =
    name === "release.notes" && event.includes("release")
      ? "Write something into the release notes, or give a `prompt` of your own."
      : /^(release|tag)/.test(name)
        ? "Run the workflow on a release or a pushed tag, or give `release_tag`."
        : "Run the workflow on an event that has it, or leave it out.";
  return new ShowreelError("invalid_input", `\`${setting}\` holds {{ ${name} }}: ${event} has none.`, {
    hint: `${whatToDo} Nothing was submitted.`,
  });
}
