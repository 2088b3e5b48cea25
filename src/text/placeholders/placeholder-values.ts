import { invalidInputError, type ShowreelError } from "../../base/errors.ts";
import { plainText, visibleText } from "../../base/text/plain-text.ts";
import { type EventText, type EventVariable, eventVariables, isEventVariable } from "../event-text.ts";
import type { TextPart } from "./placeholders.ts";

/** The value of a placeholder in one text. */
export interface PlaceholderValue {
  readonly text: string;
  /** Whether the value comes from `variables`. If so, it is never shortened. */
  readonly isUserText: boolean;
  readonly isMarkdown: boolean;
  /** See `EventValue`. */
  readonly stableName: string | undefined;
}

/** Returns the names of all placeholders. Fails with `invalid_input` if a variable has a built-in name. */
export function placeholderNames(variables: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(variables);
  const builtIn = names.find(isEventVariable);
  if (builtIn === undefined) return [...eventVariables, ...names];
  throw invalidInputError(`\`variables\` defines ${builtIn}, which is a built-in placeholder.`, {
    hint: "Give it another name.",
    settings: ["variables"],
  });
}

/** Reads the value of each placeholder once. Fails with `invalid_input` if the event has none. */
export async function readPlaceholderValues(
  parts: readonly TextPart[],
  setting: string,
  variables: Readonly<Record<string, string>>,
  eventText: EventText,
): Promise<ReadonlyMap<string, PlaceholderValue>> {
  const names = new Set(parts.flatMap((part) => (typeof part === "string" ? [] : [part.name])));
  const values = new Map<string, PlaceholderValue>();
  for (const name of names) {
    const value = isEventVariable(name)
      ? await readEventValue(name, setting, eventText)
      : userValue(variables[name]);
    values.set(name, value);
  }
  return values;
}

function userValue(text = ""): PlaceholderValue {
  return { text, isUserText: true, isMarkdown: false, stableName: undefined };
}

async function readEventValue(
  name: EventVariable,
  setting: string,
  eventText: EventText,
): Promise<PlaceholderValue> {
  const value = await eventText.read(name);
  if (!value) throw unavailablePlaceholderError(name, setting, eventText.eventName);
  const { text, isMarkdown = false, stableName, emptyReason } = value;
  if (emptyReason !== undefined) throw emptyPlaceholderError(name, setting, emptyReason);
  // A template marks the end of its material with a longer line of equals signs, which a value must not
  // imitate.
  const safeText = visibleText(text)
    .replace(/={10,}/g, "=========")
    .trim();
  return { text: safeText, isUserText: false, isMarkdown, stableName };
}

// A prompt around an empty list would be paid for, and tell of nothing.
function emptyPlaceholderError(name: string, setting: string, reason: string): ShowreelError {
  return invalidInputError(`{{ ${name} }} in \`${setting}\` is empty: ${reason}`, {
    hint: "Make the video when there is something to tell, or set `release_tag` to `latest` to tell of the latest release.",
    settings: [setting],
  });
}

/** The error for a placeholder whose value the run does not have. */
export function unavailablePlaceholderError(
  name: string,
  setting: string,
  eventName: string | undefined,
): ShowreelError {
  const reason =
    eventName === undefined
      ? "is not available: this run was not started by a GitHub event"
      : `is not available for the \`${plainText(eventName, 60)}\` event`;
  return invalidInputError(`{{ ${name} }} in \`${setting}\` ${reason}.`, {
    hint: remedyFor(name, eventName),
    settings: [setting],
  });
}

function remedyFor(name: string, eventName: string | undefined): string {
  if (eventName === undefined) return "Write the text itself: only a workflow of GitHub has events.";
  if (name === "release.notes" && eventName === "release")
    return "Write the release notes, or use a `prompt` of your own.";
  return /^(release|tag)/.test(name)
    ? "Run the workflow on a release or a pushed tag, or set `release_tag`."
    : "Run the workflow on an event that has it, or remove it.";
}
