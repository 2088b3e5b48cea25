import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { startFakeGithub } from "../support/github/fake-github.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { toReadableText } from "../support/leaks/visible-output.ts";

const upstream = { repo: { full_name: "octo/showreel-test" } };
const fork = { repo: { full_name: "mallory/showreel-test" } };
const pullRequest = (head: object) => ({
  number: 7,
  title: "Add a knob",
  body: "It turns.",
  head,
  base: upstream,
});
const prompt = { prompt: "A short welcome" };
const quick = { videoStatuses: ["completed"] };

describe.concurrent("without a key", () => {
  test.each([
    [
      "a pull request from a fork",
      { name: "pull_request", payload: { pull_request: pullRequest(fork) } },
      {},
    ],
    ["a run of Dependabot", { name: "push", payload: {} }, { GITHUB_ACTOR: "dependabot[bot]" }],
  ])("%s is skipped successfully, with a notice, an output and a summary", async (trigger, event, env) => {
    await using fake = await startFakeHeygen();
    const step = await runStep(fake, { ...prompt, api_key: "" }, { event, env });
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: "skipped", error_code: "", video_id: "" } });
    const message = `No video was made: ${trigger} gets no secrets, so there is no key for HeyGen.`;
    expect(step.annotations).toMatchObject([{ level: "notice", message }]);
    expect(toReadableText(step.summary)).toContain(message);
    expect(fake.requests).toEqual([]);
  });

  test("a run of the repository itself fails and says how to set the key", async () => {
    await using fake = await startFakeHeygen();
    const event = { name: "pull_request", payload: { pull_request: pullRequest(upstream) } };
    const step = await runStep(fake, { ...prompt, api_key: "" }, { event });
    expect(step).toMatchObject({ exitCode: 1, outputs: { status: "failed", error_code: "invalid_input" } });
    expect(step.annotations).toMatchObject([{ level: "error", message: expect.stringContaining("secret") }]);
  });

  test("the sandbox makes a video even on a pull request from a fork", async () => {
    await using fake = await startFakeHeygen();
    const event = { name: "pull_request", payload: { pull_request: pullRequest(fork) } };
    const inputs = { provider: "sandbox", template: "pull_request", api_key: "", api_base_url: "" };
    const changed = {
      number: 7,
      title: "Add",
      head: { ref: "x", sha: "d".repeat(40) },
      base: { ref: "main", sha: "a".repeat(40) },
    };
    await using github = await startFakeGithub({ pulls: [{ ...changed, files: [{ filename: "a.ts" }] }] });
    const env = { GITHUB_API_URL: github.url };
    const step = await runStep(fake, { ...inputs, github_token: github.token }, { event, env });
    expect(step).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
  });
});

describe.concurrent("a run that any user can start", () => {
  const event = { name: "issue_comment", payload: { issue: { number: 7, title: "x", pull_request: {} } } };

  async function comment(permission: "read" | "write", inputs: Record<string, string> = {}) {
    await using fake = await startFakeHeygen(quick);
    await using github = await startFakeGithub({ permissions: { octocat: permission } });
    const env = { GITHUB_API_URL: github.url };
    const step = await runStep(fake, { ...prompt, github_token: github.token, ...inputs }, { event, env });
    return { step, billed: fake.billed, asked: github.requests.length, sent: fake.requests.length };
  }

  test("spends nothing for an untrusted user", async () => {
    const { step, sent } = await comment("read");
    expect(step).toMatchObject({ exitCode: 1, outputs: { status: "failed", error_code: "unauthorized" } });
    expect(step.annotations[0]?.message).toContain("octocat started this run by issue_comment");
    expect(sent).toBe(0);
  });

  test("makes a video for a user with write permission", async () => {
    expect(await comment("write")).toMatchObject({ billed: 1, asked: 1, step: { exitCode: 0 } });
  });

  test("makes a video for every user with `allow_untrusted: true`, without asking GitHub", async () => {
    expect(await comment("read", { allow_untrusted: "true" })).toMatchObject({ billed: 1, asked: 0 });
  });

  test("allows a dry run by an untrusted user", async () => {
    const { step, billed } = await comment("read", { dry_run: "true" });
    expect([step.exitCode, billed]).toEqual([0, 0]);
  });
});

describe.concurrent("a pull request from a fork that has a key", () => {
  const event = { name: "pull_request", payload: { pull_request: pullRequest(fork) } };

  test.each([
    ["read", 0, "unauthorized"],
    ["write", 1, ""],
  ] as const)("pays for a user with %s permission: %i video(s)", async (permission, billed, error_code) => {
    await using fake = await startFakeHeygen(quick);
    await using github = await startFakeGithub({ permissions: { octocat: permission } });
    const env = { GITHUB_API_URL: github.url };
    const step = await runStep(fake, { ...prompt, github_token: github.token }, { event, env });
    expect([fake.billed, step.outputs.error_code]).toEqual([billed, error_code]);
  });
});

