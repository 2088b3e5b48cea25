import { z } from "zod";
import { ShowreelError } from "../../base/errors.ts";
import { requestJson } from "../../base/http/json-request.ts";
import { parseJson } from "../../base/parse-json.ts";
import type { Runtime } from "../../base/runtime.ts";
import { plainText } from "../../base/text/plain-text.ts";

/** The service that the runner passes to a step for its artifacts. */
export interface ResultsService {
  /** `ACTIONS_RESULTS_URL`. */
  readonly url: URL;
  /** `ACTIONS_RUNTIME_TOKEN`. */
  readonly token: string;
}

/** Reads the service from the step's environment; undefined if the runner passes none. */
export function readResultsService(env: NodeJS.ProcessEnv): ResultsService | undefined {
  const url = URL.parse(env.ACTIONS_RESULTS_URL ?? "");
  const token = env.ACTIONS_RUNTIME_TOKEN;
  return url && token ? { url, token } : undefined;
}

/** Artifact API v4, which servers understood before there were unzipped artifacts. */
export interface ArtifactApi {
  /** Returns whether a complete artifact has this name. */
  exists(name: string): Promise<boolean>;
  /** Announces an artifact, and returns the signed URL for its bytes. */
  create(name: string, expiresAt: Date | undefined): Promise<URL>;
  /** Completes an artifact, and returns its id. `sha256` is in hexadecimal. */
  finalize(name: string, sizeBytes: number, sha256: string): Promise<string>;
  delete(name: string): Promise<void>;
}

// GitHub writes field names in snake case, other servers in camel case: both are JSON of protocol buffers.
const createResponse = z.lazy(() =>
  z
    .object({ signed_upload_url: z.string().optional(), signedUploadUrl: z.string().optional() })
    .transform(({ signed_upload_url, signedUploadUrl }) =>
      URL.parse(signed_upload_url ?? signedUploadUrl ?? ""),
    )
    .refine((url) => url !== null),
);
const id = z.union([z.string(), z.number()]).optional();
const finalizeResponse = z.lazy(() =>
  z
    .object({ artifact_id: id, artifactId: id })
    .transform(({ artifact_id, artifactId }) => String(artifact_id ?? artifactId ?? "")),
);
const listResponse = z.lazy(() =>
  z.object({ artifacts: z.array(z.object({ name: z.string() })).optional() }),
);
const errorResponse = z.lazy(() => z.object({ msg: z.string() }));
const okResponse = z.lazy(() => z.object({ ok: z.literal(true) }));

const idleTimeoutMs = 60_000;
// The version of the API that has neither `mime_type` nor unzipped artifacts.
const apiVersion = 4;

/**
 * Creates the client of a results service, for zipped artifacts on servers that `@actions/artifact` 6 no
 * longer supports: they reject its field `mime_type`. Its methods fail with `publish_failed` or
 * `network_error`, and retry nothing.
 */
export function createArtifactApi(runtime: Runtime, { url, token }: ResultsService): ArtifactApi {
  const ids = backendIds(token);
  const call = <Data>(method: string, body: object, responseSchema: z.ZodType<Data>) =>
    requestJson(runtime, {
      method: "POST",
      url: new URL(`/twirp/github.actions.results.api.v1.ArtifactService/${method}`, url),
      headers: { authorization: `Bearer ${token}` },
      body: { ...ids, ...body },
      idleTimeoutMs,
      useGracePeriod: true,
      responseSchema,
      isError: (response) => method !== "ListArtifacts" && !okResponse.safeParse(response).success,
      toError: (response) => {
        const reason = errorResponse.safeParse(response.body).data?.msg;
        const message = [response.description, reason && plainText(reason, 200)].filter(Boolean).join(": ");
        return new ShowreelError("publish_failed", message, { response });
      },
    });
  return {
    async exists(name) {
      // Without any artifact, some servers answer with an error.
      const list = call("ListArtifacts", { name_filter: name }, listResponse).catch(() => undefined);
      return (await list)?.artifacts?.some((artifact) => artifact.name === name) ?? false;
    },
    create: (name, expiresAt) =>
      call(
        "CreateArtifact",
        { name, version: apiVersion, ...(expiresAt && { expires_at: expiresAt.toISOString() }) },
        createResponse,
      ),
    finalize: (name, sizeBytes, sha256) =>
      call("FinalizeArtifact", { name, size: String(sizeBytes), hash: `sha256:${sha256}` }, finalizeResponse),
    async delete(name) {
      await call("DeleteArtifact", { name }, okResponse);
    },
  };
}

const tokenPayload = z.lazy(() => z.object({ scp: z.string() }));

// Source: @actions/artifact, which reads the ids from the scope `Actions.Results:<run>:<job>` of the token.
function backendIds(token: string) {
  const payload = parseJson(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"));
  const scopes = tokenPayload.safeParse(payload).data?.scp.split(" ") ?? [];
  const [, run, job] = scopes.find((scope) => scope.startsWith("Actions.Results:"))?.split(":") ?? [];
  if (run === undefined || job === undefined)
    throw new ShowreelError("publish_failed", "The token of this run gives no access to artifacts.");
  return { workflow_run_backend_id: run, workflow_job_run_backend_id: job };
}
