import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readActionMetadata } from "../support/action/action-metadata.ts";
import { parseOutputFile } from "../support/action/output-file.ts";
import { runCli } from "../support/cli/run-cli.ts";
import { runCliWith } from "../support/cli/run-cli-with-fake.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { ok } from "../support/heygen/fake-heygen/replies.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";

const outputNames = Object.keys(readActionMetadata().outputs).sort();
const finished = { videoStatuses: ["completed"] };
const script = ["--script", "Welcome.", "--avatar-id", "look_1"];

describe.concurrent("the command line", () => {
  test("prints only one JSON object with all outputs to stdout", async () => {
    await using fake = await startFakeHeygen(finished);
    const run = await runCliWith(fake, ["--prompt", "A short welcome", "--title", "Reel"]);
    expect(run).toMatchObject({ exitCode: 0, signal: null });
    expect(Object.keys(run.outputs).sort()).toEqual(outputNames);
    expect(run.outputs).toMatchObject({
      status: "completed",
      video_id: "v_1",
      session_id: "sess_1",
      video_url: `${fake.url}/files/v_1.mp4?Signature=secret-1`,
      video_path: join(run.cwd, "videos", "Reel-v_1.mp4"),
      artifact_id: "",
      resumed: "false",
      error_code: "",
    });
    expect(readFileSync(run.outputs.video_path ?? "")).toHaveLength(Number(run.outputs.size_bytes));
    expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
  });

  test("logs its progress to stderr, one line per step, without the key and the signed link", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["processing", "completed"] });
    const { stderr } = await runCliWith(fake, script);
    for (const line of ["Submit", "Submitted: video_id v_1.", "Render", "Download"]) {
      expect(stderr.split("\n")).toContain(line);
    }
    expect(stderr).toMatch(/^processing \(.+\)$/m);
    expect(stderr).toMatch(/^Done: .+\.mp4 \(31 s, 4\.6 kB\)\.$/m);
    expect(stderr).not.toMatch(/test-key|secret-/);
    expect(stderr).not.toContain("\u001b");
  });

  test("accepts `render` as an explicit command", async () => {
    await using fake = await startFakeHeygen(finished);
    const env = { SHOWREEL_API_BASE_URL: fake.url };
    const run = await runCli(["render", ...script], { env: { ...env, HEYGEN_API_KEY: "test-key" } });
    expect(run.exitCode).toBe(0);
    expect(fake.billed).toBe(1);
  });

  test("submits and pays again in another folder, where no job is stored", async () => {
    await using fake = await startFakeHeygen(finished);
    await runCliWith(fake, [...script, "--wait", "false"]);
    await runCliWith(fake, [...script, "--wait=false"]);
    expect(fake.billed).toBe(2);
  });

  test("treats a boolean flag without a value as true", async () => {
    await using fake = await startFakeHeygen(finished);
    const run = await runCliWith(fake, ["--captions", ...script, "--output-path", "reel.mp4"]);
    expect(run.outputs.captions_path).toBe(join(run.cwd, "reel.srt"));
  });
});

describe.concurrent("in a `run:` step of a workflow, the command line", () => {
  test("also writes the step outputs and the job summary", async () => {
    await using fake = await startFakeHeygen(finished);
    const folder = createTemporaryFolder();
    const files = { GITHUB_OUTPUT: join(folder, "output"), GITHUB_STEP_SUMMARY: join(folder, "summary") };
    for (const file of Object.values(files)) writeFileSync(file, "");
    const run = await runCliWith(fake, script, { env: { ...files, GITHUB_ACTIONS: "true" } });
    expect(run.exitCode).toBe(0);
    const outputs = parseOutputFile(readFileSync(files.GITHUB_OUTPUT, "utf8"));
    expect(run.outputs).toEqual({ ...outputs, video_url: "", thumbnail_url: "" });
    expect(run.stderr).toContain(`::add-mask::${outputs.video_url}\n`);
    expect(run.stdout).not.toContain("secret-");
    const summary = readFileSync(files.GITHUB_STEP_SUMMARY, "utf8");
    expect(summary).toContain("Provider | heygen");
    expect(summary).not.toContain("secret-");
  });

  test("succeeds with a warning when the job summary can't be written", async () => {
    await using fake = await startFakeHeygen(finished);
    const env = { GITHUB_STEP_SUMMARY: join(createTemporaryFolder(), "missing", "summary") };
    const run = await runCliWith(fake, script, { env });
    expect(run).toMatchObject({ exitCode: 0, outputs: { status: "completed" } });
    expect(run.stderr).toContain("Warning: The job summary was not written");
  });
});

