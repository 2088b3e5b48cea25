import { describe, expect, test } from "vitest";
import { rejectedStep, runRejectedStep } from "../support/action/run-rejected-step.ts";

type Row = readonly [title: string, inputs: Record<string, string>, expected: readonly string[]];

const prompt = { prompt: "A short welcome" };
const script = { script: "Welcome.", avatar_id: "look_1" };
const options = (text: string) => ({ ...prompt, provider_options: text });

const sources: readonly Row[] = [
  [
    "prompt and script together",
    { ...prompt, ...script },
    ["`prompt`", "`script`", "together", "`video_id`"],
  ],
  ["script and video_id together", { ...script, video_id: "v_1" }, ["`script`", "`video_id`", "together"]],
  ["no source", {}, ["`prompt`", "`script`", "`video_id`"]],
  ["a blank prompt", { prompt: " \n " }, ["`prompt`", "`script`", "`video_id`"]],
  ["a prompt of 10,001 characters", { prompt: "a".repeat(10_001) }, ["`prompt`", "10,001", "10,000"]],
  ["a script of 5,001 characters", { ...script, script: "é".repeat(5_001) }, ["`script`", "5,001", "5,000"]],
  ["a script without an avatar", { script: "Welcome." }, ["`avatar_id`", "`script`"]],
  ["a video_id with a slash", { video_id: "v/1" }, ["`video_id`", "letters, digits"]],
  [
    "an unknown provider",
    { ...prompt, provider: "runway" },
    ["`provider`", "runway", "`heygen`", "`sandbox`"],
  ],
];

const combinations: readonly Row[] = [
  ["resolution with a prompt", { ...prompt, resolution: "1080p" }, ["`resolution`", "`script`"]],
  ["an unknown resolution", { ...script, resolution: "8k" }, ["`resolution`", "8k", "4k, 1080p, 720p"]],
  ["style_id with a script", { ...script, style_id: "style_1" }, ["`style_id`", "`prompt`"]],
  ["an unknown aspect ratio", { ...script, aspect_ratio: "3:2" }, ["`aspect_ratio`", "3:2", "16:9"]],
  [
    "an aspect ratio that prompts do not support",
    { ...prompt, aspect_ratio: "1:1" },
    ["`aspect_ratio`", "1:1", "16:9, 9:16"],
  ],
  [
    "a prompt's orientation that contradicts its aspect ratio",
    { ...prompt, orientation: "landscape", aspect_ratio: "9:16" },
    ["`orientation`", "landscape", "`aspect_ratio`", "9:16"],
  ],
  [
    "a script's orientation that contradicts its aspect ratio",
    { ...script, orientation: "portrait", aspect_ratio: "16:9" },
    ["`orientation`", "portrait", "`aspect_ratio`", "16:9"],
  ],
];

const values: readonly Row[] = [
  ...["0", "-5", "abc", "1e9", "1440.5"].map(
    (typed): Row => [
      `a timeout of ${typed}`,
      { ...prompt, timeout_minutes: typed },
      ["`timeout_minutes`", `"${typed}"`, "above 0", "1440"],
    ],
  ),
  [
    "a poll interval of 0",
    { ...prompt, poll_interval_seconds: "0" },
    ["`poll_interval_seconds`", "1 to 300"],
  ],
  ["91 days of retention", { ...prompt, retention_days: "91" }, ["`retention_days`", '"91"', "1 to 90"]],
  ["a day and a half of retention", { ...prompt, retention_days: "1.5" }, ["`retention_days`", "whole"]],
  [
    "captions that are neither true nor false",
    { ...prompt, captions: "maybe" },
    ["`captions`", "maybe", "`true` or `false`"],
  ],
  [
    "an unknown orientation",
    { ...prompt, orientation: "square" },
    ["`orientation`", "`landscape`", "`portrait`"],
  ],
  ["a mistyped orientation", { ...prompt, orientation: "portait" }, ["`orientation`", "mean", "portrait"]],
  ["an unknown on_timeout", { ...prompt, on_timeout: "ignore" }, ["`on_timeout`", "`fail`", "`detach`"]],
  [
    "a base URL that is not http",
    { ...prompt, api_base_url: "ftp://x.example" },
    ["`api_base_url`", "http or https"],
  ],
];

const providerOptions: readonly Row[] = [
  [
    "options that are not valid YAML",
    options("{brand_kit_id: [1"),
    ["`provider_options`", "YAML or JSON map"],
  ],
  ["options that are a list", options("- brand_kit_id"), ["`provider_options`", "map"]],
  ["an unknown option", options("colour: red"), ["`provider_options`", "colour", "brand_kit_id"]],
  [
    "a mistyped option",
    options("brand_kit: kit_1"),
    ["`provider_options`", "brand_kit", 'mean "brand_kit_id"'],
  ],
  [
    "an option of the wrong type",
    options("incognito_mode: perhaps"),
    ["`provider_options`", "incognito_mode"],
  ],
];

const keys: readonly Row[] = [
  ["no key", { ...prompt, api_key: "" }, ["`api_key`", "empty", "secret"]],
  [
    "a key with a line break in it",
    { ...prompt, api_key: "test-key\ntest-key-2" },
    ["`api_key`", "line break"],
  ],
  ["a key with a space in it", { ...prompt, api_key: "test-key test-key-2" }, ["`api_key`", "space"]],
];

describe.concurrent("before anything is sent, a step rejects", () => {
  test.each([...sources, ...combinations, ...values, ...providerOptions, ...keys])(
    "%s",
    async (_title, inputs, expected) => {
      const { message, ...facts } = await runRejectedStep(inputs);
      expect(facts).toEqual(rejectedStep);
      for (const part of expected) expect(message).toContain(part);
    },
  );

  test("two invalid inputs with one annotation that names both", async () => {
    const { message, ...facts } = await runRejectedStep({
      ...prompt,
      captions: "maybe",
      retention_days: "91",
    });
    expect(facts).toEqual(rejectedStep);
    expect(message).toContain("`captions`");
    expect(message).toContain("`retention_days`");
  });
});
