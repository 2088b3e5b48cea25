import { describe, expect, test } from "vitest";
import { exampleEvents } from "../../support/github/event-environment.ts";
import { forbidden, notFound, serverError } from "../../support/github/fake-github.ts";
import { openWorkflow } from "../../support/github/open-workflow.ts";

const route = "GET /repos/{owner}/{repo}/actions/runs/{run_id}";
const env = { GITHUB_RUN_ID: "42" };
const runCreatedAt = "2025-12-31T23:00:00Z";

describe("findRunStart", () => {
  test("returns the time from GitHub, requested once", async () => {
    await using run = await openWorkflow({ env, github: { runCreatedAt } });
    expect(await run.workflow.runStart()).toEqual({ at: Date.parse(runCreatedAt), isExact: true });
    await run.workflow.runStart();
    expect(run.requestedRoutes()).toEqual(["GET /actions/runs/42"]);
  });

  test.each([
    ["must not be asked", forbidden()],
    ["knows no such run, because the token may not read runs", notFound()],
    ["is down", serverError()],
  ])("returns the latest time in the payload if GitHub %s", async (_what, reply) => {
    const payload = {
      release: { tag_name: "v1", created_at: "2027-12-01T00:00:00Z", published_at: "2025-12-30T00:00:00Z" },
      repository: { pushed_at: 1_767_000_000 - 86_400 },
      head_commit: { timestamp: "2027-01-01T00:00:00Z" },
    };
    await using run = await openWorkflow({ event: "release", payload, env });
    run.github.on(route, ...Array.from({ length: 4 }, () => reply));
    expect(await run.workflow.runStart()).toEqual({ at: Date.parse("2025-12-30T00:00:00Z"), isExact: false });
  });

  test("returns 35 days ago if there is no time in the payload", async () => {
    await using run = await openWorkflow({ env });
    run.github.on(route, notFound());
    expect(await run.workflow.runStart()).toEqual({
      at: run.runtime.now() - 35 * 86_400_000,
      isExact: false,
    });
  });

  test("fails with `interrupted` if the run is cancelled during the request", async () => {
    await using run = await openWorkflow({ env });
    run.runtime.interrupt();
    run.github.on(route, notFound());
    await expect(run.workflow.runStart()).rejects.toMatchObject({ code: "interrupted" });
  });
});

test.each(["push", "release", "pull_request", "issue_comment", "workflow_run"])(
  "GitHub's examples of %s contain a time in the past",
  async (event) => {
    for (const payload of exampleEvents(event)) {
      await using run = await openWorkflow({ event, payload, env });
      run.github.on(route, notFound());
      const { at: beginning } = await run.workflow.runStart();
      expect(beginning).toBeLessThan(run.runtime.now());
      expect(beginning).toBeGreaterThan(Date.UTC(2011, 0, 1));
    }
  },
);
