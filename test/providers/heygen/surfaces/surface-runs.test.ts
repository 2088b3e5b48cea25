import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sampleVideo } from "../../../support/files/sample-video.ts";
import { createWorkspace } from "../../../support/files/workspace.ts";
import { failure } from "../../../support/heygen/fake-heygen/replies.ts";
import type { FakeRoute } from "../../../support/heygen/fake-heygen.ts";
import { prepareVideoRun, startFakeWithVideo } from "../../../support/pipeline/video-run.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";
import { createMemoryStore } from "../../../support/stores/memory-store.ts";

type Typed = Readonly<Record<string, string>>;

const scenes = [{ type: "video", source: { type: "url", url: "https://files.example/a.mp4" } }];
const options = (map: object) => ({ provider_options: JSON.stringify(map) });
const rows: readonly [name: string, submit: FakeRoute, typed: Typed, id: string][] = [
  ["a recording", "POST /v3/videos", { audio: "voice.mp3", avatar_id: "look_1" }, "v_1"],
  ["scenes", "POST /v3/videos", options({ scenes }), "v_1"],
  [
    "a template",
    "POST /v3/templates/{template_id}",
    { template_id: "template_1", ...options({ variables: {} }) },
    "v_1",
  ],
  [
    "an instant video",
    "POST /v3/models/videos",
    { prompt: "A tour", ...options({ model: "heygen-video-1" }) },
    "c_1",
  ],
  ["a composition", "POST /v3/hyperframes/renders", { composition: "site" }, "r_1"],
];

const place = () => ({
  workspace: createWorkspace({ "voice.mp3": "a voice", "site/index.html": "<html></html>" }),
  store: createMemoryStore(),
});

describe.each(rows)("%s", (_name, submit, typed, id) => {
  test("ends with the file, paid for once, and every request follows the contract", async () => {
    await using fake = await startFakeWithVideo();
    const { record, run } = await prepareVideoRun(fake, typed, place());
    await run();
    const { status, job, local } = record.current();
    expect([status, job?.ids.video_id, local?.path.endsWith(`${id}.mp4`)]).toEqual(["completed", id, true]);
    expect(readFileSync(local?.path ?? "").equals(sampleVideo)).toBe(true);
    const problems = fake.requests
      .filter(({ path }) => path.startsWith("/v3/"))
      .flatMap(({ problems }) => problems);
    expect([fake.billed, ...fake.leakedKeys, ...problems]).toEqual([1]);
  });

  test("is resumed by a later run", async () => {
    await using fake = await startFakeWithVideo();
    const shared = place();
    await (await prepareVideoRun(fake, { ...typed, wait: "false" }, shared)).run();
    const { record, run } = await prepareVideoRun(fake, typed, shared);
    await run();
    expect(record.current()).toMatchObject({ status: "completed", resumed: true });
    expect(fake.billed).toBe(1);
  });

  test("is paid for once if the response to the submit is lost", async () => {
    await using fake = await startFakeWithVideo();
    fake.on(submit, "lost");
    await (await prepareVideoRun(fake, typed, place())).run();
    expect(fake.billed).toBe(1);
  });

  test("waits for a free slot, and logs that it does", async () => {
    await using fake = await startFakeWithVideo();
    fake.on(submit, { ...failure(429, "rate_limit_exceeded", "Full."), headers: { "retry-after": "240" } });
    const { run, infos } = await prepareVideoRun(fake, typed, place());
    await run();
    expect(infos()).toContainEqual(expect.stringMatching(/HeyGen says: Full\. .*Trying again in 4 min/));
    expect(fake.billed).toBe(1);
  });

  test("does not wait for a slot beyond the timeout", async () => {
    await using fake = await startFakeWithVideo();
    fake.on(submit, { ...failure(429, "rate_limit_exceeded", "Full."), headers: { "retry-after": "1300" } });
    const { code, submitted } = await failureOf((await prepareVideoRun(fake, typed, place())).run);
    expect([code, submitted]).toEqual(["rate_limited", false]);
  });

  test("submits a new video after one that failed", async () => {
    const shared = place();
    await using broken = await startFakeWithVideo({ videoStatuses: ["failed"] });
    expect(await failureOf((await prepareVideoRun(broken, typed, shared)).run)).toMatchObject({
      code: "generation_failed",
    });
    await using fake = await startFakeWithVideo();
    await (await prepareVideoRun(fake, typed, shared)).run();
    expect([
      fake.billed,
      fake.requests.find(({ path }) => /videos|renders|templates/.test(path))?.headers,
    ]).toEqual([1, expect.objectContaining({ "idempotency-key": expect.stringMatching(/-g2$/) })]);
  });
});

test.each<Typed>([
  { script: "Welcome.", avatar_id: "look_1", ...options({ output_format: "webm" }) },
  { composition: "site", ...options({ format: "webm" }) },
])("a transparent video is downloaded as WebM: %j", async (typed) => {
  await using fake = await startFakeWithVideo({ video: readFileSync("test/fixtures/sample.webm") });
  const { record, run } = await prepareVideoRun(fake, typed, place());
  await run();
  expect(record.current().local?.path).toMatch(/\.webm$/);
});

test.each(["prompt", "composition"])(
  "nothing is uploaded again if a stored %s is resumed",
  async (source) => {
    await using fake = await startFakeWithVideo();
    const shared = place();
    const typed = source === "prompt" ? { prompt: "A tour", files: "voice.mp3" } : { composition: "site" };
    await (await prepareVideoRun(fake, { ...typed, wait: "false" }, shared)).run();
    const before = fake.requests.filter(({ path }) => path.startsWith("/v3/assets")).length;
    await (await prepareVideoRun(fake, typed, shared)).run();
    const after = fake.requests.filter(({ path }) => path.startsWith("/v3/assets")).length;
    expect([before > 0, after - before, fake.billed]).toEqual([true, 0, 1]);
  },
);
