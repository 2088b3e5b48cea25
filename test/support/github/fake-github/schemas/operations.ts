import { type Operation, type Parameter, readDocument, resolve } from "./document.ts";
import type { Schema } from "./json-schema.ts";

/** An operation that a request matches, with its path parameters. */
export interface FoundOperation {
  /** Method and template: `GET /repos/{owner}/{repo}/releases/{release_id}`. */
  readonly route: string;
  readonly operation: Operation;
  readonly parameters: Readonly<Record<string, string>>;
}

interface Entry {
  readonly route: string;
  readonly operation: Operation;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** The length of the route without its parameters. */
  readonly weight: number;
}

/** One for each kind and route, so that it is compiled once. */
const parameterSchemas = new Map<string, Schema>();
let entries: readonly Entry[] | undefined;
/** By method and path. */
const found = new Map<string, FoundOperation>();

/**
 * Finds GitHub's description of a method and a concrete path without its query. Paths at
 * uploads.github.com are prefixed with `/uploads`.
 */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  const asked = `${method} ${path}`;
  const known = found.get(asked) ?? matchOperation(asked);
  if (known) found.set(asked, known);
  return known;
}

function matchOperation(asked: string): FoundOperation | undefined {
  entries ??= listEntries();
  for (const { route, operation, pattern, names } of entries) {
    const match = pattern.exec(asked);
    if (!match) continue;
    if (operation["x-omitted"]) return undefined;
    const values = names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? "")]);
    return { route, operation, parameters: Object.fromEntries(values) };
  }
  return undefined;
}

/** Returns the schema of all parameters of one kind, as an object. */
export function toParameterSchema({ route, operation }: FoundOperation, place: "path" | "query"): Schema {
  const key = `${route} ${place}`;
  const parameters = parametersOf(operation, place);
  const schema = parameterSchemas.get(key) ?? {
    type: "object",
    properties: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.schema])),
    required: parameters.filter((parameter) => parameter.required).map(({ name }) => name),
    additionalProperties: false,
  };
  parameterSchemas.set(key, schema);
  return schema;
}

function parametersOf(operation: Operation, place: "path" | "query"): Parameter[] {
  return (operation.parameters ?? []).map(resolve).filter((parameter) => parameter.in === place);
}

/** The most specific routes come first, so that `releases/latest` is not matched as an id. */
function listEntries(): Entry[] {
  const listed = Object.entries(readDocument().paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => toEntry(method, path, operation)),
  );
  return listed.sort((one, other) => other.weight - one.weight);
}

function toEntry(method: string, path: string, operation: Operation): Entry {
  const route = `${method.toUpperCase()} ${operation.servers ? "/uploads" : ""}${path}`;
  const longNames = parametersOf(operation, "path").filter((parameter) => parameter["x-multi-segment"]);
  const isLong = (name: string) => longNames.some((parameter) => parameter.name === name);
  const names = [...route.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
  const pattern = route
    .replaceAll(".", "\\.")
    .replaceAll(/\{([^}]+)\}/g, (_, name: string) => (isLong(name) ? "(.+)" : "([^/]+)"));
  const weight = route.replaceAll(/\{[^}]+\}/g, "").length;
  return { route, operation, pattern: new RegExp(`^${pattern}$`), names, weight };
}
