import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { runStep } from "../support/action/run-step.ts";
import { sha256 } from "../support/files/part-file.ts";
import { sampleVideo } from "../support/files/sample-video.ts";
import { createOutsideFile, specialFiles, unchangedState } from "../support/files/special-files.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { type FakeHeygen, startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { randomVideo } from "../support/network/faulty-host.ts";
import { startFakeResults } from "../support/stores/fake-results.ts";

const script = { script: "Welcome.", avatar_id: "look_1", title: "Reel", output_path: "out.mp4" };
const forged = randomVideo(sampleVideo.length, 2);
const startFake = () => startFakeHeygen({ video: sampleVideo, videoStatuses: ["completed"] });
const countDownloads = ({ requests }: FakeHeygen) =>
  requests.filter(({ path }) => path.startsWith("/files/")).length;

describe.concurrent("the provider's video is published, and not a file planted", () => {
  test("in the checkout as a complete .part with its note", async () => {
    await using fake = await startFake();
    await runStep(fake, script);
    const workspace = createTemporaryFolder();
    // Correct except for the seal: the host would confirm this part as complete and unchanged.
    const note = {
      name: "heygen/v_1",
      validator: `"${sha256(sampleVideo).slice(0, 32)}"`,
      total: sampleVideo.length,
      size: forged.length,
      sha256: sha256(forged),
      seal: sha256(Buffer.from("forged")),
    };
    writeFileSync(join(workspace, "out.mp4.part"), forged);
    writeFileSync(join(workspace, "out.mp4.part.json"), JSON.stringify(note));
    const step = await runStep(fake, { video_id: "v_1", output_path: "out.mp4" }, { workspace });
    expect(step).toMatchObject({ exitCode: 0, outputs: { sha256: sha256(sampleVideo) } });
    expect(readFileSync(join(workspace, "out.mp4")).equals(sampleVideo)).toBe(true);
    expect(countDownloads(fake)).toBe(2);
  });

  test("in the tool cache under its own checksum", async () => {
    await using fake = await startFake();
    const cache = join(createTemporaryFolder(), "tools");
    const env = { RUNNER_ENVIRONMENT: "self-hosted", RUNNER_TOOL_CACHE: cache };
    await runStep(fake, script, { env });
    const [cached = ""] = readdirSync(cache, { recursive: true }).filter((path) =>
      String(path).endsWith(".mp4"),
    );
    rmSync(join(cache, String(cached)));
    writeFileSync(join(cache, dirname(String(cached)), `${sha256(forged)}.mp4`), forged);
    const step = await runStep(fake, { video_id: "v_1", output_path: "out.mp4" }, { env });
    expect(step).toMatchObject({ exitCode: 0, outputs: { sha256: sha256(sampleVideo) } });
    expect(countDownloads(fake)).toBe(2);
  });
});

describe("with the Actions cache, a step makes its video and changes nothing outside even if the checkout contains", () => {
  test.each(specialFiles)("$title as .showreel/entry", async ({ create }) => {
    await using fake = await startFake();
    await using results = await startFakeResults();
    const parent = createTemporaryFolder();
    const [outside, workspace] = [createOutsideFile(parent), join(parent, "workspace")];
    mkdirSync(join(workspace, ".showreel"), { recursive: true });
    create(join(workspace, ".showreel", "entry"), outside.path);
    const step = await runStep(fake, script, { workspace, results });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(results.cacheEntries.length).toBeGreaterThan(1);
    expect(outside.state()).toEqual(unchangedState);
    expect(readdirSync(join(workspace, ".showreel"))).toEqual(["entry"]);
  });
});
