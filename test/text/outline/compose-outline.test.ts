import { describe, expect, test } from "vitest";
import type { SupportedSources } from "../../../src/inputs/source.ts";
import { createWorkspace } from "../../support/files/workspace.ts";
import { createEventText } from "../../support/github/event-text.ts";
import { readJobInput } from "../../support/pipeline/read-job-input.ts";
import { wordsOf } from "../speech/outline-words.ts";

const studio: SupportedSources = { kinds: ["prompt", "script"], supportsLength: true, usesOutline: true };
const markdown = (text: string) => ({ text, isMarkdown: true });
const event = createEventText({
  tag: { text: "v2" },
  "release.name": { text: "v2.0.0" },
  "release.notes": markdown("## New\n\n- **Fast** (#12)\n- feat: Small\n\n```sh\nnpm ci {{ x }}\n```"),
  "pull_request.title": { text: "feat(sail): add `reef` (#3)" },
  "pull_request.body": markdown("It reefs."),
  commits: markdown("- fix: knots\n- Add sails"),
  changed_files: { text: "a.ts\nb.ts" },
  changed_pages: markdown("Page docs/a.md:\n\n# Sails\n\nRaise them."),
  repository: { text: "octo/reel" },
});
const notes = "## New\n\n- Fast.\n- Small.\n\n```sh\nnpm ci {{ x }}\n```";

async function build(
  typed: Record<string, string>,
  { eventText = event, files = {}, sources = studio }: Options = {},
) {
  const input = await readJobInput(typed, sources, { workspace: createWorkspace(files), eventText });
  if (!("request" in input)) throw new Error("No new video is requested.");
  return input;
}

interface Options {
  readonly eventText?: typeof event;
  readonly files?: Record<string, string>;
  readonly sources?: SupportedSources;
}

async function outlineOf(typed: Record<string, string>, options?: Options) {
  return (await build(typed, options)).request.outline;
}

const pageOutline = (page: string, variables = "") =>
  outlineOf({ script_file: "a.md", variables }, { files: { "a.md": page } });

describe("a script that is a page", () => {
  test("has the outline of the page, and speaks it", async () => {
    const files = { "a.md": "# Sails\n\n- One\n- Two\n\n```\nx\n```" };
    const { request } = await build({ script_file: "a.md" }, { files });
    expect(request.outline).toBe("# Sails\n\n- One.\n- Two.\n\n```\nx\n```");
    expect(request.isBrief).toBe(false);
  });

  test.each([
    ["a.rst", "Boats\n=====\n\n* One\n* Two\n\n::\n\n   x = 1"],
    ["a.adoc", "= Boats\n\n* One\n* Two\n\n----\nx = 1\n----"],
    [
      "a.ipynb",
      '{"cells":[{"cell_type":"markdown","source":"# Boats\\n- One\\n- Two\\n\\n```\\nx = 1\\n```"}]}',
    ],
  ])("of another format has one, too: %s", async (path, text) => {
    const outline = await outlineOf({ script_file: path }, { files: { [path]: text } });
    expect(outline).toBe("# Boats\n\n- One.\n- Two.\n\n```\nx = 1\n```");
  });

  test("shows Markdown of the event as blocks, between the words before and after it", async () => {
    const page =
      "# On {{ tag }}\n\nHere it is: {{ release.notes }}. And that is all\n\n## End\n\nBye {{ tag }}";
    expect(await pageOutline(page)).toBe(
      `# On v2\n\nHere it is:\n\n${notes}\n\nAnd that is all.\n\n## End\n\nBye v2.`,
    );
  });

  test("has a single paragraph of the event within its sentence", async () => {
    expect(await pageOutline("Hear: {{ pull_request.body }} Really.")).toBe("Hear: It reefs. Really.");
  });

  test("shows the list of the event in its own list, and each item as a sentence", async () => {
    expect(await pageOutline("- {{ tag }}\n- {{ commits }}\n- End")).toBe(
      "- v2.\n- Fix: knots.\n- Add sails.\n- End.",
    );
  });

  test("has the user's variables as they are, on as many lines", async () => {
    expect(await pageOutline("Hello {{ who }}", "who: Ada & *Bo*")).toBe("Hello Ada & *Bo*.");
    expect(await pageOutline("## By {{ who }}\n\n{{ who }}", 'who: "Ada\\n\\nBo"')).toBe(
      "## By Ada Bo\n\nAda\n\nBo.",
    );
  });

  test("neither fills nor rejects the placeholders in its code", async () => {
    const code = `\`\`\`yaml\nkey: $\{{ secrets.A }} {{ tag }} {{ .Values.x }}\nb: {{ y }}\n\`\`\``;
    expect(await pageOutline(`Add it.\n\n${code}`)).toBe(`Add it.\n\n${code}`);
    expect(await pageOutline("Add it.\n\n```\n\\{{ tag }}\n```")).toBe("Add it.\n\n```\n{{ tag }}\n```");
  });

  test("still rejects an unknown placeholder elsewhere, and names its line", async () => {
    await expect(pageOutline("```\n{{ x }}\n```\n\nHello {{ tga }}")).rejects.toMatchObject({
      location: { file: "a.md", line: 5 },
    });
  });
});

