import { nameOperation, parseJson, route } from "./route.ts";
import { type Reply, type ResultsRequest, type ResultsState, refuse } from "./state.ts";

/**
 * A results service of artifact API v4, which knows no unzipped artifacts. `act` answers 500 without a body,
 * as act's own server does (nektos/act, `pkg/artifacts/arifacts_v4.go`), and replaces an artifact of the same
 * name; `strict` answers 400 with a reason.
 */
export type OlderServer = "act" | "strict";

/** Responds to one request as an older server does. */
export function routeLikeOlderServer(
  server: OlderServer,
  state: ResultsState,
  request: ResultsRequest,
): Reply {
  const isAnnouncement = nameOperation(request) === "CreateArtifact";
  if (isAnnouncement && /"mime_?type"/i.test(request.bytes.toString("utf8"))) {
    return server === "act"
      ? { status: 500, body: Buffer.alloc(0) }
      : refuse(400, "malformed", 'unknown field "mime_type"');
  }
  if (isAnnouncement && server === "act") forgetName(state, request);
  const reply = route(state, request);
  if (Buffer.isBuffer(reply.body) || server !== "act") return reply;
  return { ...reply, body: toCamelCase(reply.body) };
}

// Go writes the JSON of protocol buffers in camel case.
function toCamelCase(body: object): object {
  const json = JSON.stringify(body).replace(/"(\w+)":/g, (_, name: string) => {
    return `"${name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase())}":`;
  });
  return parseJson(Buffer.from(json)) as object;
}

function forgetName(state: ResultsState, { bytes }: ResultsRequest): void {
  const { name } = parseJson(bytes) as { readonly name: string };
  state.openArtifacts.delete(name);
  const kept = state.artifacts.filter((artifact) => artifact.name !== name);
  state.artifacts.splice(0, state.artifacts.length, ...kept);
}
