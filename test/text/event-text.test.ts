import { describe, expect, test } from "vitest";
import type { SupportedSources } from "../../src/inputs/source.ts";
import { failureOf } from "../support/failure-of.ts";
import { createEventText, readWanted } from "../support/read-wanted.ts";
import { createWorkspace } from "../support/workspace.ts";

const sources: SupportedSources = {
  kinds: ["prompt", "script"],
  maxCharacters: { prompt: 600, script: 300 },
};

async function wanted(typed: Record<string, string>, words = createEventText({}), files = {}) {
  const found = await readWanted(typed, sources, { workspace: createWorkspace(files), eventText: words });
  if (!("request" in found)) throw new Error("It is a video that exists.");
  return found;
}

describe("a text is filled", () => {
  test("from the event, and asks for no more than it names", async () => {
    const words = createEventText({ tag: { text: "v1" }, repository: { text: "octo/reel" } });
    const { request } = await wanted({ prompt: "A tour of {{ tag }}, {{ tag }} in {{ repository }}" }, words);
    expect(request.text).toBe("A tour of v1, v1 in octo/reel");
    expect(words.reads).toEqual(["tag", "repository"]);
  });

  test("from the user's variables, in prompt and title", async () => {
    const typed = {
      prompt: "For {{ who }}",
      title: "Hello {{ who }} {{ v }}",
      variables: "who: Ada\nv: 1.10",
    };
    const { request } = await wanted(typed);
    expect([request.text, request.title]).toEqual(["For Ada", "Hello Ada 1.10"]);
  });

  test("once: a value with braces stays as it is", async () => {
    const words = createEventText({ "pull_request.title": { text: "Add {{ tag }} and {{ who }}" } });
    const typed = {
      prompt: "{{ pull_request.title }} {{ who }}",
      variables: "who: '{{ pull_request.title }}'",
    };
    expect((await wanted(typed, words)).request.text).toBe(
      "Add {{ tag }} and {{ who }} {{ pull_request.title }}",
    );
  });

  test("in a file, behind its front matter", async () => {
    const files = {
      "a.md": "---\ntitle: On {{ tag }}\nvariables: {who: Ada}\n---\nShow {{ tag }} to {{ who }}.\n",
    };
    const { request } = await wanted(
      { prompt_file: "a.md" },
      createEventText({ tag: { text: "v1" } }),
      files,
    );
    expect([request.kind, request.text, request.title]).toEqual(["prompt", "Show v1 to Ada.", "On v1"]);
  });

  test("without characters that nobody sees", async () => {
    const title = "A\u202ebc\u0000\u001b[31mred\u200b";
    const words = createEventText({ "pull_request.title": { text: title } });
    const { request } = await wanted({ prompt: "{{ pull_request.title }}" }, words);
    expect(request.text).toBe("Abcred");
  });

  test("in a title on one line of a bearable length", async () => {
    const words = createEventText({ "release.name": { text: `Two\nlines ${"and more ".repeat(100)}` } });
    const { request } = await wanted({ prompt: "x", title: "{{ release.name }}" }, words);
    expect(request.title).toMatch(/^Two lines and more/);
    expect(request.title.length).toBeLessThanOrEqual(200);
  });
});

describe("Markdown from the event", () => {
  const words = createEventText({
    "release.notes": { text: "## New\n\n- **Fast** (#12)", isMarkdown: true },
  });

  test("stays in a prompt", async () => {
    const { request } = await wanted({ prompt: "{{ release.notes }}" }, words);
    expect(request.text).toBe("## New\n\n- **Fast** (#12)");
  });

  test("becomes speech in a script", async () => {
    const { request } = await wanted({ script: "Hello. {{ release.notes }}" }, words);
    expect(request.text).toMatch(/^Hello\. New\.\s+Fast\.$/);
  });

  test("and in a script file that is Markdown itself, with its placeholders", async () => {
    const files = {
      "a.md": "# Hello\n\nThis is `{{ tag }}`, **really**:\n\n{{ release.notes }}\n\n\\{{ tag }}",
    };
    const both = createEventText({
      tag: { text: "v1" },
      "release.notes": { text: "- **Fast**", isMarkdown: true },
    });
    const { request } = await wanted({ script_file: "a.md" }, both, files);
    expect(request.text.replace(/\s+/g, " ")).toBe("Hello. This is v1, really: Fast. {{ tag }}");
  });

  test("and keeps to the limit with the stops that it sets behind placeholders", async () => {
    const notes = Array.from({ length: 40 }, (_, index) => `Part ${index} ${"a".repeat(index)}.`).join(
      "\n\n",
    );
    const event = createEventText({
      tag: { text: "v1" },
      "release.notes": { text: notes, isMarkdown: true },
    });
    const files = { "a.md": "# News {{ tag }}\n\n{{ release.notes }}\n\n## End {{ tag }}\n\nBye." };
    for (let script = 100; script < 300; script += 1) {
      const place = { workspace: createWorkspace(files), words: event };
      const found = await readWanted(
        { script_file: "a.md" },
        { kinds: ["script"], maxCharacters: { script } },
        place,
      );
      const text = "request" in found ? found.request.text : "";
      expect(text).toMatch(/^News v1\.[\s\S]*End v1\.\s+Bye\.$/);
      expect(text.length).toBeLessThanOrEqual(script);
    }
  });

  test("but a script file of another kind is spoken as it stands there", async () => {
    const { request } = await wanted({ script_file: "a.txt" }, words, { "a.txt": "# Hello *you*" });
    expect(request.text).toBe("# Hello *you*");
  });
});

