import { describe, expect, test } from "vitest";
import { invalidInputError, type ShowreelError } from "../../src/base/errors.ts";
import { readInputs, withSourceLocation } from "../../src/inputs/read-inputs.ts";
import { actionSettings } from "../../src/inputs/schema/settings.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const schema = actionSettings(["heygen", "sandbox"]);

/** Reads the inputs of a step that sets `prompt_file` to a file with this content, and these other inputs. */
function read(content: string, typed: Record<string, string> = {}, name = "docs/intro.video.md") {
  const workspace = createWorkspace({ [name]: content });
  return readInputs(schema, { prompt_file: name, ...typed }, workspace);
}

const videoFile = `---
title: "Intro: {{ tag }}"
avatar_id: Wayne_20240716
aspect_ratio: 16:9
captions: true
files:
  - a.pdf
  - asset:ast_1
variables: {version: 1.10, name: Ada}
provider_options:
  fit: cover
---

Show the dashboard.
`;

describe("a video file", () => {
  test("sets settings in its front matter, and the prompt in its text", async () => {
    const { settings, file } = await read(videoFile);
    expect(settings).toMatchObject({
      title: "Intro: {{ tag }}",
      avatar_id: "Wayne_20240716",
      aspect_ratio: "16:9",
      captions: true,
      files: "a.pdf\nasset:ast_1",
      variables: { version: "1.10", name: "Ada" },
      provider_options: { fit: "cover" },
    });
    expect(file).toMatchObject({
      setting: "prompt_file",
      text: "\nShow the dashboard.\n",
      textStartLine: 13,
    });
  });

  test("is overridden by the inputs of the step", async () => {
    const { settings } = await read(videoFile, { title: "Another", captions: "" });
    expect(settings).toMatchObject({ title: "Another", captions: true });
  });

  test("overrides defaults that the runner fills in", async () => {
    const runnerDefaults = { provider: "heygen", captions: "false", provider_options: "{}" };
    const { settings } = await read("---\nprovider: sandbox\ncaptions: true\n---\nHello", runnerDefaults);
    expect(settings).toMatchObject({ provider: "sandbox", captions: true });
  });

  test.each([
    ["no front matter", "Show it.\n---\nAnd that.\n", "Show it.\n---\nAnd that.\n"],
    ["a `---` at the top that is never closed", "---\nShow it.\n", "---\nShow it.\n"],
    ["empty front matter", "---\n---\nShow it.\n", "Show it.\n"],
    ["front matter with only a comment", "---\n# nothing\n---\nShow it.\n", "Show it.\n"],
    ["CRLF line ends", "---\r\ntitle: A\r\n---\r\nShow it.\r\n", "Show it.\n"],
    ["a byte order mark", "\ufeff---\ntitle: A\n---\nShow it.\n", "Show it.\n"],
    ["front matter that ends with `...`", "---\ntitle: A\n...\nShow it.\n", "Show it.\n"],
    ["front matter only", "---\ntitle: A\n---", ""],
  ])("is read with %s", async (_, content, text) => {
    expect((await read(content)).file?.text).toBe(text);
  });

  test.each([
    ["title: 1.10", "1.10"],
    ["title: 2026-01-02", "2026-01-02"],
    ["title: true", "true"],
    ["title: 0x10", "0x10"],
    ["title: '1.10'", "1.10"],
    ["title: |\n  two\n  lines", "two\nlines\n"],
  ])("reads the YAML line %j as text", async (line, title) => {
    expect((await read(`---\n${line}\n---\nHello`)).settings.title).toBe(title);
  });
});

