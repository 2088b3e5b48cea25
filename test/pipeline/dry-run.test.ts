import { describe, expect, test } from "vitest";
import { openWorkflow } from "../support/github/open-workflow.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { openRun } from "../support/pipeline/open-run.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const openDryRun = (url: string | undefined, typed: Record<string, string>) =>
  openRun(url, { ...typed, dry_run: "true" });

const script = { script: "Welcome.", avatar_id: "look_1" };

test("a dry run only reads from the provider, and stores nothing", async () => {
  await using fake = await startFakeHeygen();
  const { work, store, seen, runtime } = openDryRun(fake.url, script);
  await work();
  expect(fake.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /v3/users/me",
    "GET /v3/avatars/looks/look_1",
  ]);
  expect([fake.billed, store.calls]).toEqual([0, []]);
  expect(seen.outputs).toMatchObject({ status: "pending", video_id: "", error_code: "" });
  expect(runtime.lines).toContain("group: Check");
  expect(runtime.lines).toContain("info: Avatar: Anna in the office (studio_avatar)");
  expect(runtime.lines.at(-1)).toBe("info: Nothing was submitted: this was a dry run.");
});

test("the summary of a dry run shows account, length and cost, and that nothing was submitted", async () => {
  await using fake = await startFakeHeygen({
    account: { wallet: { currency: "usd", remaining_balance: 0.01 } },
  });
  const { work, seen, runtime } = openDryRun(fake.url, { ...script, script: "word ".repeat(75) });
  await work();
  expect(seen.summary).toContain("Nothing was submitted: this was a dry run.");
  expect(seen.summary).toContain("| Account | wallet, 0.01 USD |");
  expect(seen.summary).toContain("| Expected length | about 30 s |");
  expect(seen.summary).toContain("| Expected cost | about 2.00 USD, up to 2.50 USD |");
  expect(seen.summary).toContain("may cost up to 2.50 USD. Top up");
  expect(seen.summary).not.toContain("A new video was made");
  expect(runtime.lines.filter((line) => line.startsWith("warning"))).toHaveLength(1);
});

test("a dry run rejects what a real run would reject, with the same error code", async () => {
  await using fake = await startFakeHeygen();
  const { work, seen } = openDryRun(fake.url, { ...script, avatar_id: "look_9" });
  expect(await failureOf(work)).toMatchObject({ code: "invalid_input" });
  expect(seen.outputs).toMatchObject({ status: "failed", error_code: "invalid_input" });
  expect(seen.summary).toContain("look_9");
});

describe("a dry run and a real run reject, before they start, what cannot be published:", () => {
  const noRepository = { GITHUB_REPOSITORY: "" };
  test.each<[string, Record<string, string>, NodeJS.ProcessEnv]>([
    ["a release if the repository is unknown", { release_tag: "v1" }, noRepository],
    ["a release with an invalid tag name", { release_tag: "v1..2" }, {}],
    ["a release with an invalid tag name if the repository is unknown", { release_tag: "v 1" }, noRepository],
  ])("%s", async (_, typed, env) => {
    await using fake = await startFakeHeygen();
    await using opened = await openWorkflow({ env });
    const settings = { ...script, comment: "true", ...typed };
    const dry = await failureOf(openRun(fake.url, { ...settings, dry_run: "true" }, opened.workflow).work);
    const real = await failureOf(openRun(fake.url, settings, opened.workflow).work);
    expect(real).toMatchObject({ code: "invalid_input", message: expect.stringContaining("release_tag") });
    expect(dry).toMatchObject({ code: real.code, message: real.message, hint: real.hint });
    expect([fake.billed, opened.requestedRoutes()]).toEqual([0, []]);
  });
});

test("a dry run publishes nothing, and sends no request to GitHub", async () => {
  await using fake = await startFakeHeygen();
  await using opened = await openWorkflow({ github: { releases: [{ id: 2, tag: "v1", body: "Hello." }] } });
  const typed = { ...script, comment: "true", release_tag: "v1", dry_run: "true" };
  const { work, runtime } = openRun(fake.url, typed, opened.workflow);
  await work();
  expect(opened.requestedRoutes()).toEqual([]);
  expect(runtime.lines.at(-1)).toBe("info: Nothing was submitted: this was a dry run.");
});

test("a dry run retries transient errors", async () => {
  await using fake = await startFakeHeygen();
  const unavailable = failure(503, "service_unavailable", "Later");
  fake.on("GET /v3/users/me", unavailable, unavailable);
  const { work, seen, runtime } = openDryRun(fake.url, script);
  await work();
  expect(seen.outputs.status).toBe("pending");
  expect(runtime.sleeps).toEqual([1_000, 2_000]);
});

