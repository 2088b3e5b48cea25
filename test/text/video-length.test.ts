import { describe, expect, test } from "vitest";
import type { SupportedSources } from "../../src/inputs/source.ts";
import type { VideoRequest } from "../../src/inputs/video-request.ts";
import { failureOf } from "../support/failure-of.ts";
import { createEventText, readWanted } from "../support/read-wanted.ts";

const kinds: SupportedSources["kinds"] = ["prompt", "script"];
const heygen: SupportedSources = {
  kinds,
  supportsLength: true,
  maxCharacters: { prompt: 10_000, script: 5_000 },
};
const notes = { text: "The timeout is now 5 s.", isMarkdown: true };
const words = createEventText({
  "release.notes": notes,
  "release.name": { text: "Reel 2" },
  repository: { text: "octo/reel" },
});
const ending = "\n\nThe finished video is about 30 seconds long, whatever other lengths are named above.";

async function read(typed: Record<string, string>, sources = heygen): Promise<VideoRequest> {
  const wanted = await readWanted(typed, sources, { eventText: words });
  if (!("request" in wanted)) throw new Error("There is no request.");
  expect(wanted.stableRequest.lengthSeconds).toBe(wanted.request.lengthSeconds);
  return wanted.request;
}

describe("`length`", () => {
  test("is said at the end of a prompt, behind the words of the event", async () => {
    const request = await read({ prompt: "What is new: {{ release.notes }}", length: "30" });
    expect(request.text).toBe(`What is new: The timeout is now 5 s.${ending}`);
    expect(request.lengthSeconds).toBe(30);
  });

  test("leaves an event less room, so that it is said whole", async () => {
    const long = createEventText({ "release.notes": { text: "word ".repeat(4_000) } });
    const wanted = await readWanted({ prompt: "{{ release.notes }}", length: "30" }, heygen, {
      eventText: long,
    });
    const { text } = "request" in wanted ? wanted.request : { text: "" };
    expect(text.endsWith(ending)).toBe(true);
    expect(Array.from(text).length).toBeLessThanOrEqual(10_000);
  });

  test("is the one of a template, which says it by itself", async () => {
    const request = await read({ template: "release", length: "90" });
    expect([request.lengthSeconds, request.text.includes("90-second release video")]).toEqual([90, true]);
    expect(request.text).not.toContain("The finished video");
  });

  test("of a template is 45 s, or what its options say", async () => {
    expect((await read({ template: "release" })).lengthSeconds).toBe(45);
    expect((await read({ template: "release", template_options: "length: 60" })).lengthSeconds).toBe(60);
  });

  test("is nowhere when nobody says it", async () => {
    const request = await read({ prompt: "A tour" });
    expect([request.text, "lengthSeconds" in request]).toEqual(["A tour", false]);
  });

  test.each<[why: string, typed: Record<string, string>, sources: SupportedSources, message: string]>([
    ["a script", { script: "Hello." }, heygen, "`length` works with `prompt` and `template` only."],
    ["a video that exists", { video_id: "v_1" }, heygen, "`length` works with `prompt` and `template` only."],
    ["a provider that cannot be told", { prompt: "A tour" }, { kinds }, "`length` means nothing to heygen."],
    [
      "a template that has one already",
      { template: "release", template_options: "length: 60" },
      heygen,
      "`length` is given twice: as an input and in `template_options`.",
    ],
  ])("is refused with %s", async (_, typed, sources, words) => {
    const { code, message, hint } = await failureOf(() => read({ ...typed, length: "30" }, sources));
    expect([code, message]).toEqual(["invalid_input", words]);
    expect(hint).toContain("Nothing was submitted.");
  });

  test.each(["5", "9", "1801", "30.5", "a minute", "-30"])("is not %s", async (length) => {
    const { code, message } = await failureOf(() => read({ prompt: "A tour", length }));
    expect(code).toBe("invalid_input");
    expect(message).toContain(`\`length\` is "${length}"`);
    expect(message).toContain("a whole number of seconds from 10 to 1800");
  });
});

describe("the user's own words of a prompt", () => {
  test.each([
    ["What is new: {{ release.notes }}", "What is new: …"],
    ["{{ release.name }}, in {{ seconds }} seconds: {{ release.notes }}", "…, in 30 seconds: …"],
  ])("are those that no event speaks: %s", async (prompt, own) => {
    expect((await read({ prompt, variables: "seconds: 30" })).userText).toBe(own);
  });

  test("are the prompt where no event speaks", async () => {
    expect("ownText" in (await read({ prompt: "A tour" }))).toBe(false);
  });
});
