import { describe, expect, test } from "vitest";
import { forbidden } from "../../support/github/fake-github.ts";
import { openWorkflow } from "../../support/github/open-workflow.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";

describe("an actor who starts a run by an event that is open to everyone", () => {
  test.each(["admin", "write"] as const)("is accepted with %s permission", async (permission) => {
    await using opened = await openWorkflow({
      event: "issue_comment",
      github: { permissions: { octocat: permission } },
    });
    await opened.workflow.requireTrust();
    expect(opened.requestedRoutes()).toEqual(["GET /collaborators/octocat/permission"]);
  });

  test.each(["read", "none"] as const)("is rejected with %s permission", async (permission) => {
    await using opened = await openWorkflow({
      event: "pull_request_target",
      github: { permissions: { octocat: permission } },
    });
    const { code, message, hint } = await failureOf(() => opened.workflow.requireTrust());
    expect(code).toBe("unauthorized");
    expect(message).toContain("octocat started this run by pull_request_target and has no write permission");
    expect(hint).toContain("`allow_untrusted`");
  });

  test("is rejected if their permission is a 404", async () => {
    await using opened = await openWorkflow({ event: "issue_comment", env: { GITHUB_ACTOR: "no-one/../x" } });
    expect((await failureOf(() => opened.workflow.requireTrust())).code).toBe("unauthorized");
  });

  test("is rejected if GitHub does not report their permission", async () => {
    await using opened = await openWorkflow({
      event: "issue_comment",
      github: { permissions: { octocat: "write" } },
    });
    opened.github.on(route, forbidden());
    expect((await failureOf(() => opened.workflow.requireTrust())).code).toBe("unauthorized");
    expect(opened.requestedRoutes()).toEqual(["GET /collaborators/octocat/permission"]);
  });
});

const ownBranch = { pull_request: { head: { repo: { full_name: "octo/showreel-test" } } } };

test.each<[event: string, payload: object]>([
  ["push", {}],
  ["release", {}],
  ["pull_request", ownBranch],
  ["workflow_dispatch", {}],
  ["schedule", {}],
])("sends no permission request for %s", async (event, payload) => {
  await using opened = await openWorkflow({ event, payload });
  await opened.workflow.requireTrust();
  expect(opened.requestedRoutes()).toEqual([]);
});
