import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { runCli } from "../support/cli/run-cli.ts";
import { startFakeGithub } from "../support/github/fake-github.ts";
import { failure, ok } from "../support/heygen/fake-heygen/replies.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { containsSecret } from "../support/leaks/contains-secret.ts";
import { fakeKey, fakePathSegment, fakeSignature } from "../support/leaks/fake-secrets.ts";
import { signedLink } from "../support/leaks/leak-cases.ts";
import { secretEncodings } from "../support/leaks/secret-encodings.ts";
import { visibleOutput } from "../support/leaks/visible-output.ts";

const encodings = ["as it is", "with escaped Markdown", "in Base64", "broken by zero-width spaces"].map(
  (name) => [name, secretEncodings[name] ?? String] as const,
);
const script = { script: "Welcome.", avatar_id: "look_1" };
const video = "GET /v3/videos/{video_id}";
const branches = { head: { ref: "topic", sha: "d".repeat(40) }, base: { ref: "main", sha: "a".repeat(40) } };
const pull = { number: 7, title: "Add", ...branches };
const onPull = { name: "pull_request", payload: { pull_request: pull } };

describe.concurrent("the action", () => {
  test.each(encodings)(
    "shows no key that an error response repeats %s, and no signature",
    async (_, encode) => {
      await using fake = await startFakeHeygen({ apiKey: fakeKey });
      await using github = await startFakeGithub({ pulls: [pull] });
      const fields = { id: "v_1", title: null, created_at: 1 };
      const processing = {
        ...ok({ ...fields, status: "processing", video_url: signedLink }),
        scripted: true,
      };
      const message = `The key ${encode(fakeKey)} may not read ${encode(fakeSignature)}`;
      fake.on(video, processing, failure(401, "unauthorized", message));
      const inputs = { ...script, api_key: fakeKey, comment: "true", github_token: github.token };
      const env = { GITHUB_API_URL: github.url, ACTIONS_STEP_DEBUG: "true", RUNNER_DEBUG: "1" };
      const step = await runStep(fake, { ...inputs, allow_untrusted: "true" }, { event: onPull, env });
      expect(step.outputs.error_code).toBe("unauthorized");
      const [comment = { body: "" }] = github.state.comments;
      const outputs = JSON.stringify(step.outputs);
      for (const text of [visibleOutput(step), comment.body, outputs]) {
        expect([containsSecret(text, fakeKey), containsSecret(text, fakeSignature)]).toEqual([false, false]);
      }
      expect(comment.body).toContain("may not read");
    },
  );

  test.each([
    ["http://me:pa55word@proxy.example:8080", ["test-key", "pa55word"]],
    ["http://pa55token@proxy.example:8080", ["test-key", "pa55token"]],
    ["http://me:1234@proxy.example:8080", ["test-key"]],
  ])("with the proxy %s asks the runner to mask %j, and no shorter value", async (address, masks) => {
    await using fake = await startFakeHeygen();
    const step = await runStep(fake, { script: "Welcome." }, { env: { HTTPS_PROXY: address } });
    expect(step.outputs.error_code).toBe("invalid_input");
    expect(step.masks).toEqual(masks);
  });

  test("shows no signature in the path of a rejected link", async () => {
    const link = `https://127.0.0.1/${fakePathSegment}/v.mp4`;
    await using fake = await startFakeHeygen({
      videoStatuses: [{ status: "completed", video_url: link, thumbnail_url: link, video_page_url: link }],
    });
    const step = await runStep(fake, script);
    expect(step.outputs).toMatchObject({
      error_code: "download_failed",
      video_url: link,
      video_page_url: "",
    });
    expect(step.annotations[0]?.message).toContain("https://127.0.0.1/***/v.mp4");
    expect(containsSecret(visibleOutput(step), fakePathSegment)).toBe(false);
  });
});

describe.concurrent("the command line", () => {
  test.each(encodings)("shows no key that an error response repeats %s", async (_, encode) => {
    await using fake = await startFakeHeygen({ apiKey: fakeKey });
    fake.on("POST /v3/videos", failure(401, "unauthorized", `The key ${encode(fakeKey)} is not valid`));
    const flags = ["--script", "Welcome.", "--avatar-id", "look_1", "--api-base-url", fake.url];
    const run = await runCli(flags, { env: { HEYGEN_API_KEY: fakeKey } });
    expect(run.exitCode).toBe(3);
    expect(run.stderr).toContain("is not valid");
    expect(containsSecret(run.stdout + run.stderr, fakeKey)).toBe(false);
  });

  test("shows no key that is passed as a flag", async () => {
    const run = await runCli(["--api-key", fakeKey, "--prompt", "Hello", fakeKey]);
    expect(run.exitCode).toBe(2);
    expect(containsSecret(run.stdout + run.stderr, fakeKey)).toBe(false);
  });
});
