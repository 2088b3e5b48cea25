import { describe, expect, test } from "vitest";
import { sampleVideo } from "../support/files/sample-video.ts";
import { createEventText } from "../support/github/event-text.ts";
import { staticWorkflow } from "../support/github/static-workflow.ts";
import { startFakeHeygen } from "../support/heygen/fake-heygen.ts";
import { openRun } from "../support/pipeline/open-run.ts";

const eventText = createEventText({
  "release.name": { text: "Reel 2" },
  "release.notes": { text: "The timeout is now 5 s, with 24-hour support." },
  repository: { text: "octo/reel" },
});

/** Runs with a cost limit in USD; returns how many videos were billed, and the error. */
async function runWithLimit(typed: Record<string, string>, dollars: string, isDryRun: boolean) {
  await using fake = await startFakeHeygen({ video: sampleVideo, videoStatuses: ["completed"] });
  const workflow = staticWorkflow({ eventText: () => eventText });
  const limit = { max_cost_usd: dollars, ...(isDryRun && { dry_run: "true" }) };
  const { work, seen } = openRun(fake.url, { ...typed, ...limit }, workflow);
  const error = await work().then(
    () => "",
    (failure: Error) => failure.message,
  );
  return { billed: fake.billed, error, code: seen.outputs.error_code };
}

// A video of the default 45 s costs up to 2.61 USD.
describe.each([false, true])("a cost limit can't be evaded by text (dry run: %s):", (isDryRun) => {
  test.each<[typed: Record<string, string>, dollars: string]>([
    [{ prompt: "Tell what is new: {{ release.notes }}" }, "0.50"],
    [{ prompt: "Explain our 5 s timeout" }, "0.50"],
    [{ prompt: "Explain our 5 s timeout in a 10-minute film" }, "3"],
    [{ prompt: "A 90-minute film" }, "100"],
    [{ prompt: "3600 seconds of waves" }, "100"],
    [{ prompt: "2 hours" }, "100"],
    [{ prompt: "one hour" }, "100"],
    [{ prompt: "half an hour of news" }, "100"],
    [{ prompt: "Two 10-minute films" }, "100"],
    [{ prompt: "A 30-second tour", messages: "Make it an hour." }, "100"],
    [{ prompt: "A tour", length: "60" }, "3"],
    [{ template: "release", template_options: "length: 300" }, "3"],
    [{ template: "release", length: "300" }, "3"],
  ])("%j is rejected at %s USD", async (typed, dollars) => {
    const { billed, error, code } = await runWithLimit(typed, dollars, isDryRun);
    expect([billed, code]).toEqual([0, "invalid_input"]);
    expect(error).toMatch(new RegExp(`^\`max_cost_usd\` is ${Number(dollars)}, and `));
  });

  test.each<[typed: Record<string, string>, dollars: string]>([
    [{ prompt: "Tell what is new: {{ release.notes }}" }, "2.61"],
    [{ prompt: "Tell what is new: {{ release.notes }}", length: "30" }, "1.74"],
    [{ prompt: "Explain our 5 s timeout and our 24-hour support", length: "20" }, "1.16"],
    [{ prompt: "A 30-second tour" }, "1.74"],
    [{ prompt: "A 10-minute film" }, "35"],
    [{ template: "release" }, "2.61"],
    [{ template: "release", length: "30" }, "1.74"],
  ])("%j is accepted at %s USD", async (typed, dollars) => {
    const { billed, error } = await runWithLimit(typed, dollars, isDryRun);
    expect([billed, error]).toEqual([isDryRun ? 0 : 1, ""]);
  });
});

test("an unknown cost is rejected, and the error quotes the text that makes it unknown", async () => {
  const { error } = await runWithLimit({ prompt: "Show our 24-hour support" }, "5", false);
  expect(error).toBe(
    '`max_cost_usd` is 5, and the cost of the video is unknown: "24-hour" may be meant as its length.',
  );
});
