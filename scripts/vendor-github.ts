import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GRAPHQL, HANDLERS } from "../test/support/github/fake-github/handlers.ts";

// Writes the part of GitHub's OpenAPI description that the fake GitHub validates against: the routes of its
// handlers, with everything they refer to. Run it after adding a route to the fake, or with a newer version
// here. The whole description is a package of 385 MB, so npm downloads it into a temporary folder, and it is
// not a dependency.

const version = "23.0.2";
const file = "package/generated/api.github.com.json";
const target = "test/fixtures/github-api.json";

type Json = Readonly<Record<string, unknown>>;

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly components: Readonly<Record<string, Json>>;
}

interface Operation {
  readonly path: string;
  readonly method: string;
  /** As a handler of the fake is called: with the method, and with `/uploads` for uploads.github.com. */
  readonly route: string;
  readonly content: Json;
}

/** The shapes of errors that a route does not describe. */
const usualErrors = ["#/components/schemas/basic-error", "#/components/schemas/validation-error"].map(
  ($ref) => ({ $ref }),
);
/** Octokit adds this path to GitHub's description, which spells it `compare/{basehead}`. */
const addedByOctokit = "/repos/{owner}/{repo}/compare/{base}...{head}";

function download(): Description {
  const folder = mkdtempSync(join(tmpdir(), "vendor-github-"));
  try {
    const options = { cwd: folder, encoding: "utf8", shell: process.platform === "win32" } as const;
    const archive = execFileSync("npm", ["pack", "--silent", `@octokit/openapi@${version}`], options).trim();
    execFileSync("tar", ["-xzf", archive, file], options);
    return JSON.parse(readFileSync(join(folder, file), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function listOperations({ paths }: Description): Operation[] {
  const described = Object.entries(paths).filter(([path]) => path !== addedByOctokit);
  return described.flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, content]) => {
      const route = `${method.toUpperCase()} ${content.servers ? "/uploads" : ""}${path}`;
      return { path, method, route, content };
    }),
  );
}

/**
 * Returns the paths of the selected routes. Other routes that match the same requests, such as
 * `commits/{ref}/status`, which `commits/{ref}` matches too, are marked as omitted.
 */
function selectPaths(description: Description, routes: readonly string[]): Description["paths"] {
  const operations = listOperations(description);
  const selected = routes.map((route) => {
    const operation = operations.find((candidate) => candidate.route === route);
    if (operation === undefined) throw new Error(`@octokit/openapi@${version} does not describe ${route}`);
    return operation;
  });
  const templates = selected.map((operation) => toTemplate(description, operation));
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of operations) {
    const { path, method, content } = operation;
    const { servers, parameters } = content;
    if (selected.includes(operation)) {
      paths[path] = { ...paths[path], [method]: toOperation(content) };
    } else if (templates.some((template) => overlap(template, toTemplate(description, operation)))) {
      paths[path] = { ...paths[path], [method]: { "x-omitted": true, servers, parameters } };
    }
  }
  return withoutAnnotations(paths) as Description["paths"];
}

/** The parts of a route between its slashes: a text, `*` for a parameter, `**` for one that may have slashes. */
function toTemplate({ components }: Description, { route, content }: Operation): string[] {
  const parameters = (content.parameters ?? []) as readonly Json[];
  const multiSegment = parameters
    .map(
      ({ $ref, ...parameter }) => components.parameters?.[String($ref).split("/").at(-1) ?? ""] ?? parameter,
    )
    .filter((parameter) => (parameter as Json)["x-multi-segment"])
    .map((parameter) => `{${(parameter as Json).name}}`);
  return route
    .split("/")
    .map((part) => (multiSegment.includes(part) ? "**" : part.includes("{") ? "*" : part));
}

/** Returns whether there is a path that matches both templates. */
function overlap(one: readonly string[], other: readonly string[]): boolean {
  const [first, ...rest] = one;
  const [otherFirst, ...otherRest] = other;
  if (first === undefined || otherFirst === undefined) return first === otherFirst;
  if (first !== otherFirst && !first.startsWith("*") && !otherFirst.startsWith("*")) return false;
  return (
    overlap(rest, otherRest) ||
    (first === "**" && otherRest.length > 0 && overlap(one, otherRest)) ||
    (otherFirst === "**" && rest.length > 0 && overlap(rest, other))
  );
}

/** Keeps what is validated, and the first example of each response. */
function toOperation({ servers, parameters, requestBody, responses }: Json): Json {
  const described = Object.entries(responses as Record<string, Json>);
  return {
    servers,
    parameters,
    requestBody: requestBody && toBody(requestBody as Json),
    responses: Object.fromEntries(described.map(([status, response]) => [status, toBody(response)])),
  };
}

function toBody({ $ref, required, content }: Json): Json {
  const json = (content as Record<string, Json> | undefined)?.["application/json"];
  if (json === undefined) return { $ref, required };
  const [example] = Object.entries(json.examples ?? {});
  const examples = example && Object.fromEntries([example]);
  return { required, content: { "application/json": { schema: json.schema, examples } } };
}

/** Returns what the values refer to, directly or not, by kind and name. */
function selectComponents(
  { components }: Description,
  ...values: readonly unknown[]
): Description["components"] {
  const selected: Record<string, Record<string, unknown>> = {};
  const include = (value: unknown): void => {
    for (const [, kind = "", name = ""] of JSON.stringify(value).matchAll(
      /"\$ref":"#\/components\/(\w+)\/([^"]+)"/g,
    )) {
      if (selected[kind]?.[name] !== undefined) continue;
      const content = components[kind]?.[name] as Json;
      const component = kind === "responses" ? toBody(content) : content;
      selected[kind] = { ...selected[kind], [name]: withoutAnnotations(component) };
      include(selected[kind][name]);
    }
  };
  for (const value of values) include(value);
  return selected;
}

/** Texts for readers, which have no effect on validity. */
const annotations = ["description", "title", "example", "default", "externalDocs", "deprecated"];
/** Objects whose keys are names. */
const maps = ["properties", "responses", "examples"];
/** Values that are no schemas. */
const verbatim = ["enum", "value"];

function withoutAnnotations(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAnnotations);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !annotations.includes(key));
  return Object.fromEntries(
    kept.map(([key, part]) => {
      if (verbatim.includes(key)) return [key, part];
      if (!maps.includes(key) || part === undefined) return [key, withoutAnnotations(part)];
      const named = Object.entries(part).map(([name, content]) => [name, withoutAnnotations(content)]);
      return [key, Object.fromEntries(named)];
    }),
  );
}

/** JSON with one line per path and per component. */
function toLines(value: object, depth = 0): string {
  const lines = Object.entries(value).map(([key, part]) => {
    const isGroup = typeof part === "object" && (depth === 0 || (depth === 1 && !key.startsWith("/")));
    return `${JSON.stringify(key)}: ${isGroup ? toLines(part, depth + 1) : JSON.stringify(part)}`;
  });
  return `{\n${lines.join(",\n")}\n}`;
}

const description = download();
const routes = Object.keys(HANDLERS).filter((route) => route !== GRAPHQL);
const paths = selectPaths(description, routes);
const components = selectComponents(description, paths, usualErrors);
const content = { "x-source": `@octokit/openapi@${version}`, paths, components };
const text = `${toLines(content)}\n`;
writeFileSync(target, text);
process.stdout.write(`${target}: ${routes.length} routes, ${Math.ceil(text.length / 1_000)} kB\n`);
