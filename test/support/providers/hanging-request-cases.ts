import { type Material, readMaterial } from "../../../src/inputs/materials.ts";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import type { Connection, Provider, ProviderPlugin, VideoJob } from "../../../src/jobs/provider.ts";
import { heygen } from "../../../src/providers/heygen/index.ts";
import { heygenV2 } from "../../../src/providers/heygen-v2/index.ts";
import { reelbot } from "../../../src/providers/reelbot/index.ts";
import { createWorkspace } from "../files/workspace.ts";
import { surfaceCases } from "../heygen/surface-cases.ts";
import { compositionFiles } from "../heygen/uploads.ts";
import { createScriptRequest, createVideoRequest } from "../jobs/video-request.ts";
import { createSpeech } from "./open-heygen-v2.ts";
import { createNarration } from "./open-reelbot.ts";

/** A request of a provider's plug-in that the host stalls forever. */
export interface HangingRequestCase {
  readonly name: string;
  readonly plugin: ProviderPlugin;
  /** `METHOD /path` of the request. */
  readonly route: RegExp;
  /** It costs money: a lost response must be recovered. */
  readonly submits?: true;
  /** The size of the uploaded file in bytes. */
  readonly uploads?: number;
  /** Options of the fake that lead to the request. */
  readonly fakeOptions?: object;
  /** How often the plug-in tries; once by default. */
  readonly attempts?: number;
  work(provider: Provider, connection: Connection): Promise<unknown>;
}

const job = (surface: string, ids: VideoJob["ids"]): VideoJob => ({ provider: "heygen", surface, ids });
const prompt = createVideoRequest();
const submit = (request: VideoRequest) => (provider: Provider) => provider.submit(request, "showreel-key");

/** Submits, then requests the status. */
const asked = (request: VideoRequest) => async (provider: Provider) =>
  provider.status(await provider.submit(request, "showreel-key"));

// Read once: the largest files have dozens of megabytes.
const materials = new Map<object, Promise<Material>>();
function materialOf(files: Record<string, string | Uint8Array>, path: string): Promise<Material> {
  const material = materials.get(files) ?? readMaterial(createWorkspace(files), "files", path);
  materials.set(files, material);
  return material;
}

const withFiles =
  (files: Record<string, string | Uint8Array>, path: string) => async (provider: Provider) => {
    const material = await materialOf(files, path);
    const isSite = path === "site";
    const request = isSite
      ? createVideoRequest({ kind: "composition", text: "", composition: material })
      : createVideoRequest({ files: [material] });
    return provider.submit(request, "showreel-key");
  };

const picture = { "a.png": new Uint8Array(6_000_000) };
// Larger than the simple upload allows.
const film = { "a.mp4": new Uint8Array(33_000_000) };

const lists = [
  ["avatars", /^GET \/v3\/avatars\/looks$/],
  ["voices", /^GET \/v3\/voices$/],
  ["styles", /^GET \/v3\/video-agents\/styles$/],
  ["templates", /^GET \/v3\/templates$/],
] as const;

const toRoute = (route: string) => new RegExp(`^${route.replaceAll(/\{\w+\}/g, "[^/]+")}$`);

