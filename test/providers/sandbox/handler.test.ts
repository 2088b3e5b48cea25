import { describe, expect, test } from "vitest";
import { type Backend, respond } from "../../../src/providers/sandbox/handler.ts";
import type { Render } from "../../../src/providers/sandbox/renders.ts";
import { createRequestFiles, type SandboxRequest } from "../../../src/providers/sandbox/requests.ts";
import { responseProblems } from "../../support/heygen/contract.ts";

const born = Date.UTC(2026, 0, 1);

const request: SandboxRequest = {
  title: "Welcome",
  outline: "Welcome.",
  isBrief: false,
  subject: {},
  aspectRatio: "16:9",
  resolution: "720p",
  motion: true,
  theme: "dark",
  fails: false,
};

/** The states of a video that is being rendered, in their order. */
const states: readonly Partial<Render>[] = [
  { progress: 0, isTimed: false },
  { progress: 12, isTimed: false },
  { progress: 20, isTimed: true },
  { progress: 99, isTimed: true },
  { progress: 100, isTimed: true, result: { seconds: 12.5, notices: [], warnings: [] } },
];

/** Opens a server whose videos go from state to state as `advance` is called. */
function openServer(changes: Partial<SandboxRequest> = {}) {
  let state = 0;
  const started: string[] = [];
  const render: Render = {
    get progress() {
      return states[state]?.progress ?? 0;
    },
    get isTimed() {
      return states[state]?.isTimed ?? false;
    },
    get result() {
      return states[state]?.result;
    },
    failure: undefined,
    nextChange: async () => {},
    path: (file) => `/tmp/${file}`,
  };
  const backend: Backend = {
    expected: () => ({ ...request, ...changes }),
    names: new Map(),
    requests: createRequestFiles(undefined),
    renders: {
      start: async (name) => {
        started.push(name);
        return render;
      },
      find: async () => render,
      close: async () => {},
    },
  };
  const say = (method: string, path: string, idempotencyKey = "showreel-key", now = born) =>
    respond({ line: `${method} ${path}`, origin: "http://127.0.0.1:1", idempotencyKey, now }, backend);
  return {
    say,
    /** The names of the jobs that were rendered. */
    started,
    /** Returns whether there was a next state. */
    advance: () => state < states.length - 1 && ++state > 0,
    /** Sends a request, validates the response against HeyGen's contract, and returns its data. */
    async read(method: string, path: string) {
      const reply = await say(method, path);
      const given = JSON.parse(String(reply.body));
      expect(responseProblems(method, path, reply.status, given)).toEqual([]);
      expect(reply.contentType).toBe("application/json");
      return given.data ?? given.error;
    },
  };
}

test("a session follows HeyGen's contract while it is rendered, and its progress never decreases", async () => {
  const server = openServer();
  const { session_id } = await server.read("POST", "/v3/video-agents");
  const seen = [];
  do seen.push(await server.read("GET", `/v3/video-agents/${session_id}`));
  while (server.advance());
  expect(seen.map(({ status }) => status)).toEqual([
    "thinking",
    "thinking",
    "generating",
    "generating",
    "generating",
  ]);
  expect(seen.map(({ progress }) => progress)).toEqual([0, 12, 20, 99, 100]);
  expect(seen.map(({ video_id }) => video_id !== null)).toEqual([false, false, true, true, true]);
});

test("a video follows HeyGen's contract while it is rendered", async () => {
  const server = openServer();
  const { video_id } = await server.read("POST", "/v3/videos");
  const seen = [];
  do seen.push(await server.read("GET", `/v3/videos/${video_id}`));
  while (server.advance());
  expect(seen.map(({ status }) => status)).toEqual([
    "waiting",
    "waiting",
    "processing",
    "processing",
    "completed",
  ]);
  expect(seen.at(-1)).toMatchObject({ duration: 12.5 });
});

describe("the links of a finished video", () => {
  test.each([
    ["video_url", "video/mp4", "video"],
    ["thumbnail_url", "image/png", "poster"],
    ["subtitle_url", "application/x-subrip", "subtitles"],
    ["gif_url", "image/gif", "preview"],
  ])("return its files: %s", async (link, contentType, file) => {
    const server = openServer();
    const { video_id } = await server.read("POST", "/v3/videos");
    while (server.advance());
    const video = await server.read("GET", `/v3/videos/${video_id}`);
    const reply = await server.say("GET", new URL(video[link]).pathname);
    expect(reply).toEqual({ status: 200, contentType, body: { path: `/tmp/${file}` } });
  });

  test("do not exist before it is finished", async () => {
    const server = openServer();
    const { video_id } = await server.read("POST", "/v3/videos");
    expect((await server.say("GET", `/files/${video_id}.mp4`)).status).toBe(404);
  });
});

test("a video that was asked to fail fails with the reason", async () => {
  const server = openServer({ fails: true });
  const { video_id } = await server.read("POST", "/v3/videos");
  const video = await server.read("GET", `/v3/videos/${video_id}`);
  expect(video).toMatchObject({ status: "failed", failure_code: "rendering_failed" });
  expect(video.failure_message).toContain("`provider_options.fail`");
});

test.each([
  ["/v3/videos/v_1", "video_not_found"],
  ["/v3/videos/sandbox_session_mjtdrzk0_0123456789ab", "video_not_found"],
  ["/v3/videos/sandbox_video_mjtdrzk0_0123456789ab", "video_not_found"],
  ["/v3/video-agents/sess_1", "resource_not_found"],
])("an unknown id returns HeyGen's error for it: %s", async (path, code) => {
  const server = openServer();
  expect((await server.say("GET", path)).status).toBe(404);
  expect(await server.read("GET", path)).toMatchObject({ code });
});

test.each([
  ["GET", "/"],
  ["DELETE", "/v3/videos/v_1"],
  ["GET", "/files/../../etc/passwd.mp4"],
])("an unknown path returns 404: %s %s", async (method, path) => {
  expect((await openServer().say(method, path)).status).toBe(404);
});

describe("the id of a video", () => {
  const make = async ({ say }: ReturnType<typeof openServer>, key: string, now: number) =>
    (await say("POST", "/v3/videos", key, now)).body;

  test("is the same for a repeated request, which is rendered once", async () => {
    const server = openServer();
    expect(await make(server, "a", born + 1)).toBe(await make(server, "a", born));
    expect(server.started).toHaveLength(1);
  });

  test("is another one for another request, and for a new server at another time", async () => {
    const server = openServer();
    const first = await make(server, "a", born);
    expect(await make(server, "b", born)).not.toBe(first);
    expect(await make(openServer(), "a", born)).toBe(first);
    expect(await make(openServer(), "a", born + 1)).not.toBe(first);
  });
});
