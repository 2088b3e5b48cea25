import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ActionOptions } from "../support/action/run-action.ts";
import { runStep } from "../support/action/run-step.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { startRunStartServer } from "../support/github/run-start-server.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { type FakeResults, startFakeResults } from "../support/stores/fake-results.ts";

const prompt: Record<string, string> = { prompt: "A short welcome" };
const script: Record<string, string> = { script: "Welcome.", avatar_id: "look_1" };
const kinds = [
  ["prompt", prompt],
  ["script", script],
] as const;

type AttemptOptions = Omit<ActionOptions, "inputs">;

/** Runs one attempt whose start time GitHub reports, in a fresh workspace unless one is given. */
async function runAttempt(
  fake: FakeHeygen,
  inputs: Record<string, string>,
  attemptOptions: AttemptOptions & { readonly attempt?: number; readonly run?: string },
) {
  const { attempt = 1, run = "4711", ...options } = attemptOptions;
  await using github = await startRunStartServer();
  const names = {
    GITHUB_API_URL: github.url.origin,
    GITHUB_RUN_ATTEMPT: String(attempt),
    GITHUB_RUN_ID: run,
  };
  const env = { ...names, ...options.env };
  return await runStep(fake, inputs, { ...options, env });
}

/** Returns the idempotency keys of all submits, in order. */
function idempotencyKeys({ requests }: FakeHeygen): unknown[] {
  const submits = requests.filter(({ method }) => method === "POST");
  return submits.map(({ headers }) => headers["idempotency-key"]);
}

const outOfCredit = failure(402, "insufficient_credit", "Add funds");
const quick = { videoStatuses: ["completed"] };
const done = { exitCode: 0, annotations: [], outputs: { status: "completed" } };

describe.concurrent.each(kinds)("the next attempt of a run with a %s", (_kind, inputs) => {
  test("resumes the completed video of the previous attempt, and downloads it again", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    const first = await runAttempt(fake, inputs, { results });
    expect(first).toMatchObject({ ...done, outputs: { ...done.outputs, resumed: "false" } });
    const second = await runAttempt(fake, inputs, { results, attempt: 2 });
    expect(second).toMatchObject({ ...done, outputs: { ...done.outputs, resumed: "true" } });
    expect(second.outputs.video_id).toBe(first.outputs.video_id);
    expect(second.outputs.sha256).toBe(first.outputs.sha256);
    expect(second.outputs.video_path).not.toBe(first.outputs.video_path);
    expect(fake.billed).toBe(1);
    expect(second.summary).toContain("resumed, paid for earlier");
  });

  test("makes a new video when the text was edited in between", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    await runAttempt(fake, inputs, { results });
    const [name = ""] = Object.keys(inputs);
    const edited = { ...inputs, [name]: "Something else altogether." };
    const second = await runAttempt(fake, edited, { results, attempt: 2 });
    expect(second).toMatchObject({ ...done, outputs: { video_id: "v_2" } });
    expect(second.outputs.resumed).not.toBe("true");
    expect(fake.billed).toBe(2);
  });

  test("finds its video in the workspace if there is no cache service", async () => {
    await using fake = await startFakeHeygen(quick);
    const workspace = createTemporaryFolder();
    await runAttempt(fake, inputs, { workspace });
    const second = await runAttempt(fake, inputs, { workspace, attempt: 2 });
    expect(second).toMatchObject({ ...done, outputs: { resumed: "true", video_id: "v_1" } });
    expect(fake.billed).toBe(1);
  });

  test("submits a failed video again under a new idempotency key", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["failed"] });
    await using results = await startFakeResults();
    const first = await runAttempt(fake, inputs, { results });
    expect(first.outputs).toMatchObject({ status: "failed", error_code: "generation_failed" });
    await runAttempt(fake, inputs, { results, attempt: 2 });
    const [one, two, ...more] = idempotencyKeys(fake);
    expect([typeof one, one === two, more, fake.billed]).toEqual(["string", false, [], 2]);
  });

  test("submits again after an error response that rules out a video", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    for (const route of ["POST /v3/videos", "POST /v3/video-agents"] as const) {
      fake.on(route, outOfCredit);
    }
    await runAttempt(fake, inputs, { results });
    expect(fake.billed).toBe(0);
    const second = await runAttempt(fake, inputs, { results, attempt: 2 });
    expect(second).toMatchObject({ ...done, outputs: { resumed: "false" } });
    expect(fake.billed).toBe(1);
  });

  test("does not pay for a second video because the first cannot be found just now", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    fake.on("GET /v3/videos/{video_id}", failure(404, "video_not_found", "Not found"));
    await runAttempt(fake, inputs, { results });
    await runAttempt(fake, inputs, { results, attempt: 2 });
    expect(fake.billed).toBe(1);
  });
});

describe.concurrent.each(kinds)("two concurrent processes of one run with a %s", (_kind, inputs) => {
  test("pay for one video, and both finish", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    const steps = await Promise.all([1, 2].map(() => runAttempt(fake, inputs, { results })));
    expect(steps).toMatchObject([done, done]);
    expect(steps.map(({ outputs }) => outputs.video_id)).toEqual(["v_1", "v_1"]);
    expect(fake.billed).toBe(1);
  });
});

test("a submit that the provider is still processing keeps its idempotency key in the next attempt", async () => {
  await using fake = await startFakeHeygen(quick);
  await using results = await startFakeResults();
  fake.on("POST /v3/videos", failure(409, "request_in_progress", "The first one is running."));
  const first = await runAttempt(fake, { ...script, timeout_minutes: "0.01" }, { results });
  expect(first.exitCode).toBe(1);
  expect(await runAttempt(fake, script, { results, attempt: 2 })).toMatchObject(done);
  const [one, two] = idempotencyKeys(fake);
  expect(two).toBe(one);
});

