import { describe, expect, test } from "vitest";
import { failure, ok } from "../../../support/heygen/fake-heygen/replies.ts";
import { type OpenedHeygen, openHeygen } from "../../../support/heygen/open-heygen.ts";
import { createScriptRequest, createVideoRequest } from "../../../support/jobs/video-request.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

const text = "A short welcome";
const request = createVideoRequest({ text });
const since = Date.UTC(2026, 0, 1);
const seconds = since / 1_000;

/** A session's messages, newest first, as HeyGen returns them. */
function toSession(...messages: readonly (readonly [role: string, content: string | null])[]) {
  return messages.map(([role, content]) => ({ role, type: "text", content }));
}

interface ListedSession {
  readonly id: string;
  readonly createdAt?: number;
  /** Undefined for one that answers 404. */
  readonly messages?: ReturnType<typeof toSession>;
}

/** Makes HeyGen list these sessions, newest first, in pages of this size, and return each by its id. */
function listSessions({ fake }: OpenedHeygen, sessions: readonly ListedSession[], pageLength = 50): void {
  for (let start = 0; start < sessions.length; start += pageLength) {
    const end = start + pageLength;
    const data = sessions
      .slice(start, end)
      .map(({ id, createdAt = seconds }) => ({ session_id: id, created_at: createdAt, title: null }));
    const more = end < sessions.length;
    const body = { data, has_more: more, next_token: more ? `next ${end}` : null };
    fake.on("GET /v3/video-agents", { status: 200, body });
  }
  for (const { id, messages } of sessions) {
    const known = ok({ session_id: id, status: "thinking", created_at: seconds, progress: 0, messages });
    fake.on(
      "GET /v3/video-agents/{session_id}",
      messages ? known : failure(404, "not_found", "Session not found"),
    );
  }
}

const ours = toSession(["user", text]);
const theirs = toSession(["user", "A long farewell"]);
const foundSession = (id: string) => ({
  outcome: "found",
  job: { provider: "heygen", surface: "video_agent", ids: { session_id: id } },
});

const find = ({ provider }: OpenedHeygen, wanted = request) => provider.find?.(wanted, since);
const pathsOf = ({ fake }: OpenedHeygen) => fake.requests.map(({ path }) => path);

describe("the session of a lost response is found by its prompt", () => {
  test("in a session of the fake HeyGen", async () => {
    await using heygen = await openHeygen();
    await heygen.provider.submit(createVideoRequest({ text: "A long farewell" }), "other-key");
    await heygen.submitPrompt();
    await heygen.provider.submit(createVideoRequest({ text: "A long farewell" }), "third-key");
    const found = await heygen.provider.find?.(createVideoRequest(), Date.now() - 60_000);
    expect(found).toEqual(foundSession("sess_2"));
    expect([heygen.fake.billed, heygen.fake.requests.flatMap(({ problems }) => problems)]).toEqual([3, []]);
  });

  test("among sessions with other prompts", async () => {
    await using heygen = await openHeygen();
    listSessions(heygen, [
      { id: "sess_3", messages: theirs },
      { id: "sess_2", messages: ours },
      { id: "sess_1", messages: theirs },
    ]);
    expect(await find(heygen)).toEqual(foundSession("sess_2"));
  });

  test("which is the user's first message, not a later one", async () => {
    await using heygen = await openHeygen();
    listSessions(heygen, [
      { id: "sess_2", messages: toSession(["user", text], ["model", "Which?"], ["user", "Hello"]) },
      { id: "sess_1", messages: toSession(["user", "Make it short."], ["model", "Yes."], ["user", text]) },
    ]);
    expect(await find(heygen)).toEqual(foundSession("sess_1"));
  });

  test("and not by what the agent says", async () => {
    await using heygen = await openHeygen();
    listSessions(heygen, [
      { id: "sess_2", messages: toSession(["model", text]) },
      { id: "sess_1", messages: toSession(["user", null], ["model", text]) },
    ]);
    // A session without its prompt may be ours.
    expect(await find(heygen)).toEqual({ outcome: "unknown" });
  });

  test.each(["A short", "Our welcome, a short one", "A long welcome"])(
    "and not by a different prompt: %s",
    async (other) => {
      await using heygen = await openHeygen();
      listSessions(heygen, [{ id: "sess_1", messages: toSession(["user", other]) }]);
      expect(await find(heygen)).toEqual({ outcome: "absent" });
    },
  );

  test("ignoring white space around it", async () => {
    await using heygen = await openHeygen();
    listSessions(heygen, [{ id: "sess_1", messages: ours }]);
    expect(await find(heygen, createVideoRequest({ text: `\n${text}\n` }))).toEqual(foundSession("sess_1"));
  });

  test("over several pages, in HeyGen's order", async () => {
    await using heygen = await openHeygen();
    const others = Array.from({ length: 4 }, (_, number) => ({ id: `other_${number}`, messages: theirs }));
    listSessions(heygen, [...others, { id: "sess_1", messages: ours }], 2);
    expect(await find(heygen)).toEqual(foundSession("sess_1"));
    const pages = pathsOf(heygen).filter((path) => path.includes("?"));
    expect(pages.map((path) => new URLSearchParams(path.split("?")[1]).get("token"))).toEqual([
      null,
      "next 2",
      "next 4",
    ]);
  });

  test("also when a newer session returns 404", async () => {
    await using heygen = await openHeygen();
    listSessions(heygen, [{ id: "sess_2" }, { id: "sess_1", messages: ours }]);
    expect(await find(heygen)).toEqual(foundSession("sess_1"));
  });

  test("also when a newer session has no messages yet", async () => {
    await using heygen = await openHeygen();
    listSessions(heygen, [
      { id: "sess_2", messages: [] },
      { id: "sess_1", messages: ours },
    ]);
    expect(await find(heygen)).toEqual(foundSession("sess_1"));
  });
});

