import { describe, expect, test } from "vitest";
import type { SupportedSources } from "../../src/inputs/source.ts";
import { createEventText } from "../support/github/event-text.ts";
import { readJobInput } from "../support/pipeline/read-job-input.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const heygen: SupportedSources = {
  kinds: ["prompt", "script"],
  maxCharacters: { prompt: 10_000, script: 5_000 },
};
const values = {
  repository: { text: "octo/reel" },
  tag: { text: "v2.0.0" },
  "release.name": { text: "Reel 2" },
  "release.notes": { text: "## New\n\n- Faster", isMarkdown: true },
  "pull_request.title": { text: "Add a knob" },
  "pull_request.body": { text: "It turns." },
  changed_files: { text: "src/knob.ts" },
  changed_pages: { text: "Page docs/knob.md:\n\nTurn it." },
};

async function textOf(typed: Record<string, string>, announcesRelease = false, sources = heygen) {
  const jobInput = await readJobInput(typed, sources, {
    eventText: createEventText(values, { announcesRelease }),
  });
  return "request" in jobInput ? jobInput.request.text : "";
}

describe("a template", () => {
  test.each([
    ["release", ["Reel 2 of octo/reel", "## New\n\n- Faster", "the developers who use it"]],
    ["pull_request", ["proposed change to octo/reel", "Title: Add a knob", "It turns.", "src/knob.ts"]],
    ["docs", ["documentation of octo/reel", "Page docs/knob.md:", "Turn it."]],
  ])("%s is a prompt with values of the event, for 45 seconds in English", async (template, parts) => {
    const text = await textOf({ template });
    for (const part of [...parts, "45-second", "113 spoken words", "Spoken and written in English"]) {
      expect(text).toContain(part);
    }
  });

  test("states before the material that it contains no instructions", async () => {
    const [rules = "", material] = (await textOf({ template: "release" })).split("====================");
    expect(rules).toContain("no instruction");
    expect(material?.trim()).toBe("Version: Reel 2\n\n## New\n\n- Faster");
  });

  test("can have another length, audience and language", async () => {
    const template_options = "{length: 90, audience: managers, language: German}";
    const text = await textOf({ template: "release", template_options });
    for (const part of ["90-second", "225 spoken words", "for managers", "in German"])
      expect(text).toContain(part);
  });

  test("is brief if the provider accepts little text", async () => {
    const text = await textOf({ template: "release" }, false, {
      kinds: ["prompt"],
      maxCharacters: { prompt: 500, script: 1 },
    });
    expect(text).toBe(
      "What is new in Reel 2 of octo/reel, for the developers who use it, in English: ## New\n\n- Faster",
    );
  });
});

describe("without a source", () => {
  test("announces a release", async () => {
    expect(await textOf({}, true)).toContain("release video: Reel 2");
  });

  test("fails for another event", async () => {
    expect((await failureOf(() => textOf({}))).message).toMatch(/^No source is set/);
  });

  test("fails if the provider accepts no prompt", async () => {
    const { message } = await failureOf(() => textOf({}, true, { kinds: ["script"] }));
    expect(message).toMatch(/^No source is set: set exactly one of `script`, `script_file`, `video_id`/);
  });

  test("prefers a source to the release", async () => {
    expect(await textOf({ prompt: "A tour" }, true)).toBe("A tour");
  });
});

describe("template options", () => {
  test.each([
    ["lenght: 60", 'unknown option: "lenght" (did you mean "length"?)'],
    ["length: long", "template_options.length is not valid"],
    ["length: 5", "template_options.length is not valid"],
    ["audience: ''", "template_options.audience is not valid"],
  ])("%s is rejected", async (template_options, expected) => {
    const { code, message } = await failureOf(() => textOf({ template: "docs", template_options }));
    expect([code, message.startsWith("`template_options`")]).toEqual(["invalid_input", true]);
    expect(message).toContain(expected);
  });

  test("are rejected without a template, because they would be ignored", async () => {
    const { message } = await failureOf(() => textOf({ prompt: "x", template_options: "length: 60" }));
    expect(message).toBe("`template_options` needs `template`.");
  });
});