describe("an error in a video file", () => {
  test.each([
    [
      "an unknown field",
      "---\ntitle: A\navatr_id: x\n---\n",
      3,
      '"avatr_id" is not a setting that front matter can contain',
    ],
    ["a source in front matter", "---\nprompt: x\n---\n", 2, '"prompt" is not a setting'],
    [
      "a setting that would send the key to another host",
      "---\napi_base_url: https://x.example\n---\n",
      2,
      "api_base_url",
    ],
    [
      "an invalid value",
      "---\ntitle: A\n\norientation: square\n---\n",
      4,
      '`orientation` is "square": it must be',
    ],
    [
      "a placeholder without quotes",
      "---\ntitle: {{ tag }}\n---\n",
      2,
      "put a value that starts with a brace",
    ],
    [
      "maps that are nested too deeply",
      `---\ntitle: x\nprovider_options: ${"{a: ".repeat(2_000)}1${"}".repeat(2_000)}\n---\n`,
      3,
      "Maximum call stack size exceeded",
    ],
    ["a map in place of text", "---\norientation: {a: 1}\n---\n", 2, "`orientation` must be text"],
    ["a list in a list", "---\nfiles: [[a]]\n---\n", 2, "`files` must be text"],
    ["invalid YAML", "---\ntitle: A\nfiles: [a\n---\n", 3, "invalid YAML"],
    ["a duplicate key", "---\ntitle: A\ntitle: B\n---\n", 3, "invalid YAML"],
    ["a list in place of a map", "---\n- a\n---\n", 2, "must be a map"],
    ["an alias without an anchor", "---\ntitle: *a\n---\n", 2, "Unresolved alias"],
  ])("is reported with file and line: %s", async (_, content, line, expected) => {
    const { code, message, location } = await failureOf(() => read(`${content}Hello`));
    expect([code, location]).toEqual(["invalid_input", { file: "docs/intro.video.md", line }]);
    expect(message).toContain(expected);
    expect(message.startsWith(`docs/intro.video.md:${line}: `)).toBe(true);
  });

  test("suggests the setting that was probably meant", async () => {
    const { message, hint } = await failureOf(() => read("---\nvoice: x\navatarid: y\n---\n"));
    expect(`${message} ${hint}`).toContain("Available: provider, title, avatar_id");
    expect((await failureOf(() => read("---\navatarid: y\n---\n"))).message).toContain(
      'did you mean "avatar_id"?',
    );
  });

  test("has no location in the file when the value is an input of the step", async () => {
    const { message, location } = await failureOf(() =>
      read("---\ntitle: A\n---\n", { orientation: "square" }),
    );
    expect([message.startsWith("`orientation`"), location]).toEqual([true, undefined]);
  });

  test("is reported for aliases that expand exponentially", async () => {
    const levels = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [last, next] of ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi"].map((pair) => [...pair])) {
      levels.push(`${next}: &${next} [${Array(9).fill(`*${last}`).join(", ")}]`);
    }
    const bomb = levels.map((line) => `  ${line}`).join("\n");
    const { code, message } = await failureOf(() => read(`---\nprovider_options:\n${bomb}\n---\n`));
    expect([code, message.includes("docs/intro.video.md:2")]).toEqual(["invalid_input", true]);
  });
});

describe("withSourceLocation", () => {
  const locate = async (error: ShowreelError) => {
    const { file } = await read("---\ntitle: A\naspect_ratio: 1:1\n---\nHello");
    return withSourceLocation(error, file) as ShowreelError;
  };

  test("adds the line of the first of the error's settings that the file contains", async () => {
    const settings = ["orientation", "aspect_ratio"];
    const { message, location } = await locate(invalidInputError("They conflict.", { settings }));
    expect([message, location?.line]).toEqual(["docs/intro.video.md:3: They conflict.", 3]);
  });

  test("adds the first line of the text to an error of the prompt, which it calls `prompt_file`", async () => {
    const error = invalidInputError("`prompt` is too long.", { settings: ["prompt"], hint: "Shorten it." });
    const located = await locate(error);
    expect(located.message).toBe("docs/intro.video.md:5: `prompt_file` is too long.");
    expect(located).toMatchObject({ hint: "Shorten it.", submitted: false, settings: ["prompt"] });
  });

  test("ignores settings that only the message names", async () => {
    const error = invalidInputError("`prompt` and `title` are named here.", { settings: ["script"] });
    expect(await locate(error)).toBe(error);
  });
});
