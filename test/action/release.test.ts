import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { sampleVideoBase64 } from "../../src/providers/sandbox/sample-video.ts";
import { readActionMetadata } from "../support/action/action-metadata.ts";
import { runAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { createReleaseEvent } from "../support/github/release-event.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets, toReadableText } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const video = Buffer.from(sampleVideoBase64, "base64");
const sha256 = createHash("sha256").update(video).digest("hex");

let story: Awaited<ReturnType<typeof publishRelease>>;

beforeAll(async () => {
  story = await publishRelease();
}, 30_000);

async function publishRelease() {
  await using fake = await startFakeHeygen({ video, videoStatuses: ["completed"] });
  await using results = await startFakeResults();
  const inputs = inputsFor(fake, { prompt: "A 30-second tour of version 0.0.1" });
  const step = await runAction({ inputs, event: createReleaseEvent(), results });
  const artifact = results.artifacts.find(({ name }) => name.endsWith(".mp4"));
  const artifactUrl = `https://github.com/octo/showreel-test/actions/runs/4711/artifacts/${artifact?.id}`;
  return { fake, results, step, artifact, artifactUrl };
}

test("a published release with a prompt ends green, with the provider's file as a playable artifact", () => {
  const { step, artifact } = story;
  expect(step).toMatchObject({ exitCode: 0, annotations: [] });
  expect(artifact).toMatchObject({ name: "0.0.1-v_1.mp4", contentType: "video/mp4" });
  expect(artifact?.digest).toBe(`sha256:${sha256}`);
});

test("the provider's picture of it lies beside it, in the workspace and among the artifacts", () => {
  const { step, results } = story;
  const posters = results.artifacts.filter(({ name }) => name === "0.0.1-v_1.poster.jpg");
  expect(posters).toMatchObject([{ contentType: "image/jpeg" }]);
  const file = readFileSync(join(step.workspace, "videos", "0.0.1-v_1.poster.jpg"));
  expect(posters[0]?.bytes.equals(file)).toBe(true);
});

test("every output that action.yml declares is set, and tells the truth", () => {
  const { step, fake, artifact, artifactUrl } = story;
  expect(Object.keys(step.outputs).sort()).toEqual(Object.keys(readActionMetadata().outputs).sort());
  expect(step.outputs).toEqual({
    status: "completed",
    video_id: "v_1",
    session_id: "sess_1",
    video_url: `${fake.url}/files/v_1.mp4?Signature=secret-1`,
    video_page_url: "https://app.heygen.com/video/v_1",
    thumbnail_url: `${fake.url}/files/v_1.jpg?Signature=secret-1`,
    duration_seconds: "4",
    video_path: join(step.workspace, "videos", "0.0.1-v_1.mp4"),
    captions_path: "",
    size_bytes: String(video.length),
    sha256,
    artifact_id: String(artifact?.id),
    artifact_url: artifactUrl,
    artifact_digest: sha256,
    comment_url: "",
    release_asset_url: "",
    resumed: "false",
    error_code: "",
  });
});

test("the file that video_path names is the provider's, byte for byte", () => {
  expect(readFileSync(story.step.outputs.video_path ?? "").equals(video)).toBe(true);
});

test("the summary tells title, provider, length and size, draws the time line, and leads to the artifact", () => {
  const summary = toReadableText(story.step.summary);
  expect(summary).toMatch(/^### 0\.0\.1$/m);
  expect(summary).toContain(`[▶ Watch the video](./4711/artifacts/${story.artifact?.id})`);
  for (const row of ["Provider | heygen", "Length | 4 s (expected about 30 s)", "Size | 43.6 kB"]) {
    expect(summary).toContain(`| ${row} |`);
  }
  expect(summary).toContain("- Video id: <code>v_1</code>");
  expect(summary).toMatch(/^```mermaid\n[\s\S]+ {2}section Provider\n {2}Queued .+\n[\s\S]+Upload .+\n```$/m);
});

test("no line of the log and nothing in the summary shows the key or a signed link", () => {
  expect(story.step.stdout).toContain("Submitted: session_id sess_1.");
  expect(linesWithSecrets(story.step)).toEqual([]);
});

test("the key is masked before anything else is said", () => {
  expect(story.step.stdout).toMatch(/^::add-mask::test-key\n/);
});

test("the key goes to the provider's API alone, in requests that hold to its contract", () => {
  const { fake } = story;
  expect(fake.leakedKeys).toEqual([]);
  expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
});

test("one video is paid for, under an idempotency key", () => {
  const { fake } = story;
  const creates = fake.requests.filter(({ method }) => method === "POST");
  expect(fake.billed).toBe(1);
  expect(creates).toMatchObject([
    { path: "/v3/video-agents", body: { prompt: "A 30-second tour of version 0.0.1" } },
  ]);
  expect(creates[0]?.headers["idempotency-key"]).toMatch(/^showreel-[0-9a-f]{64}-g1$/);
});
