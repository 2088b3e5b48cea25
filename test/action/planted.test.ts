import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type FakeHeygen, startFakeHeygen } from "../support/fake-heygen.ts";
import { startFakeResults } from "../support/fake-results.ts";
import { randomVideo } from "../support/faulty-host.ts";
import { sha256 } from "../support/part.ts";
import { makeOutside, plants, untouched } from "../support/plants.ts";
import { runStep } from "../support/step.ts";
import { video } from "../support/tell-story.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const script = { script: "Welcome.", avatar_id: "look_1", title: "Reel", output_path: "out.mp4" };
const forged = randomVideo(50_000, 2);
const startFake = () => startFakeHeygen({ video, videoStatuses: ["completed"] });
const fetched = ({ requests }: FakeHeygen) =>
  requests.filter(({ path }) => path.startsWith("/files/")).length;

describe.concurrent("what the provider has made is published, and not what lies", () => {
  test("in the checkout as a whole .part with its note", async () => {
    await using fake = await startFake();
    await runStep(fake, script);
    const workspace = createTemporaryFolder();
    const note = { name: "heygen/v_1", validator: '"x"', total: forged.length };
    writeFileSync(join(workspace, "out.mp4.part"), forged);
    writeFileSync(join(workspace, "out.mp4.part.json"), JSON.stringify(note));
    const step = await runStep(fake, { video_id: "v_1", output_path: "out.mp4" }, { workspace });
    expect(step).toMatchObject({ exitCode: 0, outputs: { sha256: sha256(video) } });
    expect(readFileSync(join(workspace, "out.mp4")).equals(video)).toBe(true);
    expect(fetched(fake)).toBe(2);
  });

  test("in the tool cache under its own checksum", async () => {
    await using fake = await startFake();
    const cache = join(createTemporaryFolder(), "tools");
    const env = { RUNNER_ENVIRONMENT: "self-hosted", RUNNER_TOOL_CACHE: cache };
    await runStep(fake, script, { env });
    const [kept = ""] = readdirSync(cache, { recursive: true }).filter((path) =>
      String(path).endsWith(".mp4"),
    );
    rmSync(join(cache, String(kept)));
    writeFileSync(join(cache, dirname(String(kept)), `${sha256(forged)}.mp4`), forged);
    const step = await runStep(fake, { video_id: "v_1", output_path: "out.mp4" }, { env });
    expect(step).toMatchObject({ exitCode: 0, outputs: { sha256: sha256(video) } });
    expect(fetched(fake)).toBe(2);
  });
});

describe("with the Actions cache, a step makes its video and touches nothing elsewhere although the checkout holds", () => {
  test.each(plants)("$title as .showreel/entry", async ({ lay }) => {
    await using fake = await startFake();
    await using results = await startFakeResults();
    const parent = createTemporaryFolder();
    const [outside, workspace] = [makeOutside(parent), join(parent, "workspace")];
    mkdirSync(join(workspace, ".showreel"), { recursive: true });
    lay(join(workspace, ".showreel", "entry"), outside.path);
    const step = await runStep(fake, script, { workspace, results });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { status: "completed" } });
    expect(results.cacheEntries.length).toBeGreaterThan(1);
    expect(outside.state()).toEqual(untouched);
    expect(readdirSync(join(workspace, ".showreel"))).toEqual(["entry"]);
  });
});