test("`--template docs` is an error where nobody knows which pages have changed, not an empty success", async () => {
  const run = await runCliWith({ url: "http://127.0.0.1:9" }, ["--template", "docs"], {
    env: { CI: "true" },
  });
  expect(run).toMatchObject({ exitCode: 2, outputs: { status: "failed", error_code: "invalid_input" } });
  expect(run.stderr).toContain("{{ changed_pages }} in --template is not available");
});

describe.concurrent("the signed links on stdout", () => {
  const signed = expect.stringContaining("Signature=secret-");
  const isSigned = { video_url: signed, thumbnail_url: signed };
  const runIn = async (env: Record<string, string>, ...flags: string[]) => {
    await using fake = await startFakeHeygen(finished);
    return await runCliWith(fake, [...script, ...flags], { env });
  };

  test("are there in a terminal", async () => {
    expect((await runIn({})).outputs).toMatchObject(isSigned);
  });

  test.each([{ CI: "true" }, { CI_PIPELINE_ID: "7" }, { BUILD_TAG: "jenkins-7" }])(
    "are left out in a CI system, with %j",
    async (env) => {
      const run = await runIn(env);
      expect(run.outputs).toMatchObject({ video_id: "v_1", video_url: "", thumbnail_url: "" });
      expect(run.stdout + run.stderr).not.toContain("secret-");
    },
  );

  test("are there in a CI system with --include-urls", async () => {
    expect((await runIn({ CI: "true" }, "--include-urls")).outputs).toMatchObject(isSigned);
  });

  test("are masked first in a `run:` step of GitHub with --include-urls", async () => {
    const run = await runIn({ CI: "true", GITHUB_ACTIONS: "true" }, "--include-urls");
    expect(run.outputs).toMatchObject(isSigned);
    for (const url of [run.outputs.video_url, run.outputs.thumbnail_url])
      expect(run.stderr).toContain(`::add-mask::${url}\n`);
  });
});

describe.concurrent("--dotenv", () => {
  test.each([
    ["leaves the signed link out by default", [], false],
    ["writes the signed link with --dotenv-include-url", ["--dotenv-include-url"], true],
  ])("writes the outputs as KEY=value, and %s", async (_title, flags, includesUrl) => {
    await using fake = await startFakeHeygen(finished);
    const run = await runCliWith(fake, [...script, "--dotenv", "video.env", ...flags]);
    const lines = readFileSync(join(run.cwd, "video.env"), "utf8").trimEnd().split("\n");
    expect(lines).toContain("STATUS=completed");
    expect(lines).toContain(`SHA256=${run.outputs.sha256}`);
    expect(lines).toContain("ERROR_CODE=");
    expect(lines.some((line) => line.startsWith("VIDEO_URL="))).toBe(includesUrl);
    expect(lines.join("\n").includes(run.outputs.video_url ?? "")).toBe(includesUrl);
    expect(lines).toHaveLength(outputNames.length - (includesUrl ? 0 : 1));
  });

  test("writes the outputs of a failed run too", async () => {
    await using fake = await startFakeHeygen({ videoStatuses: ["failed"] });
    const run = await runCliWith(fake, [...script, "--dotenv", "video.env"]);
    const text = readFileSync(join(run.cwd, "video.env"), "utf8");
    expect(text).toContain("ERROR_CODE=generation_failed\n");
    expect(text).toContain("VIDEO_ID=v_1\n");
  });

  test("writes one line per output, even if the provider returns a line break", async () => {
    await using fake = await startFakeHeygen();
    fake.on("POST /v3/videos", ok({ video_id: "v_1\nPATH=/evil", status: "waiting", output_format: "mp4" }));
    const run = await runCliWith(fake, [...script, "--wait", "false", "--dotenv", "video.env"]);
    expect(run.outputs.video_id).toBe("v_1");
    expect(readFileSync(join(run.cwd, "video.env"), "utf8")).not.toMatch(/^PATH=/m);
  });
});
