import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const step = z.object({
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});
const job = z.object({
  uses: z.string().optional(),
  permissions: z.record(z.string(), z.string()).optional(),
  "timeout-minutes": z.number().optional(),
  needs: z.union([z.string(), z.array(z.string())]).default([]),
  steps: z.array(step).default([]),
});
const workflow = z.object({ permissions: z.unknown().optional(), jobs: z.record(z.string(), job) });

const folder = new URL("../../.github/workflows/", import.meta.url);
const names = readdirSync(folder);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");

describe.each(names)("%s", (name) => {
  const text = read(name);
  const { permissions, jobs } = workflow.parse(parse(text));
  const all = Object.entries(jobs);
  const steps = all.flatMap(([, each]) => each.steps);

  test("grants only the permissions that a job declares, each with a reason", () => {
    // A reusable workflow has the permissions of its caller.
    const isReusable = name === "render.yml";
    expect(permissions).toEqual(isReusable ? undefined : {});
    expect(all.filter(([, each]) => (each.permissions === undefined) !== isReusable)).toEqual([]);
    const granted = text.split("\n").filter((line) => /^ +[a-z-]+: (read|write)\b/.test(line));
    expect(granted.filter((line) => !/ # \S/.test(line))).toEqual([]);
  });

  test("sets a timeout for every job", () => {
    const withoutTimeout = all.filter(
      ([, each]) => each.uses === undefined && each["timeout-minutes"] === undefined,
    );
    expect(withoutTimeout).toEqual([]);
  });

  test("persists no credentials in a checkout", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.filter((each) => each.with["persist-credentials"] !== false)).toEqual([]);
  });

  test("pins every third-party action to a commit, with its version", () => {
    const uses = text.split("\n").filter((line) => /\buses: (?!\.\/)/.test(line) && !/^\s*#/.test(line));
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test("has no expression in a shell script", () => {
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });
});

test.each([
  ["ci.yml", "ci-ok"],
  ["e2e.yml", "e2e-ok"],
])("%s ends with the job %s, which needs all other jobs", (name, gate) => {
  const { jobs } = workflow.parse(parse(read(name)));
  expect([jobs[gate]?.needs].flat().sort()).toEqual(
    Object.keys(jobs)
      .filter((each) => each !== gate)
      .sort(),
  );
});
