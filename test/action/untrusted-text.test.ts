import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import type { StepResult } from "../support/action/step.ts";
import { findLiveMarkup } from "../support/attacks/find-faults.ts";
import { ok } from "../support/heygen/fake-heygen/replies.ts";
import { type FakeHeygenOptions, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { toReadableText } from "../support/leaks/visible-output.ts";

const script = { script: "Welcome.", avatar_id: "look_1" };

const commands =
  "::error::forged\n::set-output name=video_id::evil\r\n##[error]forged ##[add-path]/evil\u001b[31mbroken\u202e";
const markup =
  "<img src=x onerror=alert(1)> </td></table> @octocat #1 [click](https://evil.example) https://evil.example " +
  "![pixel](https://evil.example/p.png) **bold** `code` <!-- x | y";
const hostile = `${commands} ${markup}`;

function expectHarmless(step: StepResult, annotations: number): void {
  expect(step.outputs.video_id).not.toBe("evil");
  expect(step.annotations).toHaveLength(annotations);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the test asserts that they are absent.
  expect(step.stdout + step.stderr + step.summary).not.toMatch(/[\u001b\u202e\r]/);
  expect(step.stdout).not.toMatch(/^(::|.*##\[)(set-output|error|add-path)(?! title=Showreel)/m);
  expect(findLiveMarkup(step.summary)).toEqual([]);
}

async function runWith(options: FakeHeygenOptions, inputs: Record<string, string>) {
  await using fake = await startFakeHeygen(options);
  return await runStep(fake, inputs);
}

describe.concurrent("untrusted text forges no output, no annotation and no markup", () => {
  test("in the failure message of a video", async () => {
    const videoStatuses = [{ status: "failed", failure_message: hostile, failure_code: hostile }];
    const step = await runWith({ videoStatuses }, script);
    expectHarmless(step, 1);
    expect(step.outputs.error_code).toBe("generation_failed");
    expect(step.annotations[0]?.message).toContain("broken");
    expect(toReadableText(step.summary)).toContain("octocat");
  });

  test("in the failure message of a session", async () => {
    const messages = [{ role: "model", type: "error", content: hostile }];
    const step = await runWith(
      { sessionStatuses: [{ status: "failed", video_id: null, messages }] },
      { prompt: "A short welcome" },
    );
    expectHarmless(step, 1);
    expect(step.annotations[0]?.message).toContain("broken");
  });

  test("in an error response and its request id", async () => {
    await using fake = await startFakeHeygen();
    const error = { code: hostile, message: hostile, param: hostile, doc_url: null };
    const headers = { "x-request-id": "1 ##[error]forged <b>" };
    fake.on("POST /v3/videos", { status: 400, headers, body: { error } });
    const step = await runStep(fake, script);
    expectHarmless(step, 1);
    expect(step.outputs.error_code).toBe("invalid_input");
  });

  test("in a status", async () => {
    const videoStatuses = [{ status: hostile }, { status: "completed", video_page_url: null }];
    const step = await runWith({ videoStatuses }, script);
    expectHarmless(step, 0);
    expect(step.exitCode).toBe(0);
  });

  test("in a title, which also becomes a safe file name", async () => {
    const videoStatuses = [{ status: "completed", video_page_url: null }];
    const step = await runWith({ videoStatuses }, { ...script, title: `../../${hostile}` });
    expectHarmless(step, 0);
    expect(step.outputs.status).toBe("completed");
    const [name, ...rest] = readdirSync(`${step.workspace}/videos`);
    expect([name, rest]).toEqual([expect.stringMatching(/^[\w.-]{1,80}\.mp4$/), []]);
  });

  test("in the title of a pull request", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["failed"] });
    const head = { repo: { full_name: "octo/showreel-test" } };
    const event = { name: "pull_request", payload: { pull_request: { title: hostile, head } } };
    const step = await runStep(fake, script, { event });
    expectHarmless(step, 1);
    expect(toReadableText(step.summary)).toContain("octocat");
  });

  test("in a page's URL, which is linked only if it is https", async () => {
    const videoStatuses = [{ status: "completed", video_page_url: "javascript:alert(1)//[x](y)" }];
    const step = await runWith({ videoStatuses }, script);
    expectHarmless(step, 0);
    expect(step.outputs.status).toBe("completed");
  });

  test("in the id of a video, which is rejected and requested again", async () => {
    const id = `v_1${hostile}`;
    await using fake = await startFakeHeygen();
    fake.on("POST /v3/videos", ok({ video_id: id, status: "waiting", output_format: "mp4" }));
    const step = await runStep(fake, { ...script, wait: "false" });
    expectHarmless(step, 0);
    expect(step.outputs.video_id).toBe("v_1");
    expect(fake.billed).toBe(1);
  });

  test("in a mention or issue number, even after GitHub decodes character references", async () => {
    const videoStatuses = [{ status: "failed", failure_message: "ask @octocat or see #1 and octo/reel#2" }];
    const step = await runWith({ videoStatuses }, script);
    // GitHub links mentions and issue numbers in the rendered page, except in code.
    const page = toReadableText(step.summary).replace(/<code>.*?<\/code>/g, "");
    expect(page).not.toMatch(/@octocat|#\d/);
    expect(page).toContain("or see");
  });

  test("in an invalid input", async () => {
    const step = await runWith({}, { ...script, captions: hostile });
    expectHarmless(step, 1);
    expect(step.annotations[0]?.message).toContain("`captions`");
  });
});
