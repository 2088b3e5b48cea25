import { interruptedError } from "../../base/runtime.ts";
import type { Material } from "../../inputs/materials.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Connection, Provider, ProviderPlugin, VideoJob } from "../../jobs/provider.ts";
import { type Client, createClient } from "./client.ts";
import { heygenInfo } from "./info.ts";
import { surfaceOf, toBody, toPayload } from "./request.ts";
import { findJob, ownsJob } from "./session/find-job.ts";
import { type AgentReplies, readStatus, sendReply } from "./status.ts";
import { maxPromptLength } from "./surfaces/agent.ts";
import { maxScriptLength } from "./surfaces/avatar.ts";
import { toReference } from "./upload/materials.ts";
import type { UploadMaterial } from "./upload/upload.ts";

/** HeyGen's v3 API, with all its surfaces. */
export const heygen: ProviderPlugin = {
  ...heygenInfo,
  baseUrl: "https://api.heygen.com",
  // HeyGen advises 10 to 30 s; its own clients start with 2 to 5 s.
  minPollMs: ({ ids }) => (ids.session_id !== undefined && ids.video_id === undefined ? 10_000 : 5_000),
  facts: {
    makes: "Video Agent, avatars, scenes, clips, templates, HyperFrames",
    renderTime: "1 to 15 minutes with a short script, 20 to 45 with a prompt",
    price: "0.033 USD per second with a prompt, 0.017 to 0.067 with an avatar",
    limits: "10 videos at once",
    links: "expire; polling again signs a new one",
  },
  sources: {
    kinds: ["prompt", "script", "audio", "template_id", "composition", "options"],
    standaloneOptions: ["scenes"],
    supportsRevision: true,
    supportsLength: true,
    maxCharacters: { prompt: maxPromptLength, script: maxScriptLength },
  },
  toPayload,
  estimate: async (request) => {
    const { toEstimate } = await import("./preflight/estimate.ts");
    return toEstimate(request, toBody(request));
  },
  outputContainer: ({ options }) =>
    options.output_format === "webm" || options.format === "webm" ? "webm" : "mp4",
  open: async (connection) => createHeygen(connection),
  catalog: async (connection, query) => {
    const { listCatalog } = await import("./catalog/catalog.ts");
    return listCatalog(createClient(connection), query);
  },
};

// HeyGen replays a key for 24 hours (source: its changelog of May 2026). One hour is subtracted for clock
// differences.
const idempotencyWindowMs = 23 * 3_600_000;

function createHeygen(connection: Connection): Provider {
  const client = createClient(connection);
  let upload: Promise<UploadMaterial> | undefined;
  const assets = new Map<string, string>();
  // `upload` uploads the same content once per run.
  const prepare = async (request: VideoRequest) => {
    for (const material of materialsOf(request)) {
      upload ??= openUpload(client, connection);
      const uploadMaterial = await upload;
      assets.set(material.sha256, await uploadMaterial(material));
    }
  };
  const replies: AgentReplies = { messages: connection.messages ?? [], sentCount: 0 };
  return {
    prepare,
    async submit(request, key) {
      await prepare(request);
      // An interrupted run finishes its uploads, but starts nothing that costs money.
      if (connection.runtime.signal.aborted) throw interruptedError();
      const toAsset = (material: Material) =>
        material.from === "disk"
          ? { type: "asset_id" as const, asset_id: assets.get(material.sha256) ?? "" }
          : toReference(material);
      return surfaceOf(request).create(client, toBody(request, toAsset), key, request);
    },
    serverTime: () => client.time(),
    idempotencyWindowMs: (request) => (surfaceOf(request).replaysIdempotencyKey ? idempotencyWindowMs : 0),
    owns: (job) => ownsJob(client, job),
    find: (request, since, compare) => findJob(client, request, since, compare),
    preflight: async (request) => {
      const { runPreflight } = await import("./preflight/preflight.ts");
      return runPreflight(client, request);
    },
    stop: (job) => stopSession(client, job),
    status: (job) => readStatus(client, job, replies),
    reply: (job, message) => sendReply(client, job, message, replies),
    jobFromId: (id) => ({ provider: "heygen", surface: "typed_id", ids: { video_id: id } }),
  };
}

async function openUpload(client: Client, connection: Connection): Promise<UploadMaterial> {
  const { createUpload } = await import("./upload/upload.ts");
  return createUpload(client, connection);
}

function materialsOf({ audio, composition, files = [] }: VideoRequest) {
  return [audio, composition, ...files].filter((material) => material?.from === "disk");
}

// Only a session can be stopped. A video that has an id is already being rendered, and paid for.
async function stopSession(client: Client, job: VideoJob): Promise<boolean> {
  const { session_id, video_id } = job.ids;
  if (session_id === undefined || video_id !== undefined) return false;
  await client.stopSession(session_id);
  return true;
}
