import { describe, expect, test } from "vitest";
import { invalidInputError, type ShowreelError } from "../../src/base/errors.ts";
import { readInputs, withSourceLocation } from "../../src/inputs/read-inputs.ts";
import { actionSettings } from "../../src/inputs/schema/settings.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const schema = actionSettings(["heygen", "sandbox"]);

/** What is read when a step names this file, and what else it types. */
function read(content: string, typed: Record<string, string> = {}, name = "docs/intro.video.md") {
  const workspace = createWorkspace({ [name]: content });
  return readInputs(schema, { prompt_file: name, ...typed }, workspace);
}

const whole = `---
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
  test("is a whole video: its front matter holds settings, and its text what to make", async () => {
    const { settings, file } = await read(whole);
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

  test("gives way to the step's own inputs", async () => {
    const { settings } = await read(whole, { title: "Another", captions: "" });
    expect(settings).toMatchObject({ title: "Another", captions: true });
  });

  test("wins over a default that the runner has filled in", async () => {
    const filled = { provider: "heygen", captions: "false", provider_options: "{}" };
    const { settings } = await read("---\nprovider: sandbox\ncaptions: true\n---\nHello", filled);
    expect(settings).toMatchObject({ provider: "sandbox", captions: true });
  });

  test.each([
    ["no front matter", "Show it.\n---\nAnd that.\n", "Show it.\n---\nAnd that.\n"],
    ["a rule at its top and no second", "---\nShow it.\n", "---\nShow it.\n"],
    ["empty front matter", "---\n---\nShow it.\n", "Show it.\n"],
    ["a comment for front matter", "---\n# nothing\n---\nShow it.\n", "Show it.\n"],
    ["lines that end as on Windows", "---\r\ntitle: A\r\n---\r\nShow it.\r\n", "Show it.\n"],
    ["a byte order mark", "\ufeff---\ntitle: A\n---\nShow it.\n", "Show it.\n"],
    ["an end of dots", "---\ntitle: A\n...\nShow it.\n", "Show it.\n"],
    ["no text", "---\ntitle: A\n---", ""],
  ])("may have %s", async (_, content, text) => {
    expect((await read(content)).file?.text).toBe(text);
  });

  test.each([
    ["title: 1.10", "1.10"],
    ["title: 2026-01-02", "2026-01-02"],
    ["title: true", "true"],
    ["title: 0x10", "0x10"],
    ["title: '1.10'", "1.10"],
    ["title: |\n  two\n  lines", "two\nlines\n"],
  ])("means %j as it stands there", async (line, title) => {
    expect((await read(`---\n${line}\n---\nHello`)).settings.title).toBe(title);
  });
});

describe("a mistake in a video file", () => {
  test.each([
    [
      "an unknown field",
      "---\ntitle: A\navatr_id: x\n---\n",
      3,
      '"avatr_id" is not a setting that front matter can contain',
    ],
    ["a field that says what to make", "---\nprompt: x\n---\n", 2, '"prompt" is not a setting'],
    [
      "a field that would send the key elsewhere",
      "---\napi_base_url: https://x.example\n---\n",
      2,
      "api_base_url",
    ],
    [
      "a bad value",
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
      "maps in maps in maps",
      `---\ntitle: x\nprovider_options: ${"{a: ".repeat(2_000)}1${"}".repeat(2_000)}\n---\n`,
      3,
      "",
    ],
    ["a map for a text", "---\norientation: {a: 1}\n---\n", 2, "`orientation` must be text"],
    ["lists in a list", "---\nfiles: [[a]]\n---\n", 2, "`files` must be text"],
    ["broken YAML", "---\ntitle: A\nfiles: [a\n---\n", 3, "invalid YAML"],
    ["a name that stands twice", "---\ntitle: A\ntitle: B\n---\n", 3, "invalid YAML"],
    ["a list for front matter", "---\n- a\n---\n", 2, "must be a map"],
    ["an alias without an anchor", "---\ntitle: *a\n---\n", 2, "docs/intro.video.md:2"],
  ])("is told with file and line: %s", async (_, content, line, words) => {
    const { code, message, location } = await failureOf(() => read(`${content}Hello`));
    expect([code, location]).toEqual(["invalid_input", { file: "docs/intro.video.md", line }]);
    expect(message).toContain(words);
    expect(message.startsWith(`docs/intro.video.md:${line}: `)).toBe(true);
  });

  test("guesses the field that was meant", async () => {
    const { message, hint } = await failureOf(() => read("---\nvoice: x\navatarid: y\n---\n"));
    expect(`${message} ${hint}`).toContain("Available: provider, title, avatar_id");
    expect((await failureOf(() => read("---\navatarid: y\n---\n"))).message).toContain(
      'did you mean "avatar_id"?',
    );
  });

  test("is none of the file's when the step says it", async () => {
    const { message, location } = await failureOf(() =>
      read("---\ntitle: A\n---\n", { orientation: "square" }),
    );
    expect([message.startsWith("`orientation`"), location]).toEqual([true, undefined]);
  });

  test("that multiplies itself is refused", async () => {
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

  test("names the line of the first setting of the error that the file contains", async () => {
    const settings = ["orientation", "aspect_ratio"];
    const { message, location } = await locate(invalidInputError("They conflict.", { settings }));
    expect([message, location?.line]).toEqual(["docs/intro.video.md:3: They conflict.", 3]);
  });

  test("names the first line of the text for the prompt, under the name of the file's setting", async () => {
    const error = invalidInputError("`prompt` is too long.", { settings: ["prompt"], hint: "Shorten it." });
    const located = await locate(error);
    expect(located.message).toBe("docs/intro.video.md:5: `prompt_file` is too long.");
    expect(located).toMatchObject({ hint: "Shorten it.", submitted: false, settings: ["prompt"] });
  });

  test("reads no setting out of a message", async () => {
    const error = invalidInputError("`prompt` and `title` are named here.", { settings: ["script"] });
    expect(await locate(error)).toBe(error);
  });
});
