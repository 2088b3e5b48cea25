import { type FakeHeygenOptions, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import type { BoundaryHook } from "../support/network/request-boundaries.ts";
import { startFakeHeygenV2 } from "../support/providers/fake-heygen-v2.ts";
import type { FakeProvider } from "../support/providers/fake-provider.ts";
import { startFakeReelbot } from "../support/providers/fake-reelbot.ts";
import { bedroom } from "../support/providers/open-reelbot.ts";
import type { BilledProvider, VideoCase } from "./provider-run.ts";

/** With `reuse: content`: otherwise the command line forgets a video once it is downloaded. */
const reelbot: VideoCase = {
  name: "reelbot",
  frontEnd: "command line",
  keyVariable: "REELBOT_API_KEY",
  inputs: {
    provider: "reelbot",
    script: "Here are five tips.",
    voice_id: "joanna",
    provider_options: JSON.stringify({ brollKeys: [bedroom] }),
    reuse: "content",
  },
  createRoute: "POST /api/v1/video/generate",
  videoId: "project_1",
  start: async (onBoundary) =>
    toBilledProvider(
      await startFakeReelbot({ statuses: ["completed"], onBoundary }),
      "POST /api/v1/video/generate",
    ),
};

const heygenV2: VideoCase = {
  name: "heygen_v2",
  frontEnd: "action",
  keyVariable: "HEYGEN_API_KEY",
  inputs: {
    provider: "heygen_v2",
    script: "Welcome to version 2.0.",
    avatar_id: "Kristin_public_3_20240108",
    voice_id: "2f72ee82b83d4b00af16c4771d611752",
  },
  createRoute: "POST /v2/video/generate",
  videoId: "v_1",
  start: async (onBoundary) =>
    toBilledProvider(
      await startFakeHeygenV2({ statuses: ["processing", "completed"], onBoundary }),
      "POST /v2/video/generate",
    ),
};

/** Videos of providers that have no search. */
export const ambiguousCases: readonly VideoCase[] = [reelbot, heygenV2];

/** A revision of the video of an earlier session; HeyGen can be searched for its text. */
export const revisionCase: VideoCase = {
  name: "revision",
  frontEnd: "action",
  keyVariable: "HEYGEN_API_KEY",
  inputs: { prompt: "Shorter, please", video_id: "sess_1" },
  createRoute: "POST /v3/video-agents/{session_id}",
  videoId: "v_2",
  start: (hook) => startWithSession(hook, {}),
};

/** A reply to an agent that asked a question in an earlier run; the video that it then makes is paid for. */
export const replyCase: VideoCase = {
  name: "reply",
  frontEnd: "action",
  keyVariable: "HEYGEN_API_KEY",
  inputs: { video_id: "sess_1", messages: "Blue." },
  createRoute: "POST /v3/video-agents/{session_id}",
  videoId: "v_1",
  start: (hook) => startWithSession(hook, { questions: ["Which colour?"] }, 1),
};

function toBilledProvider<Route extends string>(
  fake: FakeProvider<Route> & { readonly billed: number },
  create: Route,
): BilledProvider {
  return {
    url: fake.url,
    get billed() {
      return fake.billed;
    },
    get creates() {
      return fake.count(create);
    },
    loseResponse: () => fake.on(create, "lost"),
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}

/** Starts a HeyGen with a chat session that has made a video; `unpaid` of its videos are not paid for yet. */
async function startWithSession(
  hook: BoundaryHook,
  options: FakeHeygenOptions,
  unpaid = 0,
): Promise<BilledProvider> {
  let isReady = false;
  const fake = await startFakeHeygen({
    ...options,
    videoStatuses: ["completed"],
    onBoundary: async (boundary) => (isReady ? hook(boundary) : undefined),
  });
  const body = JSON.stringify({ prompt: "A tour", mode: "chat" });
  const headers = { "x-api-key": "test-key", "content-type": "application/json" };
  await (await fetch(`${fake.url}/v3/video-agents`, { method: "POST", headers, body })).text();
  isReady = true;
  const billedBefore = fake.billed - unpaid;
  return {
    url: fake.url,
    get billed() {
      return fake.billed - billedBefore;
    },
    get creates() {
      return fake.requests.filter(
        ({ method, path }) => method === "POST" && path === "/v3/video-agents/sess_1",
      ).length;
    },
    loseResponse: () => fake.on("POST /v3/video-agents/{session_id}", "lost"),
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}
