import { request } from "undici";
import type { VideoRequest } from "../../src/inputs/video-request.ts";
import type { Provider, ProviderPlugin } from "../../src/jobs/provider.ts";
import { heygen } from "../../src/providers/heygen/index.ts";
import { heygenV2 } from "../../src/providers/heygen-v2/index.ts";
import { reelbot } from "../../src/providers/reelbot/index.ts";
import { createSandbox } from "../../src/providers/sandbox/index.ts";
import heygenV2Pages from "../fixtures/heygen-v2.json" with { type: "json" };
import reelbotPages from "../fixtures/reelbot.json" with { type: "json" };
import { describedApi } from "./described-api.ts";
import { createFakeRuntime, type FakeRuntime } from "./fake-runtime.ts";
import { requestProblems } from "./heygen-contract.ts";
import { createSpeech } from "./open-heygen-v2.ts";
import { createNarration, createTopic } from "./open-reelbot.ts";
import { type RawAnswer, type ScriptedApi, startScriptedApi } from "./scripted-api.ts";
import { createScriptRequest, createVideoRequest } from "./video-request.ts";

/** What the contract of all providers has to know of one: how it talks, and what its words mean. */
export interface Bench {
  readonly name: string;
  readonly plugin: ProviderPlugin;
  readonly request: VideoRequest;
  /** The answer to a submit that went well. */
  readonly created: object;
  /** A status answer with this word and these fields. */
  status(word: string, fields?: object): object;
  /** The answer to a question for the link, where that is another call. */
  readonly link?: object;
  readonly words: {
    readonly pending: readonly string[];
    readonly completed: string;
    readonly failed: string;
  };
  /** The body of a refusal with this code. */
  refusal(code: string): object;
  /** Fields of a completed video. */
  readonly done: object;
  /** Fields of a failed video that says nothing, and worse. */
  readonly speechless: readonly object[];
  requestProblems(method: string, path: string, body: unknown): string[];
}

const video_url = "https://files.example/v_1.mp4?Signature=x";
const v3 = {
  plugin: heygen,
  request: createScriptRequest({ voiceId: "voice_1" }),
  created: { data: { video_id: "v_1", status: "waiting" } },
  status: (status: string, fields?: object) => ({ data: { id: "v_1", status, ...fields } }),
  words: { pending: ["waiting", "pending", "processing"], completed: "completed", failed: "failed" },
  refusal: (code: string) => ({ error: { code, message: "No, sorry." } }),
  done: { video_url },
  speechless: [{}, { failure_message: null, failure_code: "" }],
  requestProblems,
};
const reelbotApi = describedApi(reelbotPages);
const projects = {
  plugin: reelbot,
  created: { projectId: "project_1" },
  status: (status: string, fields?: object) => ({ status, message: "", createdAt: "", ...fields }),
  link: { success: true, downloadUrl: video_url },
  refusal: (code: string) => ({ success: false, message: "No, sorry.", code }),
  words: { pending: ["queued", "processing"], completed: "completed", failed: "failed" },
  done: { outputKey: "users/abc123/output/video-xyz789.mp4" },
  speechless: [{}, { error: "" }, { error: null }, { error: {} }, { error: 7 }, { error: "\n" }],
  requestProblems: reelbotApi.requestProblems,
};

/** Every provider, ReelBot and HeyGen with both of their sources. */
export const benches: readonly Bench[] = [
  { name: "heygen", ...v3 },
  {
    name: "heygen_v2",
    plugin: heygenV2,
    request: createSpeech(),
    created: { error: null, data: { video_id: "v_1" } },
    status: (status, fields) => ({ code: 100, data: { id: "v_1", status, ...fields }, message: "Success" }),
    words: { pending: ["waiting", "pending", "processing"], completed: "completed", failed: "failed" },
    refusal: (code) => ({ data: null, error: { code, message: "No, sorry." } }),
    done: { video_url },
    speechless: [{}, { error: "" }, { error: null }, { error: {} }, { error: 7 }, { error: { code: null } }],
    requestProblems: describedApi(heygenV2Pages).requestProblems,
  },
  { name: "reelbot", ...projects, request: createNarration() },
  { name: "reelbot with a prompt", ...projects, request: createTopic() },
  { name: "sandbox", ...v3, plugin: createSandbox(heygen), request: createScriptRequest() },
];

/** HeyGen's agent, whose submit is not replayed: only the fuzz asks for it, because a session has words of its own. */
export const agentBenches: readonly Bench[] = [
  { ...v3, name: "heygen with a prompt", request: createVideoRequest() },
  { ...v3, name: "sandbox with a prompt", plugin: createSandbox(heygen), request: createVideoRequest() },
];

/** A provider connected to an API whose every answer the test decides. */
export interface OpenedBench extends AsyncDisposable {
  readonly api: ScriptedApi;
  readonly runtime: FakeRuntime;
  readonly provider: Provider;
}

/** The sandbox brings a server of its own: its requests are led to the scripted one. */
export async function openBench(
  { plugin }: Bench,
  answer: (method: string, path: string) => RawAnswer,
): Promise<OpenedBench> {
  const api = await startScriptedApi(answer);
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
    async [Symbol.asyncDispose]() {
      await provider.close?.();
      await api[Symbol.asyncDispose]();
    },
  };
}

/** The healthy answers of a bench: `status` is what the video says each time. */
export function healthy(bench: Bench, status: () => object): (method: string, path: string) => RawAnswer {
  return (method, path) => {
    if (method === "POST") return { body: bench.created };
    return { body: /\/download\//.test(path) && bench.link ? bench.link : status() };
  };
}