describe("a script that is spoken as it was typed", () => {
  test("keeps its paragraphs and their marks", async () => {
    expect(
      await outlineOf({ script: "Hello *you*,\n  welcome.\n\nIt is `fast` (#12)!\n今日は\n晴れ。" }),
    ).toBe("Hello *you*, welcome.\n\nIt is `fast` (#12)! 今日は晴れ。");
  });

  test("shows a line that looks like a heading or an item as one", async () => {
    expect(await outlineOf({ script: "Hello.\n# Sails\nWe have:\n- one\n    - two\n\nBye." })).toBe(
      "Hello.\n\n# Sails\n\nWe have:\n\n- one\n  - two\n\nBye.",
    );
  });

  test("has no code: the words of what looks like it are spoken", async () => {
    const script = "Say:\n```js\nlet x\n```\nBye.\n\n````";
    expect(await outlineOf({ script })).toBe("Say:\n\njs let x\n\nBye.");
  });

  test.each([
    "{{ x",
    "- ",
    "#",
    "# # a",
    "- - a",
    "```\n- a\n```",
    "a\n```",
    "\t- a\n- b",
    "#hash tag",
    "-5 °C",
    "1. a",
  ])("loses no word: %j", async (script) => {
    const outline = (await outlineOf({ script: `Go.\n${script}\n\n${script}` })) ?? "";
    expect(outline).not.toContain("```");
    expect(wordsOf(outline)).toEqual(wordsOf(`Go.\n${script}\n\n${script}`));
  });

  test("shows Markdown of the event as blocks", async () => {
    const script = "Hello {{ who }}, here is {{ tag }}: {{ release.notes }}, {{ pull_request.body }} Bye.";
    expect(await outlineOf({ script, variables: "who: Ada" })).toBe(
      `Hello Ada, here is v2:\n\n${notes}\n\nIt reefs. Bye.`,
    );
  });

  test("goes on in the same sentence where the event says nothing", async () => {
    const eventText = createEventText({ "pull_request.body": markdown("![](a.png)") });
    expect(await outlineOf({ script: "Hello {{ pull_request.body }} there." }, { eventText })).toBe(
      "Hello there.",
    );
  });

  test("in a text file is the same", async () => {
    const files = { "a.txt": "# Hello *you*\n{{ tag }}" };
    expect(await outlineOf({ script_file: "a.txt" }, { files })).toBe("# Hello *you*\n\nv2");
  });
});

describe("a prompt", () => {
  test("has the material in it, in the order of its placeholders, each once", async () => {
    const prompt =
      "Tell of {{ commits }}, of {{ pull_request.body }} and {{ commits }} for {{ who }}, {{ changed_files }}";
    const { request } = await build({ prompt, variables: "who: us" });
    expect(request.outline).toBe("- Fix: knots.\n- Add sails.\n\nIt reefs.");
    expect(request.isBrief).toBe(false);
  });

  test.each([
    ["Tell {{ release.notes }} of {{ release.name }}", "release", `# Version 2.0.0\n\n${notes}`],
    ["{{ pull_request.title }}: {{ pull_request.body }}", "pull request", "# Add reef\n\nIt reefs."],
  ])("has the title that it names as a heading: %j", async (prompt, _, outline) => {
    expect(await outlineOf({ prompt })).toBe(outline);
  });

  test.each([
    ["release", `# Version 2.0.0\n\n${notes}`],
    ["pull_request", "# Add reef\n\nIt reefs."],
    ["docs", "Page docs/a.md:\n\n# Sails\n\nRaise them."],
  ])("of the template %s has its material", async (template, outline) => {
    expect(await outlineOf({ template })).toBe(outline);
  });

  test("does not repeat a title with which its material begins", async () => {
    const eventText = createEventText({
      "release.name": { text: "v2.0.0" },
      "release.notes": markdown("## 2.0.0 (2026-01-02)\n\nFaster."),
    });
    expect(await outlineOf({ prompt: "{{ release.name }} {{ release.notes }}" }, { eventText })).toBe(
      "## Version 2.0.0\n\nFaster.",
    );
  });

  test("of a template without a description has its title, not the words of the template", async () => {
    const eventText = createEventText({
      "pull_request.title": { text: "Add a knob" },
      "pull_request.body": markdown(""),
      changed_files: { text: "" },
      repository: { text: "o/r" },
    });
    const { request } = await build({ template: "pull_request" }, { eventText });
    expect([request.outline, request.isBrief]).toEqual(["# Add a knob", false]);
  });

  test("without material is a brief: its own words with their structure", async () => {
    const prompt = "# Tour\n\nShow **all** of {{ tag }}:\n\n- One\n- Two";
    const { request } = await build({ prompt });
    expect(request).toMatchObject({ outline: "# Tour\n\nShow all of v2:\n\n- One.\n- Two.", isBrief: true });
  });

  test("is a brief, too, if it names nothing but a title, or if the material says nothing", async () => {
    const empty = createEventText({ "release.notes": markdown("![](a.png)") });
    expect(await build({ prompt: "Praise {{ release.name }}" })).toMatchObject({
      request: { outline: "Praise v2.0.0.", isBrief: true },
    });
    expect(await build({ prompt: "What is new? {{ release.notes }}" }, { eventText: empty })).toMatchObject({
      request: { outline: "What is new?", isBrief: true },
    });
  });

  test("that can't be spoken is shown as it is", async () => {
    expect(await outlineOf({ prompt: "https://a.example/b" })).toBe("https://a.example/b");
  });

  test("in a file is the same", async () => {
    const files = { "a.md": "Tell of {{ commits }}" };
    expect(await outlineOf({ prompt_file: "a.md" }, { files })).toBe("- Fix: knots.\n- Add sails.");
  });

  test("has no sentence about its length in the outline", async () => {
    const { request } = await build({ prompt: "A tour", length: "30" });
    expect(request.text).toContain("30 seconds");
    expect(request.outline).toBe("A tour.");
  });
});

