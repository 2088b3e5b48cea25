import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, test } from "vitest";
import { sampleVideo } from "../support/files/sample-video.ts";
import { failure } from "../support/heygen/fake-heygen/replies.ts";
import {
  prepareVideoRun,
  promptInputs,
  runInSandbox,
  scriptInputs,
  startFakeWithVideo,
  type VideoRun,
} from "../support/pipeline/video-run.ts";
import { createMemoryStore } from "../support/stores/memory-store.ts";

describe("a run", () => {
  test("from a prompt ends with a complete video, and records each step", async () => {
    await using fake = await startFakeWithVideo();
    const { record, states, run } = await prepareVideoRun(fake, promptInputs);
    await run();
    const { status, resumed, job, remote, local } = record.current();
    expect([status, resumed]).toEqual(["completed", false]);
    expect(job?.ids).toEqual({ session_id: "sess_1", video_id: "v_1" });
    expect(remote?.url).toContain("/files/v_1.mp4?Signature=secret");
    expect(local).toMatchObject({ sizeBytes: sampleVideo.length, durationSeconds: 4 });
    expect(local?.path).toMatch(/[/\\]videos[/\\]Release-2\.0-v_1\.mp4$/);
    expect(readFileSync(local?.path ?? "").equals(sampleVideo)).toBe(true);
    expect([...new Set(states.map((state) => state.status))]).toEqual(["pending", "processing", "completed"]);
    expect(Object.keys(record.current().phases)).toEqual(["submit", "render", "download"]);
  });

  test("from a script pays for one video, and keeps HeyGen's contract in every request", async () => {
    await using fake = await startFakeWithVideo();
    const { record, run } = await prepareVideoRun(fake, scriptInputs);
    await run();
    expect(record.current().job?.ids).toEqual({ video_id: "v_1" });
    expect(fake.billed).toBe(1);
    expect(fake.requests.flatMap(({ problems }) => problems)).toEqual([]);
    expect(fake.leakedKeys).toEqual([]);
  });

  test("first asks for a new video after an interval, and for one that may exist at once", async () => {
    await using fake = await startFakeWithVideo({ videoStatuses: ["completed"] });
    const store = createMemoryStore();
    const first = await prepareVideoRun(fake, scriptInputs, { store });
    await first.run();
    const again = await prepareVideoRun(fake, scriptInputs, { store });
    await again.run();
    const phasesOf = ({ record }: VideoRun) => record.current().phases.render;
    expect(phasesOf(first)).toBeGreaterThan(10_000);
    expect([again.record.current().resumed, phasesOf(again)]).toEqual([true, 0]);
  });

  test("logs ids unredacted even if a signed link contains them", async () => {
    await using fake = await startFakeWithVideo();
    const { runtime, run } = await prepareVideoRun(fake, promptInputs);
    const link = `https://files.example/0123456789abcdef0123456789abcdef/sess_1-v_1.mp4?Signature=sess_1`;
    runtime.secrets.registerLinks({ link });
    const { info } = runtime.log;
    const shown: string[] = [];
    runtime.log.info = (message) => {
      shown.push(runtime.secrets.redact(message));
      info(message);
    };
    await run();
    expect(shown).toContain("Submitted: session_id sess_1.");
  });

  test("in the sandbox needs no key, no account and no network", async () => {
    const { status, local, subtitlesPath = "" } = await runInSandbox({ ...promptInputs, captions: "true" });
    expect(status).toBe("completed");
    expect(local?.durationSeconds).toBeGreaterThan(3);
    expect(readFileSync(subtitlesPath, "utf8")).toContain("-->");
  });

  test("in the sandbox ignores a base URL for another provider", async () => {
    const { status } = await runInSandbox({ ...promptInputs, api_base_url: "https://gateway.example" });
    expect(status).toBe("completed");
  });
});

describe("a downloaded video of 4 s", () => {
  const runWith = async (statedDuration: number) => {
    await using fake = await startFakeWithVideo({ statedDuration });
    const { runtime, record, run } = await prepareVideoRun(fake, promptInputs);
    await run();
    const warnings = runtime.lines.filter((line) => line.startsWith("warning: "));
    return { warnings, local: record.current().local };
  };

  test.each([
    [5.1, "5 s"],
    [30.5, "31 s"],
    [2.9, "3 s"],
    [300, "5 min"],
  ])("causes a warning if the provider states %s s", async (stated, text) => {
    const { warnings, local } = await runWith(stated);
    expect(warnings).toEqual([
      `warning: The downloaded video plays for 4 s, but the provider states ${text}. Check whether it is complete.`,
    ]);
    expect(local?.durationSeconds).toBe(4);
  });

  test.each([4, 4.9, 3.1, 0])("causes none if the provider states %s s", async (stated) => {
    expect((await runWith(stated)).warnings).toEqual([]);
  });
});

