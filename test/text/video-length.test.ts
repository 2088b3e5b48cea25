import { describe, expect, test } from "vitest";
import type { SupportedSources } from "../../src/inputs/source.ts";
import type { VideoRequest } from "../../src/inputs/video-request.ts";
import { createEventText } from "../support/github/event-text.ts";
import { readJobInput } from "../support/pipeline/read-job-input.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const kinds: SupportedSources["kinds"] = ["prompt", "script"];
const heygen: SupportedSources = {
  kinds,
  supportsLength: true,
  maxCharacters: { prompt: 10_000, script: 5_000 },
};
const notes = { text: "The timeout is now 5 s.", isMarkdown: true };
const eventText = createEventText({
  "release.notes": notes,
  "release.name": { text: "Reel 2" },
  repository: { text: "octo/reel" },
});
const ending = "\n\nThe finished video is about 30 seconds long, whatever other lengths are named above.";

async function read(typed: Record<string, string>, sources = heygen): Promise<VideoRequest> {
  const jobInput = await readJobInput(typed, sources, { eventText });
  if (!("request" in jobInput)) throw new Error("No new video is requested.");
  expect(jobInput.stableRequest.lengthSeconds).toBe(jobInput.request.lengthSeconds);
  return jobInput.request;
}

describe("`length`", () => {
  test("is added to the end of a prompt, after values of the event", async () => {
    const request = await read({ prompt: "What is new: {{ release.notes }}", length: "30" });
    expect(request.text).toBe(`What is new: The timeout is now 5 s.${ending}`);
    expect(request.lengthSeconds).toBe(30);
  });

  test("is never cut off by values of the event", async () => {
    const long = createEventText({ "release.notes": { text: "word ".repeat(4_000) } });
    const jobInput = await readJobInput({ prompt: "{{ release.notes }}", length: "30" }, heygen, {
      eventText: long,
    });
    const { text } = "request" in jobInput ? jobInput.request : { text: "" };
    expect(text.endsWith(ending)).toBe(true);
    expect(Array.from(text).length).toBeLessThanOrEqual(10_000);
  });

  test("is part of a template's own prompt", async () => {
    const request = await read({ template: "release", length: "90" });
    expect([request.lengthSeconds, request.text.includes("90-second release video")]).toEqual([90, true]);
    expect(request.text).not.toContain("The finished video");
  });

  test("of a template is 45 s by default, or set by its options", async () => {
    expect((await read({ template: "release" })).lengthSeconds).toBe(45);
    expect((await read({ template: "release", template_options: "length: 60" })).lengthSeconds).toBe(60);
  });

  test("is left out if the user sets none", async () => {
    const request = await read({ prompt: "A tour" });
    expect([request.text, "lengthSeconds" in request]).toEqual(["A tour", false]);
  });

  test.each<[why: string, typed: Record<string, string>, sources: SupportedSources, message: string]>([
    ["a script", { script: "Hello." }, heygen, "`length` works with `prompt` and `template` only."],
    ["an existing video", { video_id: "v_1" }, heygen, "`length` works with `prompt` and `template` only."],
    ["a provider without support", { prompt: "A tour" }, { kinds }, "`length` is not supported by heygen."],
    [
      "a template whose options set one",
      { template: "release", template_options: "length: 60" },
      heygen,
      "`length` is set twice: as an input and in `template_options`.",
    ],
  ])("is rejected for %s", async (_, typed, sources, expected) => {
    const failure = await failureOf(() => read({ ...typed, length: "30" }, sources));
    expect(failure).toMatchObject({ code: "invalid_input", message: expected, submitted: false });
  });

  test.each(["5", "9", "1801", "30.5", "a minute", "-30"])("rejects %s", async (length) => {
    const { code, message } = await failureOf(() => read({ prompt: "A tour", length }));
    expect(code).toBe("invalid_input");
    expect(message).toContain(`\`length\` is "${length}"`);
    expect(message).toContain("a whole number of seconds from 10 to 1800");
  });
});

describe("the user's text of a prompt", () => {
  test.each([
    ["What is new: {{ release.notes }}", "What is new: …"],
    ["{{ release.name }}, in {{ seconds }} seconds: {{ release.notes }}", "…, in 30 seconds: …"],
  ])('has "…" in place of values of the event: %s', async (prompt, expected) => {
    expect((await read({ prompt, variables: "seconds: 30" })).userText).toBe(expected);
  });

  test("is left out if the prompt has no values of the event", async () => {
    expect("userText" in (await read({ prompt: "A tour" }))).toBe(false);
  });
});
