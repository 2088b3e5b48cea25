/** A schema of OpenAPI 3.0, or what became of it. */
export type Schema = Readonly<Record<string, unknown>>;

/** How a schema is turned into JSON Schema. */
export interface Conversion {
  /** The id under which Ajv finds what this `$ref` leads to. */
  toId(reference: string): string;
  /** Lets nothing pass that a schema does not name, unless the schema says otherwise. */
  readonly closed: boolean;
}

const SINGLE = ["items", "not", "additionalProperties"];
const SEVERAL = ["allOf", "anyOf", "oneOf"];
/** They say nothing of what is valid, and what stands in them is no schema. */
const ASIDE = ["nullable", "example", "description", "default", "discriminator"];

/** Turns a schema of OpenAPI 3.0 into JSON Schema, where null is a type and not a property of another one. */
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
  // The branches of a union do not name all the properties, so none of them can be closed.
  const open = { ...conversion, closed: false };
  if (SEVERAL.includes(keyword)) return (value as Schema[]).map((schema) => toJsonSchema(schema, open));
  if (SINGLE.includes(keyword) && typeof value === "object") return toJsonSchema(value as Schema, conversion);
  return value;
}

/** Ajv refuses `nullable` beside anything but a type. */
function withNull(schema: Schema): Schema {
  if (typeof schema.type !== "string") return { anyOf: [schema, { type: "null" }] };
  const values = Array.isArray(schema.enum) && { enum: [...new Set([...schema.enum, null])] };
  return { ...schema, type: [schema.type, "null"], ...values };
}