describe("what an event does not have", () => {
  test("is an error that says so, and nothing is made up", async () => {
    const failure = await failureOf(() => wanted({ prompt: "{{ pull_request.title }}" }));
    expect(failure.code).toBe("invalid_input");
    expect(failure.message).toBe("`prompt` holds {{ pull_request.title }}: the event push has none.");
  });

  test("leads to `release_tag` where that helps", async () => {
    const { hint } = await failureOf(() => wanted({ script: "{{ release.notes }}" }));
    expect(hint).toContain("`release_tag`");
  });

  test("is no reason to submit nothing but emptiness", async () => {
    const words = createEventText({ "pull_request.body": { text: "" } });
    const { message } = await failureOf(() => wanted({ prompt: " {{ pull_request.body }} " }, words));
    expect(message).toBe("`prompt` leaves no words to make a video of.");
  });
});

test("a variable may not take a built-in name", async () => {
  const { message } = await failureOf(() => wanted({ prompt: "x", variables: "tag: v1" }));
  expect(message).toBe("`variables` names tag, which is built in.");
});

describe("a text that is too long", () => {
  const long = `${"A sentence of the notes, of which there are many. ".repeat(10).trim()}\n\n`.repeat(10);
  const words = createEventText({ "release.notes": { text: long, isMarkdown: true }, tag: { text: "v1" } });

  test("gives up words of the event, at the end of a sentence, and says how many", async () => {
    const typed = { prompt: "Tell about {{ tag }}: {{ release.notes }} Thank you." };
    const { request, shorteningWarning } = await wanted(typed, words);
    expect(request.text.length).toBeLessThanOrEqual(600);
    expect(request.text.length).toBeGreaterThan(300);
    expect(request.text).toMatch(/^Tell about v1: A sentence .+ many\. Thank you\.$/s);
    expect(shorteningWarning).toMatch(
      /^\{\{ release\.notes \}\} did not fit whole: [\d,]+ of 5,\d+ characters were left out, to keep to the limit of heygen\.$/,
    );
  });

  test("keeps the user's own words, which are the provider's to refuse", async () => {
    const own = "My own words. ".repeat(50);
    const { request, shorteningWarning } = await wanted({ prompt: `${own}{{ release.notes }}` }, words);
    expect(request.text).toBe(own);
    expect(shorteningWarning).toBeUndefined();
  });

  test("says nothing when all fits", async () => {
    expect((await wanted({ prompt: "{{ tag }}" }, words)).shorteningWarning).toBeUndefined();
  });

  test("shares the room between two values, and what is short stays whole", async () => {
    const three = createEventText({
      "pull_request.title": { text: "Short" },
      "pull_request.body": { text: long },
      commits: { text: long },
    });
    const typed = { prompt: "{{ pull_request.title }}|{{ pull_request.body }}|{{ commits }}" };
    const [title, body = "", commits = ""] = (await wanted(typed, three)).request.text.split("|");
    expect(title).toBe("Short");
    expect([body.length > 200, commits.length > 200, body.length + commits.length <= 593]).toEqual([
      true,
      true,
      true,
    ]);
  });
});

describe("a later attempt of the same run", () => {
  test("knows the request by the names of what GitHub may answer otherwise", async () => {
    const first = createEventText({
      "release.notes": { text: "Notes", stableName: "notes of v1" },
      tag: { text: "v1" },
    });
    const later = createEventText({
      "release.notes": { text: "Edited", stableName: "notes of v1" },
      tag: { text: "v1" },
    });
    const typed = { prompt: "{{ tag }}: {{ release.notes }}", title: "{{ release.notes }}" };
    const [one, two] = [await wanted(typed, first), await wanted(typed, later)];
    expect([one.request.text, two.request.text]).toEqual(["v1: Notes", "v1: Edited"]);
    expect(two.stableRequest).toEqual(one.stableRequest);
    expect(one.stableRequest).toMatchObject({ text: "v1: {{ notes of v1 }}", title: "{{ notes of v1 }}" });
  });

  test("knows it by its words where they cannot change", async () => {
    const { request, stableRequest } = await wanted(
      { prompt: "{{ tag }}" },
      createEventText({ tag: { text: "v1" } }),
    );
    expect(stableRequest).toEqual(request);
  });
});

test.each([
  ["of the user", { title: "New in {{ tag }}" }, "New in v1"],
  ["of the event", {}, "Title of the event"],
])("a video that exists has the title %s", async (_, typed, title) => {
  const words = createEventText({ tag: { text: "v1" } });
  expect(await readWanted({ video_id: "v_1", ...typed }, sources, { eventText: words })).toMatchObject({
    title,
  });
});
