import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runAction } from "../support/action/run-action.ts";
import { rejectedStep, runRejectedStep } from "../support/action/run-rejected-step.ts";
import { inputsFor, runStep } from "../support/action/run-step.ts";
import { readFixture } from "../support/files/byte-source.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const webm = readFixture("sample.webm");
const mp4 = readFixture("fragmented.mp4");
const script = { script: "Welcome.", avatar_id: "look_1", title: "Reel" };
const asWebm = { ...script, provider_options: "output_format: webm" };
const startFake = (video = webm) => startFakeHeygen({ video, videoStatuses: ["completed"] });

describe.concurrent("a video that is requested as WebM", () => {
  test("is downloaded, checked and named as WebM", async () => {
    await using fake = await startFake();
    const step = await runStep(fake, asWebm);
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(fake.requests[0]).toMatchObject({ body: { output_format: "webm" }, problems: [] });
    expect(step.outputs).toMatchObject({
      status: "completed",
      video_path: join(step.workspace, "videos", "Reel-v_1.webm"),
      size_bytes: String(webm.length),
      duration_seconds: "2.008",
    });
    expect(readFileSync(step.outputs.video_path ?? "").equals(webm)).toBe(true);
  });

  test("is uploaded with the content type of WebM, so that browsers play it", async () => {
    await using fake = await startFake();
    await using results = await startFakeResults();
    const step = await runAction({ inputs: inputsFor(fake, { ...asWebm, upload_extras: "false" }), results });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(results.artifacts).toMatchObject([{ name: "Reel-v_1.webm", contentType: "video/webm" }]);
    expect(results.artifacts[0]?.bytes.equals(webm)).toBe(true);
  });

  test("is saved to an `output_path` that ends in .webm, next to its subtitles", async () => {
    await using fake = await startFake();
    const step = await runStep(fake, { ...asWebm, output_path: "out/reel.webm", captions: "true" });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(step.outputs.video_path).toBe(join(step.workspace, "out", "reel.webm"));
    expect(step.outputs.captions_path).toBe(join(step.workspace, "out", "reel.srt"));
  });

  test("is rejected when the download is an MP4", async () => {
    await using fake = await startFake(mp4);
    fake.on("GET /files/{name}", { status: 200, body: mp4 }, { status: 451 });
    const step = await runStep(fake, asWebm);
    expect(step).toMatchObject({ exitCode: 1, outputs: { error_code: "download_failed", video_path: "" } });
    expect(step.stdout).toContain("The downloaded file is not a playable video: it is an MP4, not a WebM.");
    expect(existsSync(join(step.workspace, "videos", "Reel-v_1.webm"))).toBe(false);
  });
});

describe.concurrent("before anything is sent, a step rejects", () => {
  test.each([
    ["an .mp4 path for a WebM", { ...asWebm, output_path: "out/reel.mp4" }, "`.webm`"],
    ["a .webm path for an MP4", { ...script, output_path: "out/reel.webm" }, "`.mp4`"],
  ])("%s", async (_title, inputs, extension) => {
    const { message, ...facts } = await runRejectedStep(inputs);
    expect(facts).toEqual(rejectedStep);
    expect(message).toContain(`\`output_path\` is "${inputs.output_path}": it must end in ${extension}.`);
    expect(message).toContain("Nothing was submitted.");
  });
});

describe.concurrent("a video that is resumed by its id", () => {
  test("is named as WebM when its link ends in .webm", async () => {
    await using fake = await startFake();
    await runStep(fake, asWebm);
    const step = await runStep(fake, { video_id: "v_1", title: "Reel" });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(step.outputs.video_path).toBe(join(step.workspace, "videos", "Reel-v_1.webm"));
    expect(fake.billed).toBe(1);
  });

  test("can be saved to an `output_path` of either format", async () => {
    await using fake = await startFake();
    await runStep(fake, asWebm);
    const step = await runStep(fake, { video_id: "v_1", output_path: "reel.webm" });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    await using other = await startFake(mp4);
    await runStep(other, script);
    const second = await runStep(other, { video_id: "v_1", output_path: "reel.mp4" });
    expect(second).toMatchObject({ exitCode: 0, outputs: { duration_seconds: "2.2" } });
  });
});
