import { request } from "undici";
import type { VideoRequest } from "../../../src/inputs/video-request.ts";
import type { Provider, ProviderPlugin } from "../../../src/jobs/provider.ts";
import { heygen } from "../../../src/providers/heygen/index.ts";
import { heygenV2 } from "../../../src/providers/heygen-v2/index.ts";
import { reelbot } from "../../../src/providers/reelbot/index.ts";
import { createSandbox } from "../../../src/providers/sandbox/index.ts";
import heygenV2Pages from "../../fixtures/heygen-v2.json" with { type: "json" };
import reelbotPages from "../../fixtures/reelbot.json" with { type: "json" };
import { requestProblems } from "../heygen/contract.ts";
import { createScriptRequest, createVideoRequest } from "../jobs/video-request.ts";
import { type RawResponse, type ScriptedApi, startScriptedApi } from "../network/scripted-api.ts";
import { createFakeRuntime, type FakeRuntime } from "../runtime/fake-runtime.ts";
import { describedApi } from "./described-api.ts";
import { createSpeech } from "./open-heygen-v2.ts";
import { createNarration, createTopic } from "./open-reelbot.ts";

/** A provider's formats and status names, for the tests that all providers share. */
export interface ProviderCase {
  readonly name: string;
  readonly plugin: ProviderPlugin;
  readonly request: VideoRequest;
  /** The response to a successful submit. */
  readonly created: object;
  /** A status response with this status and these fields. */
  status(word: string, fields?: object): object;
  /** The response with the link, if that is another request. */
  readonly link?: object;
  readonly statusNames: {
    readonly pending: readonly string[];
    readonly completed: string;
    readonly failed: string;
  };
  /** The body of an error response with this code. */
  errorBody(code: string): object;
  /** Fields of a completed video. */
  readonly completedFields: object;
  /** Fields of a failed video without a usable reason. */
  readonly fieldsWithoutReason: readonly object[];
  requestProblems(method: string, path: string, body: unknown): string[];
}

const video_url = "https://files.example/v_1.mp4?Signature=x";
const v3 = {
  plugin: heygen,
  request: createScriptRequest({ voiceId: "voice_1" }),
  created: { data: { video_id: "v_1", status: "waiting" } },
  status: (status: string, fields?: object) => ({ data: { id: "v_1", status, ...fields } }),
  statusNames: { pending: ["waiting", "pending", "processing"], completed: "completed", failed: "failed" },
  errorBody: (code: string) => ({ error: { code, message: "No, sorry." } }),
  completedFields: { video_url },
  fieldsWithoutReason: [{}, { failure_message: null, failure_code: "" }],
  requestProblems,
};
const reelbotApi = describedApi(reelbotPages);
const projects = {
  plugin: reelbot,
  created: { projectId: "project_1" },
  status: (status: string, fields?: object) => ({ status, message: "", createdAt: "", ...fields }),
  link: { success: true, downloadUrl: video_url },
  errorBody: (code: string) => ({ success: false, message: "No, sorry.", code }),
  statusNames: { pending: ["queued", "processing"], completed: "completed", failed: "failed" },
  completedFields: { outputKey: "users/abc123/output/video-xyz789.mp4" },
  fieldsWithoutReason: [{}, { error: "" }, { error: null }, { error: {} }, { error: 7 }, { error: "\n" }],
  requestProblems: reelbotApi.requestProblems,
};

/** All providers, HeyGen and ReelBot with both of their sources. */
export const providerCases: readonly ProviderCase[] = [
  { name: "heygen", ...v3 },
  {
    name: "heygen_v2",
    plugin: heygenV2,
    request: createSpeech(),
    created: { error: null, data: { video_id: "v_1" } },
    status: (status, fields) => ({ code: 100, data: { id: "v_1", status, ...fields }, message: "Success" }),
    statusNames: { pending: ["waiting", "pending", "processing"], completed: "completed", failed: "failed" },
    errorBody: (code) => ({ data: null, error: { code, message: "No, sorry." } }),
    completedFields: { video_url },
    fieldsWithoutReason: [
      {},
      { error: "" },
      { error: null },
      { error: {} },
      { error: 7 },
      { error: { code: null } },
    ],
    requestProblems: describedApi(heygenV2Pages).requestProblems,
  },
  { name: "reelbot", ...projects, request: createNarration() },
  { name: "reelbot with a prompt", ...projects, request: createTopic() },
  { name: "sandbox", ...v3, plugin: createSandbox(heygen), request: createScriptRequest() },
];

/** HeyGen's agent, which has no idempotency and other status names: for the fuzz test only. */
export const agentProviderCases: readonly ProviderCase[] = [
  { ...v3, name: "heygen with a prompt", request: createVideoRequest() },
  { ...v3, name: "sandbox with a prompt", plugin: createSandbox(heygen), request: createVideoRequest() },
];

/** A provider connected to an API whose responses the test decides. */
export interface OpenedProviderCase extends AsyncDisposable {
  readonly api: ScriptedApi;
  readonly runtime: FakeRuntime;
  readonly provider: Provider;
}

export async function openProviderCase(
  bench: ProviderCase,
  answer: (method: string, path: string) => RawResponse,
): Promise<OpenedProviderCase> {
  const api = await startScriptedApi(answer);
  const opened = await connectProviderCase(bench, api);
  return {
    ...opened,
    async [Symbol.asyncDispose]() {
      await opened[Symbol.asyncDispose]();
      await api[Symbol.asyncDispose]();
    },
  };
}

/**
 * Connects a provider to a scripted API, which goes on after the disposal. The sandbox starts its own server: its
 * requests are redirected to the scripted one.
 */
export async function connectProviderCase(
  { plugin }: ProviderCase,
  api: ScriptedApi,
): Promise<OpenedProviderCase> {
  const runtime = createFakeRuntime();
  const led: FakeRuntime = {
    ...runtime,
    request: (url, options) => {
      const { pathname, search } = new URL(String(url));
      return request(new URL(pathname + search, api.url), options);
    },
  };
  const isSandbox = plugin.keyVariable === undefined;
  const provider = await plugin.open({
    runtime: isSandbox ? led : runtime,
    apiKey: "test-key",
    baseUrl: api.url,
  });
  return {
    api,
    runtime,
    provider,
    [Symbol.asyncDispose]: async () => provider.close?.(),
  };
}

/** The successful responses of a provider; `status` returns each status response. */
export function successResponses(
  bench: ProviderCase,
  status: () => object,
): (method: string, path: string) => RawResponse {
  return (method, path) => {
    if (method === "POST") return { body: bench.created };
    return { body: /\/download\//.test(path) && bench.link ? bench.link : status() };
  };
}
