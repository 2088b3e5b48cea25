import { describe, expect, test } from "vitest";
import { readSettings, sharedSettings } from "../../src/inputs/schema/settings.ts";
import { removeMarkedBlocks } from "../../src/platform/github/marker.ts";
import { toBlock, withBlock } from "../../src/publish/release/notes.ts";
import { settingsDigest, videoKey } from "../../src/publish/video-key.ts";
import { hostileTexts } from "../support/github-page/hostile-texts.ts";
import { completed } from "../support/pipeline/render-states.ts";

describe("a video key", () => {
  const keyOf = async (typed: Record<string, string>, step = "make") =>
    videoKey(
      { workflow: "CI", job: "video", step },
      await readSettings(sharedSettings(["heygen", "sandbox"]), typed),
    );

  test.each(Object.values(hostileTexts))("cannot end an HTML comment: %j", async (title) => {
    const key = await keyOf({ title: title || "x", prompt: "p" });
    expect(key).toMatch(/^[A-Za-z0-9%._~/]+$/);
    expect(removeMarkedBlocks(withBlock("Notes.", key, toBlock(key, completed)))).toBe("Notes.");
  });

  test.each([
    ["is cut in the middle of a character", `${"a".repeat(59)}🎬 x`],
    ["is long in another script", "版".repeat(80)],
  ])("is found again in release notes if a name %s", async (_, long) => {
    const key = videoKey(
      { workflow: long, job: long, step: long },
      await readSettings(sharedSettings(["heygen"]), { title: long, prompt: "p" }),
    );
    expect(removeMarkedBlocks(withBlock("Notes.", key, toBlock(key, completed)))).toBe("Notes.");
  });

  test("differs for every setting that makes another video", async () => {
    const inputs = [
      { prompt: "a" },
      { prompt: "b" },
      { script: "a" },
      { prompt: "a", title: "A" },
      { prompt: "a", title: "B" },
      { prompt: "a", title: "Что нового в версии 2 для администраторов" },
      { prompt: "a", title: "Что нового в версии 2 для разработчиков" },
      { prompt_file: "a.md" },
      { prompt: "a", voice_id: "v" },
      { prompt: "a", orientation: "portrait" },
      { prompt: "a", provider: "sandbox" },
      { prompt: "a", variables: "x: 1" },
      { prompt: "a", variables: "x: 2" },
      { prompt: "a", provider_options: "mode: chat" },
      { prompt: "a", release_tag: "v1" },
      { template: "release" },
      { template: "release", template_options: "language: German" },
      { template: "release", template_options: "language: French" },
      { audio: "a.mp3" },
      { template_id: "t" },
      { video_id: "v_1" },
      {},
    ];
    const keys = await Promise.all([
      ...inputs.map((input) => keyOf(input)),
      keyOf({ prompt: "a" }, "make_2"),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("stays the same when the text changes but not the title", async () => {
    expect(await keyOf({ prompt: "b", title: "A" })).toBe(await keyOf({ prompt: "a", title: "A" }));
  });
});

// Comments and release notes contain keys. If the key of the same settings changed, a run would publish a
// second comment and a second block.
describe("keys and digests are the same in every version", () => {
  const read = (typed: Record<string, string>) => readSettings(sharedSettings(["heygen", "sandbox"]), typed);
  const step = { workflow: "CI", job: "video", step: "make" };

  test.each([
    [{ title: "Tour", avatar_id: "a", variables: "x: 1" }, "CI/video/make/Tour/a0b55ff1daf6"],
    [{ prompt: "Hi", provider: "sandbox", release_tag: "v1" }, "CI/video/make/7745d8f3b373"],
  ])("the key of %j", async (typed, key) => {
    expect(videoKey(step, await read(typed))).toBe(key);
  });

  test("the digest of a script file", async () => {
    expect(settingsDigest(await read({ script_file: "a.md" }))).toBe("07360bad29ed");
  });
});
