import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import contract from "../../fixtures/heygen-v3.json" with { type: "json" };
import { findRoute } from "./fake-heygen/find-route.ts";

type Operation = {
  /** The query's parameters; not validated if undefined. */
  readonly query?: object;
  readonly request?: object;
  readonly responses: Readonly<Record<string, object>>;
};

const operations: Readonly<Record<string, Operation>> = contract.operations;
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strictTypes: false });

/** Returns how a request violates HeyGen's v3 contract. */
export function requestProblems(method: string, path: string, body: unknown): string[] {
  const operation = findOperation(method, path);
  if (!operation) return [`${method} ${path} is not an operation of the contract`];
  const inQuery = operation.query ? problems(operation.query, queryOf(path), "query") : [];
  if (operation.request) return [...inQuery, ...problems(operation.request, body)];
  return body === undefined ? inQuery : [...inQuery, `${method} ${path} takes no body`];
}

/** Returns how a response violates the contract; every status other than 2xx must have the error envelope. */
export function responseProblems(method: string, path: string, status: number, body: unknown): string[] {
  const operation = findOperation(method, path);
  if (!operation) return [`${method} ${path} is not an operation of the contract`];
  if (status < 200 || status > 299) return problems(contract.error, body);
  const schema = operation.responses[status];
  return schema ? problems(schema, body) : [`${method} ${path} does not answer ${status}`];
}

function findOperation(method: string, path: string): Operation | undefined {
  const found = findRoute(Object.keys(operations), method, path);
  return found && operations[found.route];
}

function queryOf(path: string): object {
  return Object.fromEntries(new URL(path, "http://any").searchParams);
}

function problems(schema: object, value: unknown, name = "body"): string[] {
  const validate = ajv.compile(schema);
  if (validate(value)) return [];
  return [...new Set(withoutNoise(validate.errors ?? []).map((error) => toSentence(error, name)))];
}

function toSentence({ instancePath, message, params }: ErrorObject, name: string): string {
  const detail = params.additionalProperty ?? params.allowedValues;
  return `${name}${instancePath} ${message}${detail === undefined ? "" : ` (${JSON.stringify(detail)})`}`;
}

/** A union reports errors of each branch; only those of the intended branch are useful. */
function withoutNoise(errors: readonly ErrorObject[]): ErrorObject[] {
  const otherBranches = errors.flatMap(toOtherBranch);
  const meant = errors.filter((error) => error.keyword !== "if" && !otherBranches.some(holds(error)));
  const ambiguous = meant.filter((error) => error.params.passingSchemas).map(toPlace);
  const told = meant.filter((error) => !ambiguous.some(holds(error)));
  return told.filter(
    (error) => error.keyword !== "oneOf" || !told.some((other) => holds(other)(toPlace(error))),
  );
}

type Place = { readonly schema: string; readonly instance: string };

function toPlace(error: ErrorObject): Place {
  return { schema: `${error.schemaPath}/`, instance: error.instancePath };
}

function toOtherBranch({ schemaPath, instancePath, params }: ErrorObject): Place[] {
  const [, byNull] = /^(.*\/oneOf\/\d+\/)type$/.exec(schemaPath) ?? [];
  if (byNull && params.type === "null") return [{ schema: byNull, instance: instancePath }];
  const [, byConst] = /^(.*\/oneOf\/\d+\/)properties\/\w+\/const$/.exec(schemaPath) ?? [];
  return byConst ? [{ schema: byConst, instance: instancePath.replace(/\/[^/]+$/, "") }] : [];
}

function holds(error: ErrorObject): (place: Place) => boolean {
  return ({ schema, instance }) =>
    error.schemaPath.startsWith(schema) && `${error.instancePath}/`.startsWith(`${instance}/`);
}
