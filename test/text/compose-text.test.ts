import { describe, expect, test } from "vitest";
import type { SupportedSources } from "../../src/inputs/source.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { createEventText } from "../support/github/event-text.ts";
import { readJobInput } from "../support/pipeline/read-job-input.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const sources: SupportedSources = {
  kinds: ["prompt", "script"],
  maxCharacters: { prompt: 600, script: 300 },
};

async function build(typed: Record<string, string>, eventText = createEventText({}), files = {}) {
  const jobInput = await readJobInput(typed, sources, { workspace: createWorkspace(files), eventText });
  if (!("request" in jobInput)) throw new Error("No new video is requested.");
  return jobInput;
}

describe("placeholders are filled", () => {
  test("from the event, which is read only for values that the text names", async () => {
    const eventText = createEventText({ tag: { text: "v1" }, repository: { text: "octo/reel" } });
    const { request } = await build(
      { prompt: "A tour of {{ tag }}, {{ tag }} in {{ repository }}" },
      eventText,
    );
    expect(request.text).toBe("A tour of v1, v1 in octo/reel");
    expect(eventText.reads).toEqual(["tag", "repository"]);
  });

  test("from the user's variables, in prompt and title", async () => {
    const typed = {
      prompt: "For {{ who }}",
      title: "Hello {{ who }} {{ v }}",
      variables: "who: Ada\nv: 1.10",
    };
    const { request } = await build(typed);
    expect([request.text, request.title]).toEqual(["For Ada", "Hello Ada 1.10"]);
  });

  test("once: braces in a value are kept", async () => {
    const eventText = createEventText({ "pull_request.title": { text: "Add {{ tag }} and {{ who }}" } });
    const typed = {
      prompt: "{{ pull_request.title }} {{ who }}",
      variables: "who: '{{ pull_request.title }}'",
    };
    expect((await build(typed, eventText)).request.text).toBe(
      "Add {{ tag }} and {{ who }} {{ pull_request.title }}",
    );
  });

  test("in a file, after its front matter", async () => {
    const files = {
      "a.md": "---\ntitle: On {{ tag }}\nvariables: {who: Ada}\n---\nShow {{ tag }} to {{ who }}.\n",
    };
    const { request } = await build({ prompt_file: "a.md" }, createEventText({ tag: { text: "v1" } }), files);
    expect([request.kind, request.text, request.title]).toEqual(["prompt", "Show v1 to Ada.", "On v1"]);
  });

  test("in a file, whose line an error names, counting the front matter", async () => {
    const files = { "a.md": "---\ntitle: News\n---\nHello.\n{{ tga }}\n" };
    const failing = build({ prompt_file: "a.md" }, createEventText({}), files);
    await expect(failing).rejects.toMatchObject({
      location: { file: "a.md", line: 5 },
      message: "a.md:5: `prompt_file` uses the unknown placeholder {{ tga }}. Did you mean {{ tag }}?",
    });
  });

  test("without invisible characters", async () => {
    const title = "A\u202ebc\u0000\u001b[31mred\u200b";
    const eventText = createEventText({ "pull_request.title": { text: title } });
    const { request } = await build({ prompt: "{{ pull_request.title }}" }, eventText);
    expect(request.text).toBe("Abcred");
  });

  test("in a title on one line, shortened", async () => {
    const eventText = createEventText({ "release.name": { text: `Two\nlines ${"and more ".repeat(100)}` } });
    const { request } = await build({ prompt: "x", title: "{{ release.name }}" }, eventText);
    expect(request.title).toMatch(/^Two lines and more/);
    expect(request.title.length).toBeLessThanOrEqual(200);
  });
});