describe("a session from before the submit", () => {
  test("is not found, although its prompt is the same", async () => {
    await using heygen = await openHeygen();
    listSessions(heygen, [{ id: "sess_1", createdAt: seconds - 1, messages: ours }]);
    expect(await find(heygen)).toEqual({ outcome: "absent" });
  });

  test("ends the search, because all others are older", async () => {
    await using heygen = await openHeygen();
    const sessions = [
      { id: "sess_3", messages: theirs },
      { id: "sess_2", createdAt: seconds - 1, messages: ours },
      { id: "sess_1", createdAt: seconds - 2, messages: ours },
    ];
    listSessions(heygen, sessions, 2);
    expect(await find(heygen)).toEqual({ outcome: "absent" });
    expect(pathsOf(heygen)).toEqual([expect.stringContaining("?"), "/v3/video-agents/sess_3"]);
  });

  test("does not include a session of the same second", async () => {
    await using heygen = await openHeygen();
    listSessions(heygen, [{ id: "sess_1", createdAt: seconds, messages: ours }]);
    expect(await find(heygen)).toEqual(foundSession("sess_1"));
  });
});

describe("whether there is a session", () => {
  test("is known when the list is empty", async () => {
    await using heygen = await openHeygen();
    expect(await find(heygen)).toEqual({ outcome: "absent" });
  });

  test("is unknown for a script, without any request", async () => {
    await using heygen = await openHeygen();
    expect(await find(heygen, createScriptRequest())).toEqual({ outcome: "unknown" });
    expect(heygen.fake.requests).toEqual([]);
  });

  test("is unknown when there are too many newer sessions", async () => {
    await using heygen = await openHeygen();
    const others = Array.from({ length: 40 }, (_, number) => ({ id: `other_${number}`, messages: theirs }));
    listSessions(heygen, others, 1);
    expect(await find(heygen)).toEqual({ outcome: "unknown" });
    expect(pathsOf(heygen).length).toBeLessThan(30);
  });

  test("is a retryable error when the list cannot be read", async () => {
    await using heygen = await openHeygen();
    heygen.fake.on("GET /v3/video-agents", failure(503, "service_unavailable", "No, sorry."));
    expect(await failureOf(() => find(heygen))).toMatchObject({ retryable: true });
  });

  test("is a retryable error when one of the sessions cannot be read", async () => {
    await using heygen = await openHeygen();
    await heygen.submitPrompt();
    heygen.fake.on("GET /v3/video-agents/{session_id}", failure(503, "service_unavailable", "No, sorry."));
    const failed = await failureOf(() => heygen.provider.find?.(createVideoRequest(), Date.now() - 60_000));
    expect(failed).toMatchObject({ retryable: true });
  });
});
