import { Ajv2020 } from "ajv/dist/2020.js";
import { findRoute } from "../heygen/fake-heygen/find-route.ts";

/** A provider's API documentation as JSON schemas: routes, their bodies and responses, and the error body. */
export interface ApiDescription {
  readonly error: object;
  readonly operations: Readonly<
    Record<string, { readonly request?: object; readonly responses: Readonly<Record<string, object>> }>
  >;
}

/** Returns how requests and responses violate the description. */
export interface DescribedApi {
  requestProblems(method: string, path: string, body: unknown): string[];
  answerProblems(method: string, path: string, status: number, body: unknown): string[];
}

export function describedApi({ operations, error }: ApiDescription): DescribedApi {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: false });
  const problems = (schema: object, body: unknown) =>
    ajv.validate(schema, body) ? [] : [ajv.errorsText(ajv.errors, { dataVar: "body" })];
  const find = (method: string, path: string) => {
    const found = findRoute(Object.keys(operations), method, path);
    return found && operations[found.route];
  };
  const stranger = (method: string, path: string) => [`${method} ${path} is not described`];
  return {
    requestProblems(method, path, body) {
      const operation = find(method, path);
      if (!operation) return stranger(method, path);
      if (operation.request) return problems(operation.request, body);
      return body === undefined ? [] : [`${method} ${path} takes no body`];
    },
    answerProblems(method, path, status, body) {
      const operation = find(method, path);
      if (!operation) return stranger(method, path);
      if (status < 200 || status > 299) return problems(error, body);
      const schema = operation.responses[status];
      return schema ? problems(schema, body) : [`${method} ${path} does not answer ${status}`];
    },
  };
}
