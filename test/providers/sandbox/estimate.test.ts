import { describe, expect, test } from "vitest";
import { estimateStoryboard } from "../../../src/providers/sandbox/estimate.ts";
import { createScriptRequest, createVideoRequest } from "../../support/jobs/video-request.ts";

const words = Array.from({ length: 50 }, () => "sail").join(" ");
const codeOf = (lines: number) =>
  ["```", ...Array.from({ length: lines }, () => "npm run all"), "```"].join("\n");
const withCode = (lines: number) => `${words}.\n\n${codeOf(lines)}`;

describe("the estimated length of a storyboard", () => {
  const script = (outline?: string) =>
    estimateStoryboard(createScriptRequest({ text: words, ...(outline !== undefined && { outline }) }))
      .seconds ?? 0;

  test("counts the words of a script", () => {
    expect(script()).toBeGreaterThan(25);
    expect(script()).toBeLessThan(31);
  });

  test("counts code as shown, for at most eight seconds a block", () => {
    expect(script(withCode(5)) - script()).toBeCloseTo(4.5, -1);
    expect(script(withCode(5))).toBeGreaterThan(script());
    expect(script(withCode(1_000)) - script()).toBe(8);
  });

  test("counts the material of a prompt, not its instructions", () => {
    const prompt = (text: string, outline: string) =>
      estimateStoryboard(createVideoRequest({ text, outline }));
    const short = prompt("Make it calm.", withCode(5));
    expect(prompt(`Make it calm, and ${words}.`, withCode(5))).toEqual(short);
    expect(short.seconds).toBe(script(withCode(5)));
  });
});
