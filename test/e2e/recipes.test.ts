import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { promiseCoverageProblems } from "../../scripts/e2e/promise-coverage.ts";
import { readActionMetadata } from "../support/action/action-metadata.ts";
import { promises } from "./promises.ts";
import { runs } from "./runs.ts";

const root = join(import.meta.dirname, "../..");

test("every promise has a job, every job has a promise, and every recipe is run", () => {
  expect(promiseCoverageProblems(root, promises, runs)).toEqual([]);
});

test("reports a promise without a job, a job without a promise, and a workflow without a run", () => {
  const { prompt: _prompt, ...fewer } = promises;
  expect(promiseCoverageProblems(root, { ...fewer, moon: "the moon" }, runs.slice(1))).toEqual([
    "The promise moon has no job.",
    "The job prompt has no promise.",
    "No run uses test/e2e/workflows/videos.yml.",
  ]);
});

const recipe = z.object({
  permissions: z.strictObject({}),
  concurrency: z.strictObject({ group: z.string(), "cancel-in-progress": z.literal(false) }),
  jobs: z.record(
    z.string(),
    z.object({
      "timeout-minutes": z.number(),
      steps: z.array(
        z.object({
          uses: z.string().optional(),
          run: z.string().optional(),
          with: z.record(z.string(), z.unknown()).optional(),
        }),
      ),
    }),
  ),
});

describe.each(readdirSync(join(root, "examples")).filter((name) => name.endsWith(".yml")))("%s", (name) => {
  // The schema checks the rules for all recipes: no top-level permissions, and no paid render is cancelled.
  const { jobs } = recipe.parse(parse(readFileSync(join(root, "examples", name), "utf8")));
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("pins all actions to a commit, except Showreel", () => {
    const others = steps.flatMap(({ uses = [] }) => uses).filter((uses) => uses !== "showreel/showreel@v0");
    expect(others.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  test("passes only existing inputs to Showreel", () => {
    const known = Object.keys(readActionMetadata().inputs);
    const showreelSteps = steps.filter(({ uses }) => uses === "showreel/showreel@v0");
    const names = showreelSteps.flatMap((step) => Object.keys(step.with ?? {}));
    expect(names.filter((input) => !known.includes(input))).toEqual([]);
  });

  test("puts no expression into a script", () => {
    expect(steps.filter(({ run = "" }) => run.includes("${{"))).toEqual([]);
  });
});
