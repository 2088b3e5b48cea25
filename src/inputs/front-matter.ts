import { Document, isMap, isScalar, LineCounter, type Pair, parseDocument, visit } from "yaml";
import { ShowreelError } from "../base/errors.ts";
import { countLines, firstLine } from "../base/lines-and-characters.ts";
import { plainText } from "../base/plain-text.ts";
import { nearestName } from "./invalid-input.ts";

/** A setting as a file says it: as the text that a user would type for it, and the line where it stands. */
export interface FrontMatterField {
  readonly rawValue: string;
  readonly line: number;
}

/** A file cut in two: the settings above, and the text below. */
export interface FrontMatter {
  readonly fields: Readonly<Record<string, FrontMatterField>>;
  readonly text: string;
  /** The line on which the text begins. */
  readonly textStartLine: number;
}

const frontMatterPattern = /^---[ \t]*\n((?:[\s\S]*?\n)??)(?:---|\.\.\.)[ \t]*(?:\n|$)/;

/**
 * Cuts YAML front matter off a file. `allowed` are the settings that may stand there. Fails with `invalid_input` that
 * names file, line and field.
 */
export function readFrontMatter(content: string, file: string, allowed: readonly string[]): FrontMatter {
  const [head, yaml] = frontMatterPattern.exec(content) ?? [];
  if (head === undefined || yaml === undefined) return { fields: {}, text: content, textStartLine: 1 };
  const text = content.slice(head.length);
  return { fields: readFields(yaml, file, allowed), text, textStartLine: countLines(head) };
}

/** The text below the front matter, whatever that says. */
export const withoutFrontMatter = (content: string): string => content.replace(frontMatterPattern, "");

// Only these are maps; a title of `{{ tag }}` without quotes is one to YAML alone.
const mapSettings = ["variables", "provider_options"];

function readFields(
  yaml: string,
  file: string,
  allowed: readonly string[],
): Record<string, FrontMatterField> {
  const lines = new LineCounter();
  // The fence is the first line.
  const lineAt = (offset = 0) => lines.linePos(offset).line + 1;
  const document = parseDocument(yaml.trimEnd(), {
    lineCounter: lines,
    prettyErrors: false,
    logLevel: "error",
  });
  const [error] = document.errors;
  if (error)
    throw frontMatterError(
      file,
      lineAt(error.pos[0]),
      `this is no YAML: ${shortErrorMessage(error.message)}`,
    );
  if (document.contents === null) return {};
  if (!isMap(document.contents))
    throw frontMatterError(file, 2, "the front matter must be a map of names and values");
  const fields = document.contents.items.map((pair) => {
    const name = isScalar(pair.key) ? String(pair.key.value) : "";
    const line = isScalar(pair.key) ? lineAt(pair.key.range?.[0]) : 2;
    if (!allowed.includes(name)) throw unknownFieldError(file, line, name, allowed);
    const rawValue = toRawValue(pair, document, (words) => frontMatterError(file, line, words), name);
    return [name, { line, rawValue }] as const;
  });
  return Object.fromEntries(fields);
}

// What a person would type: a version such as 1.10 stays as it stands there, a list is one thing a line, a map is YAML.
function toRawValue(
  { value }: Pair,
  document: Document,
  mistaken: (words: string) => ShowreelError,
  name: string,
) {
  if (isScalar(value)) return typeof value.value === "string" ? value.value : (value.source ?? "");
  try {
    const known: unknown = document.toJS()[name];
    if (Array.isArray(known) && known.every((part) => typeof part !== "object")) return known.join("\n");
    if (mapSettings.includes(name))
      return isMap(value) && !hasAlias(value) ? String(new Document(value)) : JSON.stringify(known);
  } catch (error) {
    // Aliases that multiply themselves, and maps in maps in maps.
    throw mistaken(`this cannot be read: ${shortErrorMessage(String(error))}`);
  }
  throw mistaken(`\`${name}\` must be a text; put what begins with a brace or a bracket in quotes`);
}

// What an alias stands for may be outside of the value.
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
  const near = nearestName(name, allowed);
  const said = `"${plainText(name, 60)}" is no setting that a file can hold`;
  return frontMatterError(file, line, near ? `${said}; did you mean "${near}"?` : said, allowed);
}

function frontMatterError(
  file: string,
  line: number,
  words: string,
  allowed?: readonly string[],
): ShowreelError {
  const known = allowed ? `Possible are: ${allowed.join(", ")}.` : "Correct the file.";
  return new ShowreelError("invalid_input", `${plainText(file, 120)}:${line}: ${words}.`, {
    hint: known,
    submitted: false,
    location: { file: plainText(file, 300), line },
  });
}

function shortErrorMessage(message: string): string {
  return plainText(firstLine(message), 200).replace(/\.$/, "");
}