describe("Markdown from the event", () => {
  const eventText = createEventText({
    "release.notes": { text: "## New\n\n- **Fast** (#12)", isMarkdown: true },
  });

  test("is kept in a prompt", async () => {
    const { request } = await build({ prompt: "{{ release.notes }}" }, eventText);
    expect(request.text).toBe("## New\n\n- **Fast** (#12)");
  });

  test("is converted to speech in a script", async () => {
    const { request } = await build({ script: "Hello. {{ release.notes }}" }, eventText);
    expect(request.text).toMatch(/^Hello\. New\.\s+Fast\.$/);
  });

  test("is converted with a Markdown script file, which keeps its placeholders", async () => {
    const files = {
      "a.md": "# Hello\n\nThis is `{{ tag }}`, **really**:\n\n{{ release.notes }}\n\n\\{{ tag }}",
    };
    const both = createEventText({
      tag: { text: "v1" },
      "release.notes": { text: "- **Fast**", isMarkdown: true },
    });
    const { request } = await build({ script_file: "a.md" }, both, files);
    expect(request.text.replace(/\s+/g, " ")).toBe("Hello. This is v1, really: Fast. {{ tag }}");
  });

  test("has no placeholders, but expressions of templates, which are not spoken", async () => {
    const pages = createEventText({
      "release.notes": { text: "{{< note >}}\nSail {{ tag }} on.\n{{< /note >}}", isMarkdown: true },
    });
    const { request } = await build({ script: "{{ release.notes }}" }, pages);
    expect(request.text).toBe("Note: Sail on.");
  });

  test.each([
    ["a.mdx", "import A from './a'\n\n<Tip>\nSail {{ tag }}.\n</Tip>", "Tip: Sail v1."],
    ["a.md", "{{< note >}}\nSail {{ tag }}.\n{{< /note >}}\n\n{{#include a.rs}}", "Note: Sail v1."],
    ["a.rst", "Boats\n=====\n\n.. note:: Sail {{ tag }}.", "Boats.\n\nNote: Sail v1."],
    ["a.adoc", "= Boats\n:toc:\n\nNOTE: Sail {{ tag }}.", "Boats.\n\nNote: Sail v1."],
    [
      "a.ipynb",
      '{"cells":[{"cell_type":"markdown","source":["# Sail\\n","Go {{ tag }}."]}]}',
      "Sail.\n\nGo v1.",
    ],
    ["a.txt", "Sail {{ tag }} *now*", "Sail v1 *now*"],
  ])("is converted with a script file of another format: %s", async (path, text, spoken) => {
    const event = createEventText({ tag: { text: "v1" } });
    const { request } = await build({ script_file: path }, event, { [path]: text });
    expect(request.text).toBe(spoken);
  });

  test("stays within the limit with the full stops that are added after placeholders", async () => {
    const notes = Array.from({ length: 20 }, (_, index) => `Part ${index} ${"a".repeat(index)}.`).join(
      "\n\n",
    );
    const event = createEventText({
      tag: { text: "v1" },
      "release.notes": { text: notes, isMarkdown: true },
    });
    const files = { "a.md": "# News {{ tag }}\n\n{{ release.notes }}\n\n## End {{ tag }}\n\nBye." };
    const context = { workspace: createWorkspace(files), eventText: event };
    for (let script = 60; script < 160; script += 1) {
      const found = await readJobInput(
        { script_file: "a.md" },
        { kinds: ["script"], maxCharacters: { script } },
        context,
      );
      const text = "request" in found ? found.request.text : "";
      expect(text).toMatch(/^News v1\.[\s\S]*End v1\.\s+Bye\.$/);
      expect(text.length).toBeLessThanOrEqual(script);
    }
  });

  test("does not change a script file of another type", async () => {
    const { request } = await build({ script_file: "a.txt" }, eventText, { "a.txt": "# Hello *you*" });
    expect(request.text).toBe("# Hello *you*");
  });
});

describe("a value that the event does not have", () => {
  test("is an error", async () => {
    const failure = await failureOf(() => build({ prompt: "{{ pull_request.title }}" }));
    expect(failure.code).toBe("invalid_input");
    expect(failure.message).toBe(
      "{{ pull_request.title }} in `prompt` is not available for the `push` event.",
    );
  });

  test("is an error if it is empty for a reason, so that nothing is paid for a video about nothing", async () => {
    const commits = { text: "", emptyReason: "there is no commit since v2." };
    const { code, message, hint, submitted } = await failureOf(() =>
      build({ prompt: "What is new: {{ commits }}" }, createEventText({ commits })),
    );
    expect([code, submitted]).toEqual(["invalid_input", false]);
    expect(message).toBe("{{ commits }} in `prompt` is empty: there is no commit since v2.");
    expect(hint).toContain("set `release_tag` to `latest`");
  });

  test("has a hint about `release_tag` if that helps", async () => {
    const { hint } = await failureOf(() => build({ script: "{{ release.notes }}" }));
    expect(hint).toContain("`release_tag`");
  });

  test("is an error if no text is left without it", async () => {
    const eventText = createEventText({ "pull_request.body": { text: "" } });
    const { message } = await failureOf(() => build({ prompt: " {{ pull_request.body }} " }, eventText));
    expect(message).toBe("`prompt` contains no text to make a video from.");
  });
});

