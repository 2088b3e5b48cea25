import { Document, isMap, isScalar, LineCounter, type Pair, parseDocument, visit } from "yaml";
import { invalidInputError, type ShowreelError } from "../base/errors.ts";
import { countLines, firstLine } from "../base/text/lines-and-characters.ts";
import { plainText } from "../base/text/plain-text.ts";
import { nearestName } from "./invalid-input.ts";

/** A setting in front matter: its value as the text that a user would type, and its line in the file. */
export interface FrontMatterField {
  readonly rawValue: string;
  readonly line: number;
}

/** A file, split into the settings in its front matter and the text below. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, FrontMatterField>>;
  readonly text: string;
  /** The line on which the text starts, counted from 1. */
  readonly textStartLine: number;
}

const frontMatterPattern = /^---[ \t]*\n((?:[\s\S]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/**
 * Splits the YAML front matter from a file. `allowed` are the settings that it may contain. Throws
 * `invalid_input`, which names the file, the line and the field.
 */
export function readFrontMatter(content: string, file: string, allowed: readonly string[]): FrontMatter {
  const [head, yaml] = frontMatterPattern.exec(content) ?? [];
  if (head === undefined || yaml === undefined) return { fields: {}, text: content, textStartLine: 1 };
  const text = content.slice(head.length);
  return { fields: readFields(yaml, file, allowed), text, textStartLine: countLines(head) };
}

/** Returns the text below the front matter, which is not validated. */
export const withoutFrontMatter = (content: string): string => content.replace(frontMatterPattern, "");

// Any other map is a mistake: to YAML, a title of `{{ tag }}` without quotes is a map.
const mapSettings = ["variables", "provider_options"];

function readFields(
  yaml: string,
  file: string,
  allowed: readonly string[],
): Record<string, FrontMatterField> {
  const lines = new LineCounter();
  // The YAML starts on the second line of the file.
  const lineAt = (offset = 0) => lines.linePos(offset).line + 1;
  const document = parseDocument(yaml.trimEnd(), {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const [error] = document.errors;
  if (error)
    throw frontMatterError(file, lineAt(error.pos[0]), `invalid YAML: ${shortErrorMessage(error.message)}`);
  if (document.contents === null) return {};
  if (!isMap(document.contents))
    throw frontMatterError(file, 2, "the front matter must be a map of names and values");
  const fields = document.contents.items.map((pair) => {
    const name = isScalar(pair.key) ? String(pair.key.value) : "";
    const line = isScalar(pair.key) ? lineAt(pair.key.range?.[0]) : 2;
    if (!allowed.includes(name)) throw unknownFieldError(file, line, name, allowed);
    const rawValue = toRawValue(pair, document, (problem) => frontMatterError(file, line, problem), name);
    return [name, { line, rawValue }] as const;
  });
  return Object.fromEntries(fields);
}

// The text that a user would type: 1.10 stays 1.10, a list becomes one item per line, a map becomes YAML.
function toRawValue(
  { value }: Pair,
  document: Document,
  toError: (problem: string) => ShowreelError,
  name: string,
) {
  if (isScalar(value)) return typeof value.value === "string" ? value.value : (value.source ?? "");
  try {
    const parsed: unknown = document.toJS()[name];
    if (Array.isArray(parsed) && parsed.every((item) => typeof item !== "object")) return parsed.join("\n");
    if (mapSettings.includes(name))
      return isMap(value) && !hasAlias(value) ? String(new Document(value)) : JSON.stringify(parsed);
  } catch (error) {
    // Aliases that expand too often, or maps nested too deeply.
    throw toError(`this cannot be read: ${shortErrorMessage(String(error))}`);
  }
  throw toError(`\`${name}\` must be text; put a value that starts with a brace or a bracket in quotes`);
}

// The anchor of an alias may be outside of the value.
function hasAlias(value: Document["contents"]): boolean {
  let found = false;
  visit(value, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

function unknownFieldError(
  file: string,
  line: number,
  name: string,
  allowed: readonly string[],
): ShowreelError {
  const nearest = nearestName(name, allowed);
  const problem = `"${plainText(name, 60)}" is not a setting that front matter can contain`;
  return frontMatterError(file, line, nearest ? `${problem}; did you mean "${nearest}"?` : problem, allowed);
}

function frontMatterError(
  file: string,
  line: number,
  problem: string,
  allowed?: readonly string[],
): ShowreelError {
  return invalidInputError(`${plainText(file, 120)}:${line}: ${problem}.`, {
    hint: allowed ? `Available: ${allowed.join(", ")}.` : "Correct the file.",
    location: { file: plainText(file, 300), line },
  });
}

function shortErrorMessage(message: string): string {
  return plainText(firstLine(message), 200).replace(/\.$/, "");
}
