/** An OpenAPI 3.0 schema, or a converted one. */
export type Schema = Readonly<Record<string, unknown>>;

/** How to convert a schema to JSON Schema. */
export interface Conversion {
  /** The id of a `$ref` target for Ajv. */
  toId(reference: string): string;
  /** Rejects unknown properties, unless the schema allows them. */
  readonly closed: boolean;
}

const SINGLE = ["items", "not", "additionalProperties"];
const SEVERAL = ["allOf", "anyOf", "oneOf"];
/** Keywords without an effect on validity, whose values are not schemas. */
const ASIDE = ["nullable", "example", "description", "default", "discriminator"];

/** Converts an OpenAPI 3.0 schema to JSON Schema, in which null is a type instead of a flag. */
export function toJsonSchema(schema: Schema, conversion: Conversion): Schema {
  const converted =
    typeof schema.$ref === "string" ? { $ref: conversion.toId(schema.$ref) } : withParts(schema, conversion);
  return schema.nullable === true ? withNull(converted) : converted;
}

function withParts(schema: Schema, conversion: Conversion): Schema {
  const entries = Object.entries(schema).filter(([keyword]) => !ASIDE.includes(keyword));
  const isClosed = conversion.closed && schema.properties !== undefined;
  return {
    ...(isClosed && { additionalProperties: false }),
    ...Object.fromEntries(
      entries.map(([keyword, value]) => [keyword, convertPart(keyword, value, conversion)]),
    ),
  };
}

function convertPart(keyword: string, value: unknown, conversion: Conversion): unknown {
  if (keyword === "properties") {
    const properties = Object.entries(value as Record<string, Schema>);
    return Object.fromEntries(properties.map(([name, schema]) => [name, toJsonSchema(schema, conversion)]));
  }
  // The branches of a union do not have all properties, so unknown ones must be allowed.
  const open = { ...conversion, closed: false };
  if (SEVERAL.includes(keyword)) return (value as Schema[]).map((schema) => toJsonSchema(schema, open));
  if (SINGLE.includes(keyword) && typeof value === "object") return toJsonSchema(value as Schema, conversion);
  return value;
}

/** Ajv accepts `nullable` only next to a type. */
function withNull(schema: Schema): Schema {
  if (typeof schema.type !== "string") return { anyOf: [schema, { type: "null" }] };
  const values = Array.isArray(schema.enum) && { enum: [...new Set([...schema.enum, null])] };
  return { ...schema, type: [schema.type, "null"], ...values };
}
