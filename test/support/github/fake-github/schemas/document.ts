import { readFileSync } from "node:fs";
import type { Schema } from "./json-schema.ts";

/** The content of a media type: a schema, and examples by name. */
export interface MediaType {
  readonly schema?: Schema;
  readonly examples?: Readonly<Record<string, Reference | { readonly value: unknown }>>;
}

/** A request or response body, by media type. */
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
  /** Its value may contain slashes. */
  readonly "x-multi-segment"?: boolean;
}

/** A method of a path. */
export interface Operation {
  /** A route that the file does not describe, but that requests to it must not be taken for another one. */
  readonly "x-omitted"?: boolean;
  readonly servers?: readonly object[];
  readonly parameters?: readonly (Reference | Parameter)[];
  readonly requestBody?: DescribedBody;
  readonly responses: Readonly<Record<string, Reference | DescribedBody>>;
}

/** A reference to another part of the document. */
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

const file = new URL("../../../../fixtures/github-api.json", import.meta.url);
let read: Document | undefined;

/** The part of GitHub's OpenAPI description that scripts/vendor-github.ts has written. */
export function readDocument(): Document {
  read ??= correct(JSON.parse(readFileSync(file, "utf8")));
  return read;
}

/** For a pull request of a deleted fork GitHub returns null, which its description does not allow. */
function correct(document: Document): Document {
  const repo = { $ref: "#/components/schemas/repository", nullable: true };
  for (const name of ["pull-request", "pull-request-simple"]) {
    const schema = document.components.schemas[name] as PullSchema | undefined;
    Object.assign(schema?.properties.head.properties ?? {}, { repo });
  }
  return document;
}

/** Returns what a reference points at. */
export function resolveReference<Target>(reference: string): Target {
  const steps = reference.replace("#/", "").split("/");
  return steps.reduce((place, step) => Reflect.get(place, step), readDocument() as object) as Target;
}

/** Returns the value itself or what its reference points at. */
export function resolve<Target extends object>(target: Reference | Target): Target {
  return "$ref" in target ? resolveReference<Target>(target.$ref) : target;
}
