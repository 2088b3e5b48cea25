import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { readActionMetadata } from "../support/action/action-metadata.ts";

const input = z.strictObject({
  description: z.string(),
  type: z.enum(["string", "boolean", "number"]),
  default: z.union([z.string(), z.boolean(), z.number()]).optional(),
});
const step = z.looseObject({
  id: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});
const workflow = z.object({
  on: z.strictObject({
    workflow_call: z.strictObject({
      inputs: z.record(z.string(), input),
      secrets: z.record(z.string(), z.strictObject({ description: z.string(), required: z.boolean() })),
      outputs: z.record(z.string(), z.strictObject({ description: z.string(), value: z.string() })),
    }),
  }),
  jobs: z.strictObject({
    render: z.object({
      concurrency: z.record(z.string(), z.unknown()),
      permissions: z.undefined().optional(),
      outputs: z.record(z.string(), z.string()),
      steps: z.array(step),
    }),
  }),
});

const file = new URL("../../.github/workflows/render.yml", import.meta.url);
const { on, jobs } = workflow.parse(parse(readFileSync(file, "utf8")));
const { inputs, outputs, secrets } = on.workflow_call;
const { concurrency, steps, outputs: jobOutputs } = jobs.render;
const action = readActionMetadata();
const passed = steps.find(({ id }) => id === "video")?.with ?? {};

// Inputs of the job, not of the action.
const { runs_on: runsOn, queue, ...settings } = inputs;

// Useless to a caller: a path on a temporary machine, and settings for gateways and tests.
const omitted = ["github_token", "output_path", "poll_interval_seconds", "max_size_mb", "api_base_url"];
const localOutputs = [
  "video_url",
  "thumbnail_url",
  "video_path",
  "rejected_path",
  "captions_path",
  "captions_vtt_path",
  "preview_path",
];

describe("the reusable workflow", () => {
  test("has the inputs of action.yml, except those that are useless there", () => {
    expect(Object.keys(settings).sort()).toEqual(
      Object.keys(action.inputs)
        .filter((name) => name !== "api_key" && !omitted.includes(name))
        .sort(),
    );
  });

  test.each(Object.keys(settings))("has the default of action.yml for %s, and passes it on", (name) => {
    expect(String(settings[name]?.default ?? "")).toBe(action.inputs[name]?.default ?? "");
    expect(passed[name]).toBe(`\${{ inputs.${name} }}`);
  });

  test("has a default for each number, because GitHub turns a missing one into 0", () => {
    const numbers = Object.values(inputs).filter(({ type }) => type === "number");
    expect(numbers.filter((each) => each.default === undefined)).toEqual([]);
  });

  test("takes the API key as its only secret, which is optional for the sandbox", () => {
    expect(secrets).toEqual({ api_key: { description: expect.any(String), required: false } });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how GitHub writes an expression.
    expect(passed.api_key).toBe("${{ secrets.api_key }}");
  });

  test("passes on the outputs of action.yml that are valid on other machines and are not secret", () => {
    const names = Object.keys(action.outputs).filter((name) => !localOutputs.includes(name));
    expect(Object.keys(outputs)).toEqual(names);
    expect(jobOutputs).toEqual(
      Object.fromEntries(names.map((name) => [name, `\${{ steps.video.outputs.${name} }}`])),
    );
    for (const name of names) expect(outputs[name]?.value).toBe(`\${{ jobs.render.outputs.${name} }}`);
  });

  test("cancels neither running nor queued jobs", () => {
    expect(concurrency).toMatchObject({ "cancel-in-progress": false, queue: "max" });
    expect(concurrency.group).toContain("inputs.queue");
    expect([runsOn?.default, queue?.default]).toEqual(['"ubuntu-latest"', undefined]);
  });

  test("runs the action of its own commit", () => {
    const [, showreel, video] = steps;
    expect(showreel?.with).toMatchObject({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how GitHub writes an expression.
      repository: "${{ job.workflow_repository }}",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how GitHub writes an expression.
      ref: "${{ job.workflow_sha }}",
      path: ".showreel-action",
    });
    expect(video).toMatchObject({ uses: "./.showreel-action" });
  });
});
