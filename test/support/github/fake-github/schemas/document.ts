import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Schema } from "./json-schema.ts";

/** What stands behind a media type: a schema, and examples by name. */
export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, Reference | { readonly value: unknown }>>;
}

/** A body that goes in or comes out, by media type. */
export interface DescribedBody {
  readonly required?: boolean;
  readonly content?: Readonly<Record<string, MediaType>>;
}

/** A parameter of the path or of the query. */
export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: Schema;
  /** Its value may have slashes. */
  readonly "x-multi-segment"?: boolean;
}

/** A method of a path. */
export interface Operation {
  readonly servers?: readonly object[];
  readonly parameters?: readonly (Reference | Parameter)[];
  readonly requestBody?: DescribedBody;
  readonly responses: Readonly<Record<string, Reference | DescribedBody>>;
}

/** Stands for what is written elsewhere in the document. */
export interface Reference {
  readonly $ref: string;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

interface PullSchema {
  readonly properties: { readonly head: { readonly properties: object } };
}

const FILE = "@octokit/openapi/generated/api.github.com.json";
let read: Document | undefined;

/** GitHub's own OpenAPI description of its REST API, read when it is first asked for: it has 13 MB. */
export function readDocument(): Document {
  read ??= correct(JSON.parse(readFileSync(createRequire(import.meta.url).resolve(FILE), "utf8")));
  return read;
}

/** A pull request outlives the fork that it came from: then GitHub says null, and its description not. */
function correct(document: Document): Document {
  const repo = { $ref: "#/components/schemas/repository", nullable: true };
  for (const name of ["pull-request", "pull-request-simple"]) {
    const schema = document.components.schemas[name] as PullSchema | undefined;
    Object.assign(schema?.properties.head.properties ?? {}, { repo });
  }
  return document;
}

/** What stands at a reference of the document. */
export function resolveReference<Target>(reference: string): Target {
  const steps = reference.replace("#/", "").split("/");
  return steps.reduce((place, step) => Reflect.get(place, step), readDocument() as object) as Target;
}

/** The thing itself, whether it stands here or elsewhere. */
export function resolve<Target extends object>(target: Reference | Target): Target {
  return "$ref" in target ? resolveReference<Target>(target.$ref) : target;
}
