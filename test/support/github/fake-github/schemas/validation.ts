import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from "ajv/dist/2020.js";
import { resolveReference } from "./document.ts";
import { type Schema, toJsonSchema } from "./json-schema.ts";

/** Returns how a value violates a schema, as sentences about `name`. */
export type Validation = (schema: Schema, value: unknown, name: string) => string[];

/** How strictly values are validated. */
interface ValidationOptions {
  /** Values are strings from a URL. */
  readonly texts?: boolean;
  /** Unknown properties are errors. */
  readonly closed?: boolean;
}

const OPTIONS: Options = { allErrors: true, strict: false, validateSchema: false, logger: false };
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Schemas are converted and compiled when they are first needed: the whole description has thousands. */
export function createValidation({ texts = false, closed = false }: ValidationOptions = {}): Validation {
  const ajv = new Ajv2020({
    ...OPTIONS,
    coerceTypes: texts,
    formats: { "date-time": DATE_TIME, uri: isUri },
  });
  const known = new Set<string>();
  const compiled = new WeakMap<Schema, ValidateFunction>();
  const toId = (reference: string): string => {
    const id = `github:${reference.split("/").pop()}`;
    if (!known.has(id)) {
      known.add(id);
      ajv.addSchema(toJsonSchema(resolveReference(reference), { toId, closed }), id);
    }
    return id;
  };
  return (schema, value, name) => {
    const validate = compiled.get(schema) ?? ajv.compile(toJsonSchema(schema, { toId, closed }));
    compiled.set(schema, validate);
    return validate(value) ? [] : (validate.errors ?? []).map((error) => toSentence(error, name));
  };
}

function isUri(text: string): boolean {
  return URL.canParse(text);
}

function toSentence({ instancePath, message, params }: ErrorObject, name: string): string {
  const detail = params.additionalProperty ?? params.allowedValues;
  return `${name}${instancePath} ${message}${detail === undefined ? "" : ` (${JSON.stringify(detail)})`}`;
}