const ofHeygen: readonly Omit<HangingRequestCase, "plugin">[] = [
  { name: "the account", route: /users\/me$/, work: (provider) => checked(provider, prompt) },
  { name: "a look", route: /looks\/look_1$/, work: (provider) => checked(provider, createScriptRequest()) },
  {
    name: "a voice",
    route: /voices\/voice_1$/,
    work: (provider) => checked(provider, createScriptRequest({ voiceId: "voice_1" })),
  },
  { name: "a session", route: /^GET .*agents\/sess_1$/, work: asked(prompt) },
  {
    name: "a session's videos",
    route: /^GET .*sess_1\/videos$/,
    fakeOptions: { sessionStatuses: [{ status: "completed", video_id: null }] },
    work: asked(prompt),
  },
  {
    name: "the list of sessions",
    route: /^GET \/v3\/video-agents$/,
    work: async (provider) => provider.find?.(prompt, 0),
  },
  {
    name: "the check whether a session exists",
    route: /^GET .*agents\/sess_9$/,
    work: (provider) => provider.owns(job("video_agent", { session_id: "sess_9" })),
  },
  {
    name: "the check whether a video exists",
    route: /^GET .*videos\/v_9$/,
    work: (provider) => provider.owns(job("video", { video_id: "v_9" })),
  },
  {
    name: "an id that a user typed",
    route: /^GET .*\/v_9$/,
    work: (provider) => provider.status(provider.jobFromId("v_9")),
  },
  { name: "a submit of a prompt", route: /^POST \/v3\/video-agents$/, submits: true, work: submit(prompt) },
  {
    name: "a submit of a revision",
    route: /^POST \/v3\/video-agents\/sess_1$/,
    submits: true,
    work: async (provider) => {
      await provider.submit(prompt, "first");
      return provider.submit(createVideoRequest({ revises: "sess_1" }), "second");
    },
  },
  ...surfaceCases.map(({ name, request, submit: route }) => ({
    name: `a submit of ${name}`,
    route: toRoute(route),
    submits: true as const,
    work: submit(request),
  })),
  ...surfaceCases.map(({ name, request, status }) => ({
    name: `the status of ${name}`,
    route: toRoute(status),
    work: asked(request),
  })),
  {
    name: "a stop of a session",
    route: /stop$/,
    work: async (provider) => provider.stop?.(await provider.submit(prompt, "showreel-key")),
  },
  { name: "an upload", route: /^POST \/v3\/assets$/, uploads: 6_000_000, work: withFiles(picture, "a.png") },
  { name: "a request for the upload URL", route: /direct-uploads$/, work: withFiles(film, "a.mp4") },
  { name: "an upload to the storage", route: /^PUT /, uploads: 33_000_000, work: withFiles(film, "a.mp4") },
  { name: "an upload of a folder", route: /^PUT /, uploads: 400, work: withFiles(compositionFiles, "site") },
  { name: "the completion of an upload", route: /complete$/, attempts: 2, work: withFiles(film, "a.mp4") },
  ...lists.map(([kind, route]) => ({
    name: `the list of ${kind}`,
    route,
    work: async (_: Provider, connection: Connection) => heygen.catalog?.(connection, { kind, limit: 10 }),
  })),
];

const checked = async (provider: Provider, request: VideoRequest) => provider.preflight?.(request);

const statusOf = (id: string) => (provider: Provider) => provider.status(provider.jobFromId(id));
const knows = (id: string) => (provider: Provider) => provider.owns(provider.jobFromId(id));

/** Every request that a provider's plug-in makes. */
export const hangingRequestCases: readonly HangingRequestCase[] = [
  ...ofHeygen.map((one) => ({ ...one, name: `${one.name} of heygen`, plugin: heygen })),
  {
    name: "a submit of heygen_v2",
    plugin: heygenV2,
    route: /generate$/,
    submits: true,
    work: submit(createSpeech()),
  },
  { name: "the status of heygen_v2", plugin: heygenV2, route: /status/, work: statusOf("v_1") },
  {
    name: "the check whether a video exists of heygen_v2",
    plugin: heygenV2,
    route: /status/,
    work: knows("v_1"),
  },
  {
    name: "a submit of reelbot",
    plugin: reelbot,
    route: /generate$/,
    submits: true,
    work: submit(createNarration()),
  },
  { name: "the status of reelbot", plugin: reelbot, route: /status/, work: asked(createNarration()) },
  {
    name: "the check whether a video exists of reelbot",
    plugin: reelbot,
    route: /status/,
    work: knows("p_1"),
  },
  {
    name: "the link of reelbot",
    plugin: reelbot,
    route: /download/,
    fakeOptions: { statuses: ["completed"] },
    work: asked(createNarration()),
  },
];
