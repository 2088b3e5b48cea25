import { type FakeHeygenOptions, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import type { BoundaryHook } from "../support/network/request-boundaries.ts";
import { startFakeHeygenV2 } from "../support/providers/fake-heygen-v2.ts";
import type { FakeProvider } from "../support/providers/fake-provider.ts";
import { startFakeReelbot } from "../support/providers/fake-reelbot.ts";
import { bedroom } from "../support/providers/open-reelbot.ts";
import type { Place, Wish } from "./provider-run.ts";

/** The command line forgets a video that is here, unless every run with the same content shall share it. */
const reelbot: Wish = {
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
  create: "POST /api/v1/video/generate",
  videoId: "project_1",
  open: async (onBoundary) =>
    toPlace(await startFakeReelbot({ statuses: ["completed"], onBoundary }), "POST /api/v1/video/generate"),
};

const heygenV2: Wish = {
  name: "heygen_v2",
  frontEnd: "action",
  keyVariable: "HEYGEN_API_KEY",
  inputs: {
    provider: "heygen_v2",
    script: "Welcome to version 2.0.",
    avatar_id: "Kristin_public_3_20240108",
    voice_id: "2f72ee82b83d4b00af16c4771d611752",
  },
  create: "POST /v2/video/generate",
  videoId: "v_1",
  open: async (onBoundary) =>
    toPlace(
      await startFakeHeygenV2({ statuses: ["processing", "completed"], onBoundary }),
      "POST /v2/video/generate",
    ),
};

/** Videos of providers that cannot be asked whether they have one. */
export const ambiguousWishes: readonly Wish[] = [reelbot, heygenV2];

/** A change of the video of an earlier session, which HeyGen can be asked for by its words. */
export const revisionWish: Wish = {
  name: "revision",
  frontEnd: "action",
  keyVariable: "HEYGEN_API_KEY",
  inputs: { prompt: "Shorter, please", video_id: "sess_1" },
  create: "POST /v3/video-agents/{session_id}",
  videoId: "v_2",
  open: (hook) => openSession(hook, {}),
};

/** The answer to an agent that has been asking since an earlier run; the video that it then makes is paid for. */
export const replyWish: Wish = {
  name: "reply",
  frontEnd: "action",
  keyVariable: "HEYGEN_API_KEY",
  inputs: { video_id: "sess_1", messages: "Blue." },
  create: "POST /v3/video-agents/{session_id}",
  videoId: "v_1",
  open: (hook) => openSession(hook, { questions: ["Which colour?"] }, 1),
};

function toPlace<Route extends string>(
  fake: FakeProvider<Route> & { readonly billed: number },
  create: Route,
): Place {
  return {
    url: fake.url,
    get billed() {
      return fake.billed;
    },
    get creates() {
      return fake.count(create);
    },
    loseAnswer: () => fake.on(create, "lost"),
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}

/** A HeyGen where somebody has had a video made in a session for talking, of which so many are still to be paid for. */
async function openSession(hook: BoundaryHook, habits: FakeHeygenOptions, unpaid = 0): Promise<Place> {
  let isOpen = false;
  const fake = await startFakeHeygen({
    ...habits,
    videoStatuses: ["completed"],
    onBoundary: async (boundary) => (isOpen ? hook(boundary) : undefined),
  });
  const body = JSON.stringify({ prompt: "A tour", mode: "chat" });
  const headers = { "x-api-key": "test-key", "content-type": "application/json" };
  await (await fetch(`${fake.url}/v3/video-agents`, { method: "POST", headers, body })).text();
  isOpen = true;
  const earlier = fake.billed - unpaid;
  return {
    url: fake.url,
    get billed() {
      return fake.billed - earlier;
    },
    get creates() {
      return fake.requests.filter(
        ({ method, path }) => method === "POST" && path === "/v3/video-agents/sess_1",
      ).length;
    },
    loseAnswer: () => fake.on("POST /v3/video-agents/{session_id}", "lost"),
    [Symbol.asyncDispose]: () => fake[Symbol.asyncDispose](),
  };
}
