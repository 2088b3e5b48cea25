import { describe, expect, test } from "vitest";
import { heygen } from "../../../../src/providers/heygen/index.ts";
import {
  isSessionStale,
  nextMessagePosition,
} from "../../../../src/providers/heygen/session/conversation.ts";
import type { FakeHeygen } from "../../../support/heygen/fake-heygen.ts";
import { createVideoRequest } from "../../../support/jobs/video-request.ts";
import { prepareVideoRun, startFakeWithVideo } from "../../../support/pipeline/video-run.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";
import { createFakeRuntime } from "../../../support/runtime/fake-runtime.ts";
import { createMemoryStore } from "../../../support/stores/memory-store.ts";

const questions = ["Which colour?", "How long?"];
const typed = (...messages: string[]) => ({ prompt: "A tour", messages: messages.join("\n") });
const route = "POST /v3/video-agents/{session_id}";

const openChat = async (fake: FakeHeygen, messages: readonly string[]) => {
  const connection = { runtime: createFakeRuntime(), apiKey: "test-key", baseUrl: new URL(fake.url) };
  return { provider: await heygen.open({ ...connection, messages }) };
};

const sent = ({ requests }: FakeHeygen) =>
  requests
    .filter(({ method, path }) => method === "POST" && /^\/v3\/video-agents\/[^/]+$/.test(path))
    .map(({ body }) => Reflect.get(Object(body), "message"));

describe("an agent that asks", () => {
  test("receives the messages in order, and then renders the video", async () => {
    await using fake = await startFakeWithVideo({ questions });
    const { record, run } = await prepareVideoRun(fake, typed("Blue.", "A minute."));
    await run();
    expect(record.current()).toMatchObject({ status: "completed", job: { ids: { video_id: "v_1" } } });
    expect(sent(fake)).toEqual(["Blue.", "A minute."]);
    const created = fake.requests.find(({ method }) => method === "POST");
    expect(created?.body).toMatchObject({ mode: "chat", prompt: "A tour" });
    expect([fake.billed, ...fake.requests.flatMap(({ problems }) => problems)]).toEqual([1]);
  });

  test("receives one message per question", async () => {
    await using fake = await startFakeWithVideo({ questions: ["Which colour?"] });
    await (await prepareVideoRun(fake, typed("Blue.", "A minute."))).run();
    expect(sent(fake)).toEqual(["Blue."]);
  });

  test("fails the run with its question and session once no message is left", async () => {
    await using fake = await startFakeWithVideo({ questions });
    const { run } = await prepareVideoRun(fake, typed("Blue."));
    const { code, message, hint } = await failureOf(run);
    expect([code, message]).toEqual(["generation_failed", "The video waits for a reply: How long?"]);
    expect(hint).toContain('Resume it with `video_id` set to "sess_1"');
    expect(sent(fake)).toEqual(["Blue."]);
  });

  test("receives the missing message in a re-run, and no earlier message twice", async () => {
    await using fake = await startFakeWithVideo({ questions });
    await failureOf((await prepareVideoRun(fake, typed("Blue."))).run);
    const { record, run } = await prepareVideoRun(fake, { prompt: "A minute.", video_id: "sess_1" });
    await run();
    expect(record.current()).toMatchObject({ status: "completed", job: { ids: { video_id: "v_1" } } });
    expect([sent(fake), fake.billed]).toEqual([["Blue.", "A minute."], 1]);
  });
});

describe("a status request never sends a message", () => {
  const words = [
    "thinking",
    "waiting_for_input",
    "reviewing",
    "generating",
    "completed",
    "failed",
    "paused",
    "",
  ];
  const ways = ["typed_id", "video_agent"] as const;

  test.each(words.flatMap((word) => ways.map((surface) => [word, surface] as const)))(
    "to a session that is %j (%s)",
    async (status, surface) => {
      await using fake = await startFakeWithVideo({ sessionStatuses: [{ status, video_id: null }] });
      const { provider } = await openChat(fake, ["Blue.", "A minute."]);
      const job = await provider.submit(createVideoRequest({ messages: ["Blue."] }), "showreel-key");
      const { session_id = "" } = job.ids;
      const asked = surface === "typed_id" ? provider.jobFromId(session_id) : job;
      const before = fake.requests.length;
      const found = await provider.status(asked);
      const isWaiting = status === "waiting_for_input" || status === "reviewing";
      expect(found.state === "blocked" && found.message).toEqual(isWaiting && { text: "Blue.", position: 0 });
      expect(await provider.owns(job)).toBe(true);
      expect(new Set(fake.requests.slice(before).map(({ method }) => method))).toEqual(new Set(["GET"]));
    },
  );
});

