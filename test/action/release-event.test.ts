import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readActionMetadata } from "../support/action/action-metadata.ts";
import { runAction } from "../support/action/run-action.ts";
import { inputsFor } from "../support/action/run-step.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { createReleaseEvent } from "../support/github/release-event.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets, toReadableText } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const video = sampleVideo;
const sha256 = createHash("sha256").update(video).digest("hex");

let published: Awaited<ReturnType<typeof publishRelease>>;

beforeAll(async () => {
  published = await publishRelease();
}, 30_000);

async function publishRelease() {
  await using fake = await startFakeHeygen({ video, videoStatuses: ["processing", "completed"] });
  await using results = await startFakeResults();
  const inputs = inputsFor(fake, { prompt: "A 30-second tour of version 0.0.1" });
  const step = await runAction({ inputs, event: createReleaseEvent(), results });
  const artifact = results.artifacts.find(({ name }) => name.endsWith(".mp4"));
  const artifactUrl = `https://github.com/octo/showreel-test/actions/runs/4711/artifacts/${artifact?.id}`;
  return { fake, results, step, artifact, artifactUrl };
}

test("a step on a published release succeeds, with the provider's file as a playable artifact", () => {
  const { step, artifact } = published;
  expect(step).toMatchObject({ exitCode: 0, annotations: [] });
  expect(artifact).toMatchObject({ name: "0.0.1-v_1.mp4", contentType: "video/mp4" });
  expect(artifact?.digest).toBe(`sha256:${sha256}`);
});

test("the provider's poster is saved next to the video and uploaded as an artifact", () => {
  const { step, results } = published;
  const posters = results.artifacts.filter(({ name }) => name === "0.0.1-v_1.poster.jpg");
  expect(posters).toMatchObject([{ contentType: "image/jpeg" }]);
  const file = readFileSync(join(step.workspace, "videos", "0.0.1-v_1.poster.jpg"));
  expect(posters[0]?.bytes.equals(file)).toBe(true);
});

test("every output that action.yml declares has the expected value", () => {
  const { step, fake, artifact, artifactUrl } = published;
  expect(Object.keys(step.outputs).sort()).toEqual(Object.keys(readActionMetadata().outputs).sort());
  expect(step.outputs).toEqual({
    status: "completed",
    video_id: "v_1",
    session_id: "sess_1",
    video_url: `${fake.url}/files/v_1.mp4?Signature=secret-2`,
    video_page_url: "https://app.heygen.com/video/v_1",
    thumbnail_url: `${fake.url}/files/v_1.jpg?Signature=secret-2`,
    duration_seconds: "4",
    width: "640",
    height: "360",
    codec: "H.264",
    has_audio: "true",
    video_path: join(step.workspace, "videos", "0.0.1-v_1.mp4"),
    rejected_path: "",
    captions_path: "",
    captions_vtt_path: "",
    preview_path: "",
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

test("the file at video_path is the provider's, byte for byte", () => {
  expect(readFileSync(published.step.outputs.video_path ?? "").equals(video)).toBe(true);
});

test("the summary has title, provider, length, size, a timeline, and a link to the artifact", () => {
  const summary = toReadableText(published.step.summary);
  expect(summary).toMatch(/^### 0\.0\.1$/m);
  expect(summary).toContain(`[▶ Watch the video](./4711/artifacts/${published.artifact?.id})`);
  for (const row of [
    "Provider | heygen",
    "Length | 4 s (expected about 30 s)",
    "Format | 640 × 360, H.264, with audio",
    "Size | 43.6 kB",
  ]) {
    expect(summary).toContain(`| ${row} |`);
  }
  expect(summary).toContain("- Video id: <code>v_1</code>");
  expect(summary).toMatch(/^```mermaid\n[\s\S]+ {2}section Provider\n {2}Queued .+\n {2}Rendering .+\n```$/m);
});

test("neither the log nor the summary contains the key or a signed link", () => {
  expect(published.step.stdout).toContain("Submitted: session_id sess_1.");
  expect(linesWithSecrets(published.step)).toEqual([]);
});

test("the key is masked before anything else is printed", () => {
  expect(published.step.stdout).toMatch(/^::add-mask::test-key\n/);
});

test("the key is sent only to the provider's API, in requests that match its schema", () => {
  const { fake } = published;
  expect(fake.leakedKeys).toEqual([]);
  expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
});

test("one video is paid for, under an idempotency key", () => {
  const { fake } = published;
  const creates = fake.requests.filter(({ method }) => method === "POST");
  expect(fake.billed).toBe(1);
  expect(creates).toMatchObject([
    { path: "/v3/video-agents", body: { prompt: "A 30-second tour of version 0.0.1" } },
  ]);
  expect(creates[0]?.headers["idempotency-key"]).toMatch(/^showreel-[0-9a-f]{64}-g1$/);
});
