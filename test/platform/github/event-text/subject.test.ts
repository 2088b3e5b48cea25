import { describe, expect, test } from "vitest";
import { forbidden } from "../../../support/github/fake-github.ts";
import { openWorkflow, tagEnvironment } from "../../../support/github/open-workflow.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

const link = "https://github.com/o/r/releases/tag/v2";
const release = { id: 2, tag: "v2", name: "Two", body: "New." };
const github = { releases: [release] };

describe("a run is about", () => {
  test("the release that started it", async () => {
    const payload = { action: "published", release: { tag_name: "v2", name: "Two", html_url: link } };
    await using opened = await openWorkflow({ event: "release", payload });
    expect(await opened.subject()).toMatchObject({ version: "v2", link });
    expect((await opened.subject()).repository).toMatch(/^[\w-]+\/[\w-]+$/);
    expect(opened.requestedRoutes()).toEqual([]);
  });

  test("its pull request, without a version", async () => {
    const html_url = "https://github.com/o/r/pull/7";
    const payload = { pull_request: { number: 7, title: "Add", html_url } };
    await using opened = await openWorkflow({ event: "pull_request", payload });
    expect(await opened.subject()).toMatchObject({ version: undefined, link: html_url });
    expect(opened.requestedRoutes()).toEqual([]);
  });

  test("its tag, without a link as long as nothing needs the release from GitHub", async () => {
    await using opened = await openWorkflow({ event: "push", env: tagEnvironment("v2"), github });
    expect(await opened.subject()).toMatchObject({ version: "v2", link: undefined });
    expect(opened.requestedRoutes()).toEqual([]);
  });

  test("its tag, with the link of the release if that was read anyway", async () => {
    await using opened = await openWorkflow({ event: "push", env: tagEnvironment("v2"), github });
    await opened.read("release.notes");
    const requests = opened.requestedRoutes();
    expect((await opened.subject()).link).toMatch(/^https:.*v2$/);
    expect(opened.requestedRoutes()).toEqual(requests);
  });

  test("nothing outside of a repository", async () => {
    await using opened = await openWorkflow({ env: { GITHUB_REPOSITORY: "" } });
    expect(await opened.subject()).toEqual({ repository: undefined, version: undefined, link: undefined });
  });
});

describe("the subject", () => {
  test.each(["http://github.com/o/r/pull/7", "javascript:alert(1)", "//github.com", "", null])(
    "has no link that is not https: %j",
    async (html_url) => {
      const payload = { pull_request: { number: 7, title: "Add", html_url } };
      await using opened = await openWorkflow({ event: "pull_request", payload });
      expect((await opened.subject()).link).toBeUndefined();
    },
  );

  test("has no link if the release could not be read, and does not fail", async () => {
    await using opened = await openWorkflow({ env: tagEnvironment("v2"), github });
    opened.github.on("GET /repos/{owner}/{repo}/releases/tags/{tag}", forbidden());
    await failureOf(() => opened.read("release.url"));
    expect(await opened.subject()).toMatchObject({ version: "v2", link: undefined });
  });

  test("has a version without invisible characters", async () => {
    await using opened = await openWorkflow({ env: tagEnvironment("v\u202e2") });
    expect((await opened.subject()).version).toBe("v2");
  });
});
