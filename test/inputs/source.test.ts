import { describe, expect, test } from "vitest";
import type { SupportedSources } from "../../src/inputs/source.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { createVideoRequest } from "../support/jobs/video-request.ts";
import { eventTitle, readJobInput } from "../support/pipeline/read-job-input.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const workspace = createWorkspace({ "voice.mp3": "a voice", "site/index.html": "<html></html>" });
const everything: SupportedSources = {
  kinds: ["prompt", "script", "audio", "template_id", "composition", "options"],
  standaloneOptions: ["scenes"],
  supportsRevision: true,
};

const read = (typed: Record<string, string>, sources = everything) =>
  readJobInput(typed, sources, { workspace, title: eventTitle("Release 2.0") });
const requestFrom = async (typed: Record<string, string>) => {
  const found = await read(typed);
  return "request" in found ? found.request : undefined;
};

describe("the source of a video can be", () => {
  test("an audio file in the workspace", async () => {
    expect(await requestFrom({ audio: "voice.mp3", avatar_id: "look_1" })).toMatchObject({
      kind: "audio",
      text: "",
      audio: { from: "disk", name: "voice.mp3" },
    });
  });

  test("a template", async () => {
    const options = { variables: { name: 1 } };
    const typed = { template_id: "template_1", provider_options: JSON.stringify(options) };
    expect(await requestFrom(typed)).toMatchObject({
      kind: "template_id",
      templateId: "template_1",
      options,
    });
  });

  test("a composition in a folder", async () => {
    expect(await requestFrom({ composition: "site" })).toMatchObject({
      kind: "composition",
      composition: { from: "disk", entries: ["index.html"] },
    });
  });

  test("scenes in the options alone", async () => {
    expect(await requestFrom({ provider_options: "scenes: []" })).toMatchObject({
      kind: "options",
      text: "",
    });
  });

  test("a prompt that revises the video of a session", async () => {
    expect(await requestFrom({ prompt: "Shorter, please", video_id: "sess_1" })).toMatchObject({
      kind: "prompt",
      text: "Shorter, please",
      revises: "sess_1",
    });
  });
});

test("files and messages are read one per line, in order", async () => {
  const typed = {
    prompt: "A tour",
    files: "\n  voice.mp3 \n\nhttps://files.example/a b.pdf\r\nasset:ast_1\n",
    messages: "  Blue.\n\n Yes, please. \n",
  };
  expect(await requestFrom(typed)).toMatchObject({
    files: [{ name: "voice.mp3" }, { url: "https://files.example/a b.pdf" }, { id: "ast_1" }],
    messages: ["Blue.", "Yes, please."],
  });
});

test("a prompt alone requests nothing else", async () => {
  expect(await requestFrom({ prompt: "A short welcome" })).toEqual(createVideoRequest());
});

describe("a request without exactly one source is rejected:", () => {
  const sources =
    "`prompt`, `prompt_file`, `script`, `script_file`, `template`, `audio`, `template_id`, `composition`, `video_id`";

  test.each([
    [["audio", "script"], "`script` and `audio` are set together"],
    [["template", "prompt"], "`prompt` and `template` are set together"],
    [["composition", "template_id"], "`template_id` and `composition` are set together"],
    [["script", "video_id"], "`script` and `video_id` are set together"],
    [[], "No source is set"],
  ])("%j", async (names, problem) => {
    const { message, submitted } = await failureOf(() =>
      read(Object.fromEntries(names.map((name) => [name, name === "template" ? "docs" : "v_1"]))),
    );
    expect(message).toBe(`${problem}: set exactly one of ${sources}.`);
    expect(submitted).toBe(false);
  });

  test("with options that need another source", async () => {
    expect((await failureOf(() => read({ provider_options: "fit: cover" }))).message).toMatch(
      /^No source is set/,
    );
  });
});

describe("a provider that does not support a source", () => {
  const few: SupportedSources = { kinds: ["prompt"] };

  test("is named with the sources that it supports", async () => {
    const { code, message } = await failureOf(() => read({ template_id: "template_1" }, few));
    expect([code, message]).toEqual([
      "invalid_input",
      "`template_id` is not supported by heygen. It supports `prompt`, `prompt_file`, `template`.",
    ]);
  });

  test("accepts no prompt together with a video id", async () => {
    const { message } = await failureOf(() => read({ prompt: "Shorter", video_id: "sess_1" }, few));
    expect(message).toMatch(/^`prompt` and `video_id` are set together/);
  });
});

test.each(["../v_1", "a/b", "é"])("the id of a session to revise can't be %j", async (id) => {
  const { message, submitted } = await failureOf(() => read({ prompt: "Shorter", video_id: id }));
  expect(message).toMatch(/^`video_id` is ".*": it must be 1 to 128 letters/);
  expect(submitted).toBe(false);
});
