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

  test("grants nothing but what a job says that it needs, and why", () => {
    // What is called has what its caller grants.
    const isCalled = name === "render.yml";
    expect(permissions).toEqual(isCalled ? undefined : {});
    expect(all.filter(([, each]) => (each.permissions === undefined) !== isCalled)).toEqual([]);
    const granted = text.split("\n").filter((line) => /^ +[a-z-]+: (read|write)\b/.test(line));
    expect(granted.filter((line) => !/ # \S/.test(line))).toEqual([]);
  });

  test("ends each job in time", () => {
    const endless = all.filter(
      ([, each]) => each.uses === undefined && each["timeout-minutes"] === undefined,
    );
    expect(endless).toEqual([]);
  });

  test("keeps no credential in a checkout", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.filter((each) => each.with["persist-credentials"] !== false)).toEqual([]);
  });

  test("names every action of others by commit and version", () => {
    const others = text.split("\n").filter((line) => /\buses: (?!\.\/)/.test(line) && !/^\s*#/.test(line));
    expect(others.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test("puts no expression into a shell", () => {
    expect(steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
  });
});

test.each([
  ["ci.yml", "ci-ok"],
  ["e2e.yml", "e2e-ok"],
])("%s ends in %s, which waits for all other jobs", (name, gate) => {
  const { jobs } = workflow.parse(parse(read(name)));
  expect([jobs[gate]?.needs].flat().sort()).toEqual(
    Object.keys(jobs)
      .filter((each) => each !== gate)
      .sort(),
  );
});
