import { interruptedError } from "../../base/runtime.ts";
import type { Material } from "../../inputs/materials.ts";
import type { VideoRequest } from "../../inputs/video-request.ts";
import type { Connection, Provider, ProviderPlugin, VideoJob } from "../../jobs/provider.ts";
import { listCatalog } from "./catalog/catalog.ts";
import { type Client, createClient } from "./client.ts";
import { findJob, ownsJob } from "./find-job.ts";
import { toEstimate } from "./preflight/estimate.ts";
import { runPreflight } from "./preflight/preflight.ts";
import { surfaceOf, toBody, toPayload } from "./request.ts";
import { type AgentReplies, readStatus, sendReply } from "./status.ts";
import { maxPromptLength } from "./surfaces/agent.ts";
import { maxScriptLength } from "./surfaces/avatar.ts";
import { toReference } from "./upload/materials.ts";
import { createUpload } from "./upload/upload.ts";

/** HeyGen's v3 API: all its ways to make a video. */
export const heygen: ProviderPlugin = {
  name: "heygen",
  label: "HeyGen",
  keyVariable: "HEYGEN_API_KEY",
  baseUrl: "https://api.heygen.com",
  // HeyGen advises 10 to 30 s; asking a little sooner at first shows short videos earlier.
  pollInterval: { minMs: 5_000, maxMs: 30_000 },
  facts: {
    makes: "Video Agent, avatars, scenes, clips, templates, HyperFrames",
    renderTime: "5 to 15 minutes with a script, 20 to 45 with a prompt",
    price: "0.033 USD a second with a prompt, 0.017 to 0.067 with an avatar",
    limits: "10 videos at once",
    links: "expire; asking again signs a new one",
  },
  sources: {
    kinds: ["prompt", "script", "audio", "template_id", "composition", "options"],
    standaloneOptions: ["scenes"],
    supportsRevision: true,
    supportsLength: true,
    maxCharacters: { prompt: maxPromptLength, script: maxScriptLength },
  },
  toPayload,
  estimate: (request) => toEstimate(request, toBody(request)),
  outputContainer: ({ options }) =>
    options.output_format === "webm" || options.format === "webm" ? "webm" : "mp4",
  open: async (connection) => createHeygen(connection),
  catalog: (connection, query) => listCatalog(createClient(connection), query),
};

// Source: HeyGen's changelog of May 2026; an hour is left for clocks that differ.
const idempotencyWindowMs = 23 * 3_600_000;

function createHeygen(connection: Connection): Provider {
  const client = createClient(connection);
  const upload = createUpload(client, connection);
  const assets = new Map<string, string>();
  // Each content is uploaded once in a run, however often it is asked for.
  const prepare = async (request: VideoRequest) => {
    for (const material of materialsOf(request)) assets.set(material.sha256, await upload(material));
  };
  const answers: AgentReplies = { messages: connection.messages ?? [], sentCount: 0 };
  return {
    prepare,
    async submit(request, key) {
      await prepare(request);
      // What is under way when a run is cancelled ends; what costs money is not begun.
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
    preflight: (request) => runPreflight(client, request),
    stop: (job) => stopSession(client, job),
    status: (job) => readStatus(client, job, answers),
    reply: (job, message) => sendReply(client, job, message, answers),
    jobFromId: (id) => ({ provider: "heygen", surface: "typed_id", ids: { video_id: id } }),
  };
}

function materialsOf({ audio, composition, files = [] }: VideoRequest) {
  return [audio, composition, ...files].filter((material) => material?.from === "disk");
}

// Only a session can be stopped; a video that has an id is being rendered, and paid for.
async function stopSession(client: Client, job: VideoJob): Promise<boolean> {
  const { session_id, video_id } = job.ids;
  if (session_id === undefined || video_id !== undefined) return false;
  await client.stopSession(session_id);
  return true;
}
