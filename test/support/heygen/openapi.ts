import contract from "../../fixtures/heygen-v3.json" with { type: "json" };

interface Operation {
  readonly query?: { readonly properties: Readonly<Record<string, object>> };
  readonly request?: object;
  readonly responses: Readonly<Record<string, object>>;
}

const operations: Readonly<Record<string, Operation>> = contract.operations;
const json = (schema: object) => ({ content: { "application/json": { schema } } });
const file = {
  type: "object",
  required: ["file"],
  properties: { file: { type: "string", format: "binary" } },
};

/** Returns HeyGen's contract as an OpenAPI document, for an independent server at this origin. */
export function toOpenApi(origin: string): object {
  const paths: Record<string, Record<string, object>> = { "/uploads/{asset_id}": { put: storage } };
  for (const [route, operation] of Object.entries(operations)) {
    const [method = "", path = ""] = route.split(" ");
    paths[path] = { ...paths[path], [method.toLowerCase()]: toOperation(route, path, operation, origin) };
  }
  return {
    openapi: "3.1.0",
    info: { title: "HeyGen v3, as Showreel uses it", version: "1" },
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "x-api-key" } } },
    paths,
  };
}

function toOperation(route: string, path: string, { query, request, responses }: Operation, origin: string) {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const inQuery = Object.entries(query?.properties ?? {}).map(([name, schema]) => ({
    name,
    in: "query",
    schema,
  }));
  const form = { content: { "multipart/form-data": { schema: file } } };
  const body = route === "POST /v3/assets" ? form : request && json(request);
  const answers = Object.entries(responses).map(([status, schema]) => [
    status,
    {
      description: "success",
      ...json(route.endsWith("direct-uploads") ? withAddress(schema, origin) : schema),
    },
  ]);
  return {
    parameters: [...inPath, ...inQuery],
    ...(body && { requestBody: { required: true, ...body } }),
    responses: { ...Object.fromEntries(answers), default: { description: "error", ...json(contract.error) } },
  };
}

/** The storage for uploads is on the same server, and needs no key. */
const storage = {
  security: [],
  parameters: [{ name: "asset_id", in: "path", required: true, schema: { type: "string" } }],
  requestBody: {
    required: true,
    content: { "application/zip": { schema: { type: "string", format: "binary" } } },
  },
  responses: { 200: { description: "success" } },
};

function withAddress(schema: object, origin: string): object {
  const upload_url = { type: "string", examples: [`${origin}/uploads/ast_1`] };
  const upload_headers = { type: "object", examples: [{ "content-type": "application/zip" }] };
  const data = { type: "object", properties: { upload_url, upload_headers } };
  return { allOf: [schema, { type: "object", properties: { data } }] };
}