describe.each(["prompt", "script"])("a `%s` without a letter or digit", (setting) => {
  test.each(["-", "…", "?!", "🎉", "- [ ]", "--\n***"])("is rejected: %j", async (typed) => {
    const { code, message, submitted } = await failureOf(() => build({ [setting]: typed }));
    expect(message).toBe(
      `\`${setting}\` comes to "${typed.replace("\n", " ")}", which has no letter or digit.`,
    );
    expect([code, submitted]).toEqual(["invalid_input", false]);
  });

  test("is rejected in a file", async () => {
    const { message } = await failureOf(() =>
      build({ [`${setting}_file`]: "a.txt" }, undefined, { "a.txt": "--\n" }),
    );
    expect(message).toBe(`\`${setting}_file\` comes to "--", which has no letter or digit.`);
  });

  test.each(["2", "東京", "Ж", "１"])("is accepted with one: %j", async (typed) => {
    const { request } = await build({ [setting]: typed });
    expect(request.text).toBe(typed);
  });
});

test("rejects a variable with a built-in name", async () => {
  const { message } = await failureOf(() => build({ prompt: "x", variables: "tag: v1" }));
  expect(message).toBe("`variables` defines tag, which is a built-in placeholder.");
});

describe("a text that is too long", () => {
  const long = `${"A sentence of the notes, of which there are many. ".repeat(10).trim()}\n\n`.repeat(10);
  const eventText = createEventText({
    "release.notes": { text: long, isMarkdown: true },
    tag: { text: "v1" },
  });

  test("shortens values of the event at the end of a sentence, and warns by how much", async () => {
    const typed = { prompt: "Tell about {{ tag }}: {{ release.notes }} Thank you." };
    const { request, shorteningWarning } = await build(typed, eventText);
    expect(request.text.length).toBeLessThanOrEqual(600);
    expect(request.text.length).toBeGreaterThan(300);
    expect(request.text).toMatch(/^Tell about v1: A sentence .+ many\. Thank you\.$/s);
    expect(shorteningWarning).toMatch(
      /^Shortened \{\{ release\.notes \}\} by [\d,]+ of 5,\d+ characters, to the limit of heygen\.$/,
    );
  });

  test("keeps the user's own text, which the provider may reject", async () => {
    const own = "My own words. ".repeat(50);
    const { request, shorteningWarning } = await build({ prompt: `${own}{{ release.notes }}` }, eventText);
    expect(request.text).toBe(own);
    expect(shorteningWarning).toBeUndefined();
  });

  test("has no warning if everything fits", async () => {
    expect((await build({ prompt: "{{ tag }}" }, eventText)).shorteningWarning).toBeUndefined();
  });

  test("shares the limit between two values, and keeps a short one", async () => {
    const three = createEventText({
      "pull_request.title": { text: "Short" },
      "pull_request.body": { text: long },
      commits: { text: long },
    });
    const typed = { prompt: "{{ pull_request.title }}|{{ pull_request.body }}|{{ commits }}" };
    const [title, body = "", commits = ""] = (await build(typed, three)).request.text.split("|");
    expect(title).toBe("Short");
    expect([body.length > 200, commits.length > 200, body.length + commits.length <= 593]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("a later attempt of the same run", () => {
  test("has the same stable request, with names for values that GitHub may change", async () => {
    const first = createEventText({
      "release.notes": { text: "Notes", stableName: "notes of v1" },
      tag: { text: "v1" },
    });
    const later = createEventText({
      "release.notes": { text: "Edited", stableName: "notes of v1" },
      tag: { text: "v1" },
    });
    const typed = { prompt: "{{ tag }}: {{ release.notes }}", title: "{{ release.notes }}" };
    const [one, two] = [await build(typed, first), await build(typed, later)];
    expect([one.request.text, two.request.text]).toEqual(["v1: Notes", "v1: Edited"]);
    expect(two.stableRequest).toEqual(one.stableRequest);
    expect(one.stableRequest).toMatchObject({ text: "v1: {{ notes of v1 }}", title: "{{ notes of v1 }}" });
  });

  test("has the request itself as the stable one if values cannot change", async () => {
    const { request, stableRequest } = await build(
      { prompt: "{{ tag }}" },
      createEventText({ tag: { text: "v1" } }),
    );
    expect(stableRequest).toEqual(request);
  });
});

test.each([
  ["of the user", { title: "New in {{ tag }}" }, "New in v1"],
  ["of the event", {}, "Title of the event"],
])("an existing video has the title %s", async (_, typed, title) => {
  const eventText = createEventText({ tag: { text: "v1" } });
  expect(await readJobInput({ video_id: "v_1", ...typed }, sources, { eventText })).toMatchObject({
    title,
  });
});
