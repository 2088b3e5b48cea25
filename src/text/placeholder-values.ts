import { ShowreelError } from "../base/errors.ts";
import { visibleText } from "../base/plain-text.ts";
import { type EventText, type EventVariable, eventVariables } from "./event-text.ts";
import type { TextPart } from "./placeholders.ts";

/** What stands for a placeholder in one text. */
export interface PlaceholderValue {
  readonly text: string;
  /** The user wrote it, so that it is never shortened. */
  readonly isUserText: boolean;
  readonly isMarkdown: boolean;
  /** As `EventValue` has it. */
  readonly stableName: string | undefined;
}

/** All names that a text may hold. A user's variable may not take a built-in name. Fails with `invalid_input`. */
export function placeholderNames(variables: Readonly<Record<string, string>>): string[] {
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
export async function readPlaceholderValues(
  pieces: readonly TextPart[],
  setting: string,
  variables: Readonly<Record<string, string>>,
  eventText: EventText,
): Promise<ReadonlyMap<string, PlaceholderValue>> {
  const names = new Set(pieces.flatMap((piece) => (typeof piece === "string" ? [] : [piece.name])));
  const values = new Map<string, PlaceholderValue>();
  for (const name of names) {
    const value = isEventVariable(name)
      ? await readEventValue(name, setting, eventText)
      : userValue(variables[name]);
    values.set(name, value);
  }
  return values;
}

const userValue = (text = ""): PlaceholderValue => ({
  text,
  isUserText: true,
  isMarkdown: false,
  stableName: undefined,
});

async function readEventValue(
  name: EventVariable,
  setting: string,
  words: EventText,
): Promise<PlaceholderValue> {
  const value = await words.read(name);
  if (!value) throw missingPlaceholderError(name, setting, words.eventLabel);
  const { text, isMarkdown = false, stableName } = value;
  // A line of equals signs ends the material of a template, so no text holds one.
  return {
    text: visibleText(text)
      .replace(/={10,}/g, "=========")
      .trim(),
    isUserText: false,
    isMarkdown,
    stableName,
  };
}

function missingPlaceholderError(name: string, setting: string, event: string): ShowreelError {
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
