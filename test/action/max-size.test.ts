import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { rejectedStep, runRejectedStep } from "../support/action/run-rejected-step.ts";
import { runStep } from "../support/action/run-step.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { linesWithSecrets } from "../support/leaks/visible-output.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const script = { script: "Welcome.", avatar_id: "look_1" };
const startFake = () => startFakeHeygen({ video: sampleVideo, videoStatuses: ["completed"] });
const countDownloads = ({ requests }: { readonly requests: readonly { readonly path: string }[] }) =>
  requests.filter(({ path }) => path.startsWith("/files/")).length;

describe.concurrent("a video that is larger than `max_size_mb`", () => {
  test("is rejected without a retry, with how to resume it", async () => {
    await using fake = await startFake();
    const step = await runStep(fake, { ...script, max_size_mb: "0.01" });
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "download_failed", video_path: "" } });
    expect(step.annotations).toMatchObject([{ level: "error", title: "Showreel: download_failed" }]);
    const message = step.annotations[0]?.message;
    expect(message).toContain("The file is larger than `max_size_mb` allows.");
    expect(message).toContain("It has at least 43.6 kB. Set a higher `max_size_mb`");
    expect(message).toContain("The video is paid for.");
    expect(message).toContain('`video_id` set to "v_1"');
    expect([countDownloads(fake), linesWithSecrets(step)]).toEqual([1, []]);
  });

  test("is downloaded by the next attempt with a higher limit, without paying again", async () => {
    await using fake = await startFake();
    await using results = await startFakeResults();
    const first = await runStep(fake, { ...script, max_size_mb: "0.01" }, { results });
    expect(first.outputs).toMatchObject({ error_code: "download_failed", video_id: "v_1" });
    const env = { GITHUB_RUN_ATTEMPT: "2" };
    const second = await runStep(fake, { ...script, max_size_mb: "0.1" }, { results, env });
    expect(second).toMatchObject({ exitCode: 0, annotations: [] });
    expect(second.outputs).toMatchObject({ status: "completed", resumed: "true", video_id: "v_1" });
    expect(readFileSync(second.outputs.video_path ?? "").equals(sampleVideo)).toBe(true);
    expect(fake.billed).toBe(1);
  });
});

test("a video that is exactly as large as `max_size_mb` is accepted", async () => {
  await using fake = await startFake();
  const step = await runStep(fake, { ...script, max_size_mb: String(sampleVideo.length / 1_024 ** 2) });
  expect(step).toMatchObject({ exitCode: 0, outputs: { size_bytes: String(sampleVideo.length) } });
});

test.each(["0", "-1", "1e9", "10 GB", "lots"])(
  "a `max_size_mb` of %s is rejected before anything is sent",
  async (typed) => {
    const { message, ...facts } = await runRejectedStep({ ...script, max_size_mb: typed });
    expect(facts).toEqual(rejectedStep);
    expect(message).toContain("`max_size_mb`");
    expect(message).toContain("a number of MiB above 0 and at most 1048576, such as `10240`");
  },
);
