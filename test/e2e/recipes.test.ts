import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { gateProblems } from "../../scripts/e2e/gate.ts";
import { readActionMetadata } from "../support/action-metadata.ts";
import { promises } from "./promises.ts";
import { runs } from "./runs.ts";

const root = join(import.meta.dirname, "../..");

test("every promise has its job, every job its promise, and every recipe is run", () => {
  expect(gateProblems(root, promises, runs)).toEqual([]);
});

test("a promise without a job, a job without a promise, and a workflow that nobody runs are told", () => {
  const { prompt: _prompt, ...fewer } = promises;
  expect(gateProblems(root, { ...fewer, moon: "the moon" }, runs.slice(1))).toEqual([
    "The promise moon has no job.",
    "The job prompt has no promise.",
    "Nobody runs test/e2e/workflows/videos.yml.",
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
  // The schema holds it to what is said of all of them: no permission at the top, and no paid video cancelled.
  const { jobs } = recipe.parse(parse(readFileSync(join(root, "examples", name), "utf8")));
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  test("uses what it names by a commit, but for Showreel", () => {
    const foreign = steps.flatMap(({ uses = [] }) => uses).filter((uses) => uses !== "showreel/showreel@v0");
    expect(foreign.filter((uses) => !/@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  test("gives Showreel only inputs that it has", () => {
    const known = Object.keys(readActionMetadata().inputs);
    const given = steps.filter(({ uses }) => uses === "showreel/showreel@v0");
    const names = given.flatMap((step) => Object.keys(step.with ?? {}));
    expect(names.filter((input) => !known.includes(input))).toEqual([]);
  });

  test("puts no expression into a script", () => {
    expect(steps.filter(({ run = "" }) => run.includes("${{"))).toEqual([]);
  });
});