describe("no message is sent twice", () => {
  test("although the run ended right after one was sent", async () => {
    await using fake = await startFakeWithVideo({ questions });
    const store = createMemoryStore();
    const first = await prepareVideoRun(fake, typed("Blue.", "A minute."), { store });
    const before = fake.requests.length;
    first.runtime.log.progress = () => {
      if (fake.requests.length > before && sent(fake).length === 1) first.runtime.interrupt();
    };
    expect(await failureOf(first.run)).toMatchObject({ code: "interrupted" });
    const again = await prepareVideoRun(fake, typed("Blue.", "A minute."), { store });
    await again.run();
    expect(again.record.current()).toMatchObject({ status: "completed", resumed: true });
    expect([sent(fake), fake.billed]).toEqual([["Blue.", "A minute."], 1]);
  });

  test("although the response to one was lost", async () => {
    await using fake = await startFakeWithVideo({ questions });
    fake.on(route, "lost");
    await (await prepareVideoRun(fake, typed("Blue.", "A minute."))).run();
    expect(sent(fake)).toEqual(["Blue.", "A minute."]);
  });

  test("although the session still waits for a while after the reply", async () => {
    const status = { status: "waiting_for_input", video_id: null };
    const thinking = { status: "thinking", video_id: null };
    await using fake = await startFakeWithVideo({
      questions,
      sessionStatuses: [thinking, status, status, { status: "generating", video_id: "v_1" }],
    });
    fake.on(route, "lost");
    const { run } = await prepareVideoRun(fake, typed("Blue.", "A minute."));
    await run();
    expect(sent(fake).slice(0, 1)).toEqual(["Blue."]);
    expect(new Set(sent(fake)).size).toBe(sent(fake).length);
  });

  test("and none is sent while the session lists no messages", async () => {
    const silent = { status: "waiting_for_input", video_id: null, messages: null };
    await using fake = await startFakeWithVideo({
      sessionStatuses: [silent, silent, { status: "generating", video_id: "v_1" }],
    });
    await (await prepareVideoRun(fake, typed("Blue."))).run();
    expect(sent(fake)).toEqual([]);
  });
});

describe("`max_cost_usd` applies to messages too", () => {
  test("when the chat of an earlier attempt is resumed", async () => {
    await using fake = await startFakeWithVideo({ questions });
    const store = createMemoryStore();
    await (await prepareVideoRun(fake, { ...typed("Blue."), wait: "false" }, { store })).run();
    const again = await prepareVideoRun(fake, { ...typed("Blue."), max_cost_usd: "1" }, { store });
    const { code, message } = await failureOf(again.run);
    expect([code, message]).toEqual([
      "invalid_input",
      "`max_cost_usd` is 1, and the video costs about 1.50 USD, up to 2.61 USD.",
    ]);
    expect(sent(fake)).toEqual([]);
  });

  test("and they are a part of the video that was approved", async () => {
    await using fake = await startFakeWithVideo({ questions });
    await (await prepareVideoRun(fake, { ...typed("Blue.", "Red."), max_cost_usd: "3" })).run();
    expect(sent(fake)).toEqual(["Blue.", "Red."]);
  });
});

describe("in a session whose first messages are no longer listed", () => {
  const filler = Array.from({ length: 40 }, () => ({ role: "model", type: "text", content: "Drafting." }));
  const listed = (...spoken: string[]) => ({
    messages: [...spoken.map((content) => ({ role: "user", type: "text", content })).reverse(), ...filler],
  });
  const messages = ["Blue.", "A minute.", "Yes.", "No."];

  test.each([
    [["A tour", "Blue."], "A minute."],
    [["Blue.", "A minute."], "Yes."],
    [["Yes."], "No."],
    [["Yes.", "No."], undefined],
    [["something else"], undefined],
    [[], undefined],
  ])("after %j, the next message is %j", (spoken, next) => {
    expect(messages[nextMessagePosition(listed(...spoken), messages)]).toBe(next);
  });
});

test("a message that HeyGen does not list yet is not sent again", () => {
  const messages = ["Blue.", "A minute."];
  const said = (...contents: string[]) => ({
    messages: [
      { role: "model", content: "Which colour?" },
      ...contents.map((content) => ({ role: "user", content })),
    ],
  });
  expect(isSessionStale(said("A tour"), { messages, sentCount: 1 })).toBe(true);
  expect(isSessionStale(said("Blue.", "A tour"), { messages, sentCount: 1 })).toBe(false);
});