describe.concurrent("`reuse: content`", () => {
  const reuse = { ...script, reuse: "content" };

  test("reuses the video in another run with the same request", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    await runAttempt(fake, reuse, { results });
    const second = await runAttempt(fake, reuse, { results, run: "4712" });
    expect(second).toMatchObject({ ...done, outputs: { resumed: "true", video_id: "v_1" } });
    expect([fake.billed, idempotencyKeys(fake).length]).toEqual([1, 1]);
  });

  test("renders a new video when one character differs", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    await runAttempt(fake, reuse, { results });
    const second = await runAttempt(fake, { ...reuse, script: "Welcome!" }, { results, run: "4712" });
    expect(second).toMatchObject({ ...done, outputs: { resumed: "false", video_id: "v_2" } });
    expect(fake.billed).toBe(2);
  });

  test("pays once in two concurrent runs, even if one of them is a re-run", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    const inputs = { ...prompt, reuse: "content" };
    const runs = [
      { results, run: "4711", attempt: 2 },
      { results, run: "4712", attempt: 1 },
    ];
    const steps = await Promise.all(runs.map((run) => runAttempt(fake, inputs, run)));
    expect(steps).toMatchObject([done, done]);
    expect(fake.billed).toBe(1);
  });

  test("lets a later run render the video that the provider rejected in an earlier one", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    fake.on("POST /v3/video-agents", outOfCredit);
    const inputs = { ...prompt, reuse: "content" };
    await runAttempt(fake, inputs, { results });
    const second = await runAttempt(fake, inputs, { results, run: "4712" });
    expect(second).toMatchObject(done);
    expect(fake.billed).toBe(1);
  });
});

describe.concurrent("`reuse`", () => {
  test("set to `run` renders again in another run", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    await runAttempt(fake, script, { results });
    const second = await runAttempt(fake, script, { results, run: "4712" });
    expect(second).toMatchObject({ ...done, outputs: { resumed: "false" } });
    expect(fake.billed).toBe(2);
  });

  test("set to `never` renders again in every attempt, and sends no request to the cache", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    const workspace = createTemporaryFolder();
    const never = { ...script, reuse: "never" };
    await runAttempt(fake, never, { results, workspace });
    const second = await runAttempt(fake, never, { results, workspace, attempt: 2 });
    expect(second).toMatchObject({ ...done, outputs: { resumed: "false", video_id: "v_2" } });
    expect([fake.billed, results.requests]).toEqual([2, []]);
  });
});

/** Makes the cache service return `reply` to every request. */
function breakCache(results: FakeResults, reply: { status: number; body: object }): void {
  const methods = ["GetCacheEntryDownloadURL", "CreateCacheEntry", "FinalizeCacheEntryUpload"];
  for (const method of methods) results.fail(method, ...Array(100).fill(reply));
}

const warning = { level: "warning", message: expect.stringContaining("Actions cache") };

describe.concurrent("a cache service", () => {
  test("that returns HTTP 500 is one warning, and the video is resumed from the workspace", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    breakCache(results, { status: 500, body: { code: "internal", msg: "boom" } });
    const workspace = createTemporaryFolder();
    const first = await runAttempt(fake, script, { results, workspace });
    const second = await runAttempt(fake, script, { results, workspace, attempt: 2 });
    for (const step of [first, second]) {
      expect(step).toMatchObject({ ...done, annotations: [warning] });
      expect(step.stdout).toContain("Done: ");
    }
    expect(second.outputs).toMatchObject({ resumed: "true", video_id: "v_1" });
    expect(fake.billed).toBe(1);
  });

  test("that is read-only is one warning, and the video is rendered", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    const denied = {
      status: 200,
      body: { ok: false, message: "cache write denied: the token is read-only" },
    };
    results.fail("CreateCacheEntry", ...Array(100).fill(denied));
    const step = await runAttempt(fake, script, { results });
    expect(step).toMatchObject({ ...done, annotations: [warning] });
    expect(step.annotations[0]?.message).toContain("read-only");
    expect(fake.billed).toBe(1);
  });

  test("that works is not mentioned in the log, and leaves no file in the workspace", async () => {
    await using fake = await startFakeHeygen(quick);
    await using results = await startFakeResults();
    const { stdout, workspace } = await runAttempt(fake, script, { results });
    expect(stdout).not.toMatch(/\[command\]|tar|[Cc]ache/);
    const files = readdirSync(workspace, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.map(({ name }) => name)).toEqual([expect.stringMatching(/v_1\.mp4$/)]);
  });

  test.each(kinds)(
    "that contains an unrelated id causes no second payment for a %s",
    async (_kind, inputs) => {
      await using fake = await startFakeHeygen(quick);
      await using results = await startFakeResults();
      await runAttempt(fake, inputs, { results });
      const job = results.cacheEntries.find(({ key }) => key.includes("-job-"));
      const { key = "", version = "" } = job ?? {};
      results.cacheEntries.push({ key: key.replace(/=(\w+)$/, "=foreign_1"), version });
      const second = await runAttempt(fake, { ...inputs, timeout_minutes: "5" }, { results, attempt: 2 });
      expect(second).toMatchObject({ ...done, annotations: [{ level: "warning" }] });
      expect(second.outputs.video_id).toBe("v_1");
      expect(fake.billed).toBe(1);
    },
  );
});
