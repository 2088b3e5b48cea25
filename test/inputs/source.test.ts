import { describe, expect, test } from "vitest";
import type { SupportedSources } from "../../src/inputs/source.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { createVideoRequest } from "../support/jobs/video-request.ts";
import { readJobInput } from "../support/pipeline/read-job-input.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const workspace = createWorkspace({ "voice.mp3": "a voice", "site/index.html": "<html></html>" });
const everything: SupportedSources = {
  kinds: ["prompt", "script", "audio", "template_id", "composition", "options"],
  standaloneOptions: ["scenes"],
  supportsRevision: true,
};

const read = (typed: Record<string, string>, sources = everything) =>
  readJobInput(typed, sources, { workspace, title: "Release 2.0" });
const wanted = async (typed: Record<string, string>) => {
  const found = await read(typed);
  return "request" in found ? found.request : undefined;
};

describe("what to make may be", () => {
  test("a recording in the workspace", async () => {
    expect(await wanted({ audio: "voice.mp3", avatar_id: "look_1" })).toMatchObject({
      kind: "audio",
      text: "",
      audio: { from: "disk", name: "voice.mp3" },
    });
  });

  test("a template", async () => {
    const options = { variables: { name: 1 } };
    const typed = { template_id: "template_1", provider_options: JSON.stringify(options) };
    expect(await wanted(typed)).toMatchObject({ kind: "template_id", templateId: "template_1", options });
  });

  test("a composition in a folder", async () => {
    expect(await wanted({ composition: "site" })).toMatchObject({
      kind: "composition",
      composition: { from: "disk", entries: ["index.html"] },
    });
  });

  test("scenes in the options alone", async () => {
    expect(await wanted({ provider_options: "scenes: []" })).toMatchObject({ kind: "options", text: "" });
  });

  test("a change to the video of a session", async () => {
    expect(await wanted({ prompt: "Shorter, please", video_id: "sess_1" })).toMatchObject({
      kind: "prompt",
      text: "Shorter, please",
      revises: "sess_1",
    });
  });
});

test("files and messages come one a line, in their order", async () => {
  const typed = {
    prompt: "A tour",
    files: "\n  voice.mp3 \n\nhttps://files.example/a b.pdf\r\nasset:ast_1\n",
    messages: "  Blue.\n\n Yes, please. \n",
  };
  expect(await wanted(typed)).toMatchObject({
    files: [{ name: "voice.mp3" }, { url: "https://files.example/a b.pdf" }, { id: "ast_1" }],
    messages: ["Blue.", "Yes, please."],
  });
});

test("nothing given beside the prompt is nothing asked for", async () => {
  expect(await wanted({ prompt: "A short welcome" })).toEqual(createVideoRequest());
});

describe("what to make is not said by", () => {
  const names =
    "`prompt`, `prompt_file`, `script`, `script_file`, `template`, `audio`, `template_id`, `composition`, `video_id`";

  test.each([
    [["audio", "script"], "`script` and `audio` are set together"],
    [["template", "prompt"], "`prompt` and `template` are set together"],
    [["composition", "template_id"], "`template_id` and `composition` are set together"],
    [["script", "video_id"], "`script` and `video_id` are set together"],
    [[], "No source is set"],
  ])("%j", async (given, words) => {
    const { message } = await failureOf(() =>
      read(Object.fromEntries(given.map((name) => [name, name === "template" ? "docs" : "v_1"]))),
    );
    expect(message).toBe(`${words}: set exactly one of ${names}.`);
  });

  test("options that another source would need", async () => {
    expect((await failureOf(() => read({ provider_options: "fit: cover" }))).message).toMatch(
      /^No source is set/,
    );
  });
});

describe("a provider that has no such source", () => {
  const few: SupportedSources = { kinds: ["prompt"] };

  test("says which ones it has", async () => {
    const { code, message } = await failureOf(() => read({ template_id: "template_1" }, few));
    expect([code, message]).toEqual([
      "invalid_input",
      "`template_id` is not supported by heygen. It supports `prompt`, `prompt_file`, `template`.",
    ]);
  });

  test("takes no change to a video", async () => {
    const { message } = await failureOf(() => read({ prompt: "Shorter", video_id: "sess_1" }, few));
    expect(message).toMatch(/^`prompt` and `video_id` are set together/);
  });
});

test.each(["../v_1", "a/b", "é"])("the session to change may not be %j", async (id) => {
  const { message } = await failureOf(() => read({ prompt: "Shorter", video_id: id }));
  expect(message).toMatch(/^`video_id` is ".*": it must be 1 to 128 letters/);
});