describe("a value that was shortened", () => {
  const many = Array.from({ length: 20 }, (_, index) => `- Part ${index} is new. It is good`).join("\n");
  const eventText = createEventText({
    "release.notes": markdown(`## New\n\n${many}\n\n\`\`\`\nx\n\`\`\``),
    "pull_request.body": markdown("Much. ".repeat(200)),
  });
  const limited = { ...studio, maxCharacters: { prompt: 300, script: 300 } };

  test.each([
    ["script", "Hello. {{ release.notes }}"],
    ["script", "Hello. {{ release.notes }} Then {{ pull_request.body }}"],
    ["prompt", "{{ release.notes }}"],
  ])("has only its shortened words, still as a list: %s %j", async (kind, text) => {
    const { request } = await build({ [kind]: text }, { eventText, sources: limited });
    expect(wordsOf(request.outline ?? "")).toEqual(wordsOf(request.text));
    expect(request.outline).toMatch(/\n\n- Part 0 is new\. It is good\.\n- Part 1 is new\./);
    expect(request.outline).not.toMatch(/`|- $/m);
  });

  test("of a page has only its shortened words", async () => {
    const files = { "a.md": "# News\n\n{{ release.notes }}\n\n## End\n\nBye {{ pull_request.body }}" };
    for (let script = 60; script < 200; script += 7) {
      const sources = { ...studio, maxCharacters: { script } };
      const { request } = await build({ script_file: "a.md" }, { eventText, files, sources });
      expect(wordsOf(request.outline ?? "")).toEqual(wordsOf(request.text));
    }
  });
});

describe("the outline and the subject of a request", () => {
  test("are missing unless the provider uses them, and nothing is read for them", async () => {
    const eventText = createEventText(
      { tag: { text: "v2" } },
      {
        subject: async () => {
          throw new Error("The subject is read.");
        },
      },
    );
    const sources: SupportedSources = { kinds: ["prompt", "script"] };
    const { request } = await build({ prompt: "A tour of {{ tag }}" }, { eventText, sources });
    expect(Object.keys(request).filter((name) => /outline|brief|subject/i.test(name))).toEqual([]);
    expect(eventText.reads).toEqual(["tag"]);
  });

  test("come from the event, of which no further value is read", async () => {
    const subject = { repository: "octo/reel", version: "v2", link: "https://github.com/octo/reel" };
    const eventText = createEventText({ tag: { text: "v2" } }, { subject: async () => subject });
    const { request } = await build({ prompt: "A tour of {{ tag }}" }, { eventText });
    expect(request.subject).toEqual(subject);
    expect(eventText.reads).toEqual(["tag"]);
  });

  test("are not part of the stable request", async () => {
    const values = { "release.notes": { ...markdown("It reefs."), stableName: "release.notes" } };
    const options = { eventText: createEventText(values) };
    const { request, stableRequest } = await build({ prompt: "{{ release.notes }}" }, options);
    const { outline, isBrief, subject, ...others } = request;
    expect(outline).toBe("It reefs.");
    expect(stableRequest).toEqual({ ...others, text: "{{ release.notes }}", userText: "…" });
  });

  test("are missing for an existing video", async () => {
    expect(await readJobInput({ video_id: "v_1" }, studio, {})).toEqual({
      kind: "existing",
      videoId: "v_1",
      title: "Title of the event",
    });
  });
});

describe("the outline that identifies a video in every attempt of a run", () => {
  test("is the one of the user's own page", async () => {
    const page = "Sail.\n\n```\nx\n```";
    const { stableRequest } = await build({ script_file: "a.md" }, { files: { "a.md": page } });
    expect(stableRequest.outline).toBe(page);
  });

  test("is left out if the page has a value that GitHub may return differently", async () => {
    const values = { "release.notes": { ...markdown("It reefs."), stableName: "release.notes" } };
    const options = { files: { "a.md": "{{ release.notes }}" }, eventText: createEventText(values) };
    const { request, stableRequest } = await build({ script_file: "a.md" }, options);
    expect(request.outline).toBe("It reefs.");
    expect(stableRequest.outline).toBeUndefined();
  });
});