describe.concurrent("a session that waits for a message", () => {
  const messages = (fake: { requests: readonly { method: string; path: string }[] }) =>
    fake.requests.filter(({ method, path }) => method === "POST" && path === "/v3/video-agents/sess_1");

  test.each<
    [sender: string, inputs: Record<string, string>, event: string, sent: number, error_code: string]
  >([
    ["a user who pushes", {}, "push", 1, ""],
    ["an untrusted user", {}, "issue_comment", 0, "unauthorized"],
    ["a dry run", { dry_run: "true" }, "push", 0, ""],
    ["a run with a cost limit", { max_cost_usd: "0" }, "push", 0, "invalid_input"],
  ])("receives from %s (%j on %s) this many messages: %i", async (_, inputs, name, sent, error_code) => {
    await using fake = await startFakeHeygen({ ...quick, questions: ["Which colour?"] });
    await using github = await startFakeGithub({ permissions: { octocat: "read" } });
    const env = { GITHUB_API_URL: github.url };
    const headers = { "x-api-key": "test-key", "content-type": "application/json" };
    const body = JSON.stringify({ prompt: "A tour", mode: "chat" });
    await fetch(`${fake.url}/v3/video-agents`, { method: "POST", headers, body });
    const asked = { video_id: "sess_1", messages: "Blue.", github_token: github.token, ...inputs };
    const step = await runStep(fake, asked, { event: { name, payload: {} }, env });
    expect([messages(fake).length, step.outputs.error_code]).toEqual([sent, error_code]);
  });
});

describe.concurrent("`max_cost_usd`", () => {
  test("rejects a video that may cost more, before it is submitted", async () => {
    await using fake = await startFakeHeygen(quick);
    const step = await runStep(fake, { ...prompt, max_cost_usd: "2" });
    expect(step.outputs).toMatchObject({ status: "failed", error_code: "invalid_input" });
    expect(step.annotations[0]?.message).toContain(
      "`max_cost_usd` is 2, and the video costs about 1.50 USD, up to 2.61 USD.",
    );
    expect(fake.billed).toBe(0);
  });

  test("allows a cheaper video, and shows the estimates next to the actual values", async () => {
    await using fake = await startFakeHeygen(quick);
    const step = await runStep(fake, { ...prompt, max_cost_usd: "2.62" });
    expect(step.exitCode).toBe(0);
    expect(step.stdout).toContain(
      "Expected: length about 45 s, cost about 1.50 USD, up to 2.61 USD, wait 20 min to 45 min.",
    );
    const summary = toReadableText(step.summary);
    expect(summary).toContain("(expected about 45 s) |");
    expect(summary).toContain("USD (expected about 1.50 USD, up to 2.61 USD) |");
    expect(summary).toMatch(/^\| Wait \| .+ \(expected 20 min to 45 min\) \|$/m);
  });

  test("is compared with the price of the chosen look", async () => {
    await using fake = await startFakeHeygen(quick);
    const inputs = { script: "word ".repeat(75), avatar_id: "look_1" };
    const step = await runStep(fake, { ...inputs, max_cost_usd: "2.50" });
    expect(step.stdout).toContain("cost about 2.00 USD, up to 2.50 USD");
    const rejected = await runStep(fake, { ...inputs, max_cost_usd: "2.49" });
    expect(rejected.outputs.error_code).toBe("invalid_input");
    expect(fake.billed).toBe(1);
  });

  test("also applies to a dry run", async () => {
    await using fake = await startFakeHeygen(quick);
    const step = await runStep(fake, { ...prompt, max_cost_usd: "1", dry_run: "true" });
    expect(step.outputs.error_code).toBe("invalid_input");
  });

  test("rejects a video of unknown cost, and allows a free one", async () => {
    await using fake = await startFakeHeygen(quick);
    const clip = { ...prompt, provider_options: "model: heygen-video-1", max_cost_usd: "100" };
    const step = await runStep(fake, clip);
    expect(step.annotations[0]?.message).toContain("the cost of the video is unknown");
    const free = await runStep(fake, { provider: "sandbox", ...prompt, max_cost_usd: "0", api_base_url: "" });
    expect([step.exitCode, free.exitCode, fake.billed]).toEqual([1, 0, 0]);
  });

  test("does not apply to a video that is already paid for", async () => {
    await using fake = await startFakeHeygen(quick);
    const first = await runStep(fake, { ...prompt, wait: "false" });
    const { workspace } = first;
    const second = await runStep(fake, { ...prompt, max_cost_usd: "0.01" }, { workspace });
    expect(second.outputs).toMatchObject({ status: "completed", resumed: "true" });
    expect(fake.billed).toBe(1);
  });
});