test.each([
  [[failure(503, "a", "x"), failure(503, "b", "x"), failure(503, "c", "x"), failure(503, "d", "x")], 4],
  [[{ ...failure(429, "rate_limit_exceeded", "Full"), headers: { "retry-after": "600" } }], 1],
])(
  "a dry run fails after four transient errors, or at once on a long `Retry-After` (%#)",
  async (replies, requests) => {
    await using fake = await startFakeHeygen();
    fake.on("GET /v3/users/me", ...replies);
    await failureOf(openDryRun(fake.url, script).work);
    expect(fake.requests).toHaveLength(requests);
  },
);

test("a dry run reads the status of an existing video, and expects no cost", async () => {
  await using fake = await startFakeHeygen();
  const key = { "x-api-key": "test-key", "content-type": "application/json" };
  const body = JSON.stringify({ type: "avatar", avatar_id: "look_1", script: "Welcome." });
  await fetch(`${fake.url}/v3/videos`, { method: "POST", headers: key, body });
  const { work, runtime } = openDryRun(fake.url, { video_id: "v_1" });
  await work();
  expect(runtime.lines).toContain("info: Video: waiting");
  expect(runtime.lines).toContain("info: Expected cost: nothing");
});

describe("a dry run for a waiting agent", () => {
  async function openWaiting(typed: Record<string, string>) {
    const fake = await startFakeHeygen({
      sessionStatuses: [{ status: "waiting_for_input", video_id: null }],
    });
    const headers = { "x-api-key": "test-key", "content-type": "application/json" };
    const body = JSON.stringify({ prompt: "A tour", mode: "chat" });
    await fetch(`${fake.url}/v3/video-agents`, { method: "POST", headers, body });
    return { fake, ...openDryRun(fake.url, { video_id: "sess_1", ...typed }) };
  }
  const posts = (requests: readonly { method: string }[]) =>
    requests.filter(({ method }) => method === "POST").length;

  test("shows the message that a real run would send, and sends nothing", async () => {
    const { fake, work, runtime, seen } = await openWaiting({ messages: "Yes, go ahead\nBlue." });
    await using _ = fake;
    await work();
    expect(runtime.lines).toContain("info: Message that would be sent: Yes, go ahead");
    expect(runtime.lines).toContain("info: Expected cost: unknown");
    expect(seen.summary).toContain("| Message that would be sent | Yes, go ahead |");
    expect(posts(fake.requests)).toBe(1);
  });

  test("is rejected if a real run would be", async () => {
    const { fake, work } = await openWaiting({ messages: "Yes, go ahead", max_cost_usd: "50" });
    await using _ = fake;
    const { code, message } = await failureOf(work);
    expect([code, message]).toEqual([
      "invalid_input",
      "`max_cost_usd` is 50, and the cost of the message is unknown.",
    ]);
    expect(posts(fake.requests)).toBe(1);
  });

  test("expects no cost if there is no message", async () => {
    const { fake, work, runtime } = await openWaiting({ max_cost_usd: "0" });
    await using _ = fake;
    await work();
    expect(runtime.lines).toContain("info: Expected cost: nothing");
  });
});

test("a dry run says why the cost of a prompt is unknown", async () => {
  await using fake = await startFakeHeygen();
  const { work, runtime, seen } = openDryRun(fake.url, { prompt: "Show our 24-hour support" });
  await work();
  expect(runtime.lines).toContain('info: Expected cost: unknown ("24-hour" may be meant as its length)');
  expect(seen.summary).toContain('| Expected cost | unknown ("24-hour" may be meant as its length) |');
});

test("a dry run of the sandbox needs no account and expects no cost", async () => {
  const { work, runtime } = openDryRun(undefined, { provider: "sandbox", prompt: "A short welcome" });
  await work();
  expect(runtime.lines).toContain("info: Account: none is needed");
  expect(runtime.lines).toContain("info: Expected cost: nothing");
});

test("a dry run of a provider without a preflight checks only the inputs, and says so", async () => {
  const settings = { provider: "heygen_v2", script: "Welcome.", avatar_id: "a", voice_id: "b" };
  const { work, runtime } = openDryRun("http://127.0.0.1:9", settings);
  await work();
  expect(runtime.lines).toContain("info: Checked: only the inputs: heygen_v2 offers no check in advance");
});
