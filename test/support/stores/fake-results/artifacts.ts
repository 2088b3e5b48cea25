import { createHash } from "node:crypto";
import { z } from "zod";
import { openBlob, signBlobUrl } from "./blobs.ts";
import {
  defineMethod,
  type Method,
  type OpenArtifact,
  type ResultsState,
  refuse,
  type StoredArtifact,
} from "./state.ts";

const ids = { workflow_run_backend_id: z.string(), workflow_job_run_backend_id: z.string() };
const named = z.object({ ...ids, name: z.string().min(1) });

/**
 * The methods of `ArtifactService`, by name. Messages are proto3 JSON: int64 are strings, defaults are left
 * out.
 */
export const artifactMethods: Record<string, Method> = {
  CreateArtifact: defineMethod(
    named.extend({
      expires_at: z.string().optional(),
      mime_type: z.string().optional(),
      version: z.literal([4, 7]),
    }),
    (state, { name, mime_type: contentType = "application/zip", expires_at: expiresAt }) => {
      if (state.openArtifacts.has(name) || findArtifact(state, name) !== undefined) {
        return refuse(409, "already_exists", "an artifact with this name already exists on the workflow run");
      }
      const blobId = openBlob(state, { fileName: name });
      state.openArtifacts.set(name, { blobId, contentType, ...(expiresAt !== undefined && { expiresAt }) });
      return { status: 200, body: { ok: true, signed_upload_url: signBlobUrl(state, blobId) } };
    },
  ),

  FinalizeArtifact: defineMethod(
    named.extend({ size: z.string().default("0"), hash: z.string().optional() }),
    (state, { name, size, hash }) => {
      const open = state.openArtifacts.get(name);
      const bytes = open && state.blobs.get(open.blobId)?.bytes;
      if (open === undefined || bytes === undefined) return refuse(404, "not_found", "nothing was uploaded");
      const artifact = toArtifact(state.nextId++, name, bytes, open);
      if (size !== String(bytes.length)) return refuse(400, "invalid_argument", `size is ${bytes.length}`);
      if (hash !== undefined && hash !== artifact.digest) {
        return refuse(400, "invalid_argument", `hash is ${artifact.digest}`);
      }
      state.openArtifacts.delete(name);
      state.artifacts.push(artifact);
      return { status: 200, body: { ok: true, artifact_id: String(artifact.id) } };
    },
  ),

  ListArtifacts: defineMethod(
    z.object({ ...ids, name_filter: z.string().optional(), id_filter: z.string().optional() }),
    (state, { name_filter: name, id_filter: id, ...backendIds }) => {
      const artifacts = state.artifacts
        .filter((artifact) => name === undefined || artifact.name === name)
        .filter((artifact) => id === undefined || String(artifact.id) === id)
        .map((artifact) => ({ ...backendIds, ...toListed(artifact) }));
      return { status: 200, body: artifacts.length === 0 ? {} : { artifacts } };
    },
  ),

  GetSignedArtifactURL: defineMethod(named, (state, { name }) => {
    const artifact = findArtifact(state, name);
    if (artifact === undefined) return refuse(404, "not_found", "artifact not found");
    const { bytes, contentType } = artifact;
    const fileName = contentType === "application/zip" ? `${name}.zip` : name;
    const blobId = openBlob(state, { fileName, bytes, contentType });
    return { status: 200, body: { signed_url: signBlobUrl(state, blobId) } };
  }),

  DeleteArtifact: defineMethod(named, (state, { name }) => {
    const artifact = findArtifact(state, name);
    if (artifact === undefined) return refuse(404, "not_found", "artifact not found");
    state.artifacts.splice(state.artifacts.indexOf(artifact), 1);
    return { status: 200, body: { ok: true, artifact_id: String(artifact.id) } };
  }),
};

function findArtifact(state: ResultsState, name: string): StoredArtifact | undefined {
  return state.artifacts.find((artifact) => artifact.name === name);
}

function toArtifact(id: number, name: string, bytes: Buffer, open: OpenArtifact): StoredArtifact {
  const { blobId: _blobId, ...declared } = open;
  const digest = `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  return { id, name, bytes, digest, createdAt: new Date().toISOString(), ...declared };
}

function toListed({ id, name, bytes, createdAt, digest }: StoredArtifact) {
  return { database_id: String(id), name, size: String(bytes.length), created_at: createdAt, digest };
}