describe("the ids", () => {
  test("of the job are recorded before the first poll", async () => {
    await using fake = await startFakeWithVideo();
    const { states, run } = await prepareVideoRun(fake, promptInputs);
    await run();
    const first = states.find((state) => state.job !== undefined);
    expect(first).toMatchObject({
      status: "processing",
      requests: 1,
      job: { ids: { session_id: "sess_1" } },
    });
  });

  test("of the video are recorded before the next poll", async () => {
    await using fake = await startFakeWithVideo();
    const { states, run } = await prepareVideoRun(fake, promptInputs);
    await run();
    const first = states.find((state) => state.job?.ids.video_id !== undefined);
    expect(first?.requests).toBe(3);
  });

  test("and the link are recorded before the download", async () => {
    await using fake = await startFakeWithVideo();
    const { states, run } = await prepareVideoRun(fake, scriptInputs);
    await run();
    const first = states.findIndex((state) => state.remote !== undefined);
    expect(states[first]?.local).toBeUndefined();
    expect(fake.requests[states[first]?.requests ?? 0]?.path).toContain("/files/v_1.mp4");
  });

  test("are logged, and the link is not", async () => {
    await using fake = await startFakeWithVideo();
    const { runtime, infos, run } = await prepareVideoRun(fake, promptInputs);
    await run();
    expect(infos()).toContain("info: Submitted: session_id sess_1.");
    expect(infos().at(-1)).toMatch(/^info: Done: .+v_1\.mp4 \(4 s, 43\.6 kB\)\.$/);
    expect(runtime.lines.join("\n")).not.toMatch(/secret|test-key/);
  });
});

test("with `wait: false`, a video is submitted and not polled", async () => {
  await using fake = await startFakeWithVideo();
  const { record, run } = await prepareVideoRun(fake, { ...promptInputs, wait: "false" });
  await run();
  expect(record.current()).toMatchObject({ status: "processing", job: { ids: { session_id: "sess_1" } } });
  expect(fake.requests).toHaveLength(1);
});

describe("a resumed video", () => {
  test("costs nothing, and is marked as resumed", async () => {
    await using fake = await startFakeWithVideo();
    await (await prepareVideoRun(fake, { ...scriptInputs, wait: "false" })).run();
    const { record, infos, run } = await prepareVideoRun(fake, { video_id: "v_1" });
    await run();
    expect(record.current()).toMatchObject({ status: "completed", resumed: true });
    expect(fake.billed).toBe(1);
    expect(infos().join()).not.toContain("Submitted");
  });

  test("that is named by its session id is saved under its video id", async () => {
    await using fake = await startFakeWithVideo();
    await (await prepareVideoRun(fake, { ...promptInputs, wait: "false" })).run();
    const { record, run } = await prepareVideoRun(fake, { video_id: "sess_1" });
    await run();
    expect(record.current().job?.ids).toEqual({ session_id: "sess_1", video_id: "v_1" });
    expect(record.current().local?.path).toMatch(/-v_1\.mp4$/);
  });
});

test("a script is retried with the same key after a lost response, and paid for once", async () => {
  await using fake = await startFakeWithVideo();
  fake.on("POST /v3/videos", "lost", failure(409, "request_in_progress", "Wait."));
  const { record, run } = await prepareVideoRun(fake, scriptInputs);
  await run();
  const submits = fake.requests.filter(({ path }) => path === "/v3/videos");
  expect(new Set(submits.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
  expect([submits.length, fake.billed, record.current().status]).toEqual([3, 1, "completed"]);
});

test("an expired download link is requested again", async () => {
  await using fake = await startFakeWithVideo();
  fake.on("GET /files/{name}", { status: 403 });
  const { record, run } = await prepareVideoRun(fake, scriptInputs);
  await run();
  const links = fake.requests.flatMap(({ path }) => /Signature=(secret-\d)/.exec(path)?.[1] ?? []);
  expect([links, record.current().status]).toEqual([["secret-3", "secret-4"], "completed"]);
});

describe("captions", () => {
  test("are saved next to the video", async () => {
    await using fake = await startFakeWithVideo();
    const { record, run } = await prepareVideoRun(fake, { ...scriptInputs, captions: "true" });
    await run();
    const { local, subtitlesPath = "" } = record.current();
    expect(subtitlesPath).toBe(local?.path.replace(/mp4$/, "srt"));
    expect(existsSync(subtitlesPath)).toBe(true);
  });

  test("that are missing cause a warning, and the video is complete", async () => {
    await using fake = await startFakeWithVideo({
      videoStatuses: [{ status: "completed", subtitle_url: null }],
    });
    const { runtime, record, run } = await prepareVideoRun(fake, { ...scriptInputs, captions: "true" });
    await run();
    expect(record.current()).toMatchObject({ status: "completed", subtitlesPath: undefined });
    expect(runtime.lines.some((line) => line.startsWith("warning: The provider made no subtitle"))).toBe(
      true,
    );
  });

  test("that were not requested are not downloaded", async () => {
    await using fake = await startFakeWithVideo();
    const { record, run } = await prepareVideoRun(fake, scriptInputs);
    await run();
    expect(readdirSync(dirname(record.current().local?.path ?? ""))).toHaveLength(1);
  });
});
