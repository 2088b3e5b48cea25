import {
  type DescribedBody,
  type MediaType,
  type Operation,
  resolve,
} from "./fake-github/schemas/document.ts";
import { findOperation, toParameterSchema } from "./fake-github/schemas/operations.ts";
import { createValidation } from "./fake-github/schemas/validation.ts";

const validateText = createValidation({ texts: true });
const validateRequest = createValidation({ closed: true });
const validateAnswer = createValidation();

/**
 * Returns how a request violates GitHub's description; empty if it is valid. Unknown fields are problems
 * too. `path` has no query; paths at uploads.github.com are prefixed with `/uploads`.
 */
export function requestProblems(
  method: string,
  path: string,
  query: URLSearchParams,
  body: unknown,
): string[] {
  const found = findOperation(method, path);
  if (!found) return [notDescribed(method, path)];
  return [
    ...validateText(toParameterSchema(found, "path"), { ...found.parameters }, "path"),
    ...validateText(toParameterSchema(found, "query"), Object.fromEntries(query), "query"),
    ...bodyProblems(found.operation, body),
  ];
}

/** Returns how a response violates GitHub's description. An undescribed error must have the usual shape. */
export function responseProblems(method: string, path: string, status: number, body: unknown): string[] {
  const found = findOperation(method, path);
  if (!found) return [notDescribed(method, path)];
  const described = found.operation.responses[status];
  const schema = described && toJson(resolve(described))?.schema;
  if (schema) return validateAnswer(schema, body, "answer");
  if (status >= 400) return validateAnswer(usualError(status), body, "answer");
  if (!described) return [`${found.route} does not answer ${status}`];
  return body === undefined ? [] : [`${found.route} answers ${status} without a body`];
}

/** Returns a copy of GitHub's example of a response. Throws if the description has none. */
export function example(method: string, path: string, status: number): unknown {
  const found = findOperation(method, path);
  if (!found) throw new Error(notDescribed(method, path));
  const described = found.operation.responses[status];
  const [first] = Object.values((described && toJson(resolve(described))?.examples) ?? {});
  if (!first) throw new Error(`GitHub has no example of ${method} ${path} (${status})`);
  return structuredClone(resolve<{ readonly value: unknown }>(first).value);
}

function notDescribed(method: string, path: string): string {
  return (
    `test/fixtures/github-api.json does not describe ${method} ${path}. If GitHub has this route, add it to the ` +
    "fake's handlers (test/support/github/fake-github/handlers.ts) and run: npm run vendor-github"
  );
}

function bodyProblems({ requestBody }: Operation, body: unknown): string[] {
  if (!requestBody) return body === undefined ? [] : ["body must not be there"];
  if (body === undefined) return requestBody.required ? ["body is missing"] : [];
  const schema = toJson(requestBody)?.schema;
  return schema ? validateRequest(schema, body, "body") : [];
}

function toJson({ content }: DescribedBody): MediaType | undefined {
  return content?.["application/json"];
}

const BASIC_ERROR = { $ref: "#/components/schemas/basic-error" };
const VALIDATION_ERROR = { $ref: "#/components/schemas/validation-error" };

function usualError(status: number): typeof BASIC_ERROR {
  return status === 422 ? VALIDATION_ERROR : BASIC_ERROR;
}
