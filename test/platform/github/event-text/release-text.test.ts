import { describe, expect, test } from "vitest";
import {
  forbidden,
  notFound,
  primaryLimit,
  secondaryLimit,
  serverError,
} from "../../../support/github/fake-github.ts";
import { openWorkflow, tagEnvironment, type WorkflowOptions } from "../../../support/github/open-workflow.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

const commits = ["c", "b", "a"].map((letter) => ({
  sha: letter.repeat(40),
  message: `Change ${letter}\n\nWhy.`,
}));
const tags = [
  { name: "v2", sha: "c".repeat(40) },
  { name: "v1", sha: "a".repeat(40) },
];
const first = { id: 1, tag: "v1", name: "One", body: "The first." };
const second = { id: 2, tag: "v2", name: "Two", body: "## New\n\n- Faster" };
const byTag = "GET /repos/{owner}/{repo}/releases/tags/{tag}";
const generate = "POST /repos/{owner}/{repo}/releases/generate-notes";

describe("release notes come from", () => {
  test("the event's release, without a request", async () => {
    const payload = {
      action: "published",
      release: { tag_name: "v2", name: null, body: "Its notes.", html_url: "https://github.com/o/r" },
    };
    await using opened = await openWorkflow({ event: "release", payload });
    expect(await opened.read("release.notes")).toBe("Its notes.");
    expect(await opened.read("release.name")).toBe("v2");
    expect(await opened.read("release.url")).toBe("https://github.com/o/r");
    expect(await opened.read("tag")).toBe("v2");
    expect(opened.requestedRoutes()).toEqual([]);
  });

  test.each([
    ["a pushed tag", { event: "push", env: tagEnvironment("v2") }],
    ["a run by hand on a tag", { env: tagEnvironment("v2") }],
    ["a run by hand with release_tag", { releaseTag: "v2" }],
    ["a called workflow with release_tag, whatever the caller's event", { event: "push", releaseTag: "v2" }],
    [
      "a release event of another tag",
      { event: "release", payload: { release: { tag_name: "v9", body: "No." } }, releaseTag: "v2" },
    ],
  ])("the release of the tag: %s", async (_, options) => {
    await using opened = await openWorkflow({
      ...options,
      github: { releases: [second, first], tags, commits },
    });
    expect(await opened.read("release.notes")).toBe("## New\n\n- Faster");
    expect(await opened.read("release.name")).toBe("Two");
    expect(opened.requestedRoutes()).toEqual(["GET /releases/tags/v2"]);
  });

  test("a draft, if the token can see it", async () => {
    const draft = { ...second, draft: true };
    await using opened = await openWorkflow({
      env: tagEnvironment("v2"),
      github: { releases: [draft, first], tags, commits },
    });
    expect(await opened.read("release.notes")).toBe("## New\n\n- Faster");
    expect(opened.requestedRoutes()).toEqual(["GET /releases/tags/v2", "GET /releases?per_page=100"]);
  });

  test("the release, without our own block", async () => {
    const body =
      "Before.\n\n<!-- showreel:ci/v -->\n[![poster](x)](y)\n<!-- /showreel:ci/v -->\n\nAfter. <!-- showreel:other --> stays";
    await using opened = await openWorkflow({
      env: tagEnvironment("v2"),
      github: { releases: [{ ...second, body }], tags, commits },
    });
    expect(await opened.read("release.notes")).toBe("Before.\n\nAfter. <!-- showreel:other --> stays");
  });

  test("GitHub's generated notes since the previous release, if there is no release", async () => {
    const github = {
      releases: [first],
      tags,
      commits,
      generatedNotes: { name: "v2", body: "## What's Changed\n* It" },
    };
    await using opened = await openWorkflow({ event: "push", env: tagEnvironment("v2"), github });
    expect(await opened.read("release.notes")).toBe("## What's Changed\n* It");
    const asked = opened.github.requests.find(({ method }) => method === "POST");
    expect(asked?.body).toEqual({ tag_name: "v2", previous_tag_name: "v1" });
  });

  test("GitHub's generated notes, if the release contains only our block", async () => {
    const body = "<!-- showreel:k -->x<!-- /showreel:k -->";
    const github = {
      releases: [{ ...second, body }, first],
      tags,
      commits,
      generatedNotes: { name: "v2", body: "Made." },
    };
    await using opened = await openWorkflow({ env: tagEnvironment("v2"), github });
    expect(await opened.read("release.notes")).toBe("Made.");
  });

  test("the commits, with a permission hint, if the token may not generate notes", async () => {
    await using opened = await openWorkflow({
      env: tagEnvironment("v2"),
      github: { tags, commits, canPush: false },
    });
    expect(await opened.read("release.notes")).toBe("- Change b\n- Change c");
    expect(opened.warnings()).toEqual([expect.stringContaining("permissions:\n  contents: write")]);
  });

  test("nowhere, if there is no tag", async () => {
    await using opened = await openWorkflow({ event: "push", github: { releases: [second], tags, commits } });
    expect(await opened.read("release.notes")).toBeUndefined();
    expect(await opened.read("tag")).toBeUndefined();
    expect(opened.requestedRoutes()).toEqual([]);
  });
});

describe("a fault of GitHub's", () => {
  test("is retried if it is transient, and requested once for all placeholders", async () => {
    await using opened = await openWorkflow({
      env: tagEnvironment("v2"),
      github: { releases: [second], tags, commits },
    });
    opened.github.on(byTag, serverError(), "hang up", secondaryLimit(5));
    expect(await opened.read("release.notes")).toBe("## New\n\n- Faster");
    expect(opened.runtime.sleeps).toEqual([1_000, 2_000, 5_000]);
    await opened.read("release.name");
    expect(opened.requestedRoutes()).toHaveLength(4);
  });

  test("that is permanent fails the run instead of changing the text", async () => {
    await using opened = await openWorkflow({
      env: tagEnvironment("v2"),
      github: { releases: [second], tags, commits },
    });
    opened.github.on(byTag, serverError(), serverError(), serverError(), serverError());
    const { code, message, hint } = await failureOf(() => opened.read("release.notes"));
    expect([code, message]).toEqual([
      "network_error",
      expect.stringContaining("/repos/octo/showreel-test/releases/tags/v2)"),
    ]);
    expect(hint).toContain("githubstatus.com");
  });

  test("a rate limit that lasts for an hour fails without a pause", async () => {
    await using opened = await openWorkflow({ env: tagEnvironment("v2"), github: { releases: [second] } });
    opened.github.on(byTag, primaryLimit(opened.runtime.now() / 1_000 + 3_000));
    expect((await failureOf(() => opened.read("release.notes"))).code).toBe("rate_limited");
    expect(opened.runtime.sleeps).toEqual([]);
  });

  test.each([["a missing permission", forbidden(), "permissions:\n  contents: read"]])(
    "%s fails with the YAML to add",
    async (_, reply, words) => {
      await using opened = await openWorkflow({ env: tagEnvironment("v2"), github: { releases: [second] } });
      opened.github.on(byTag, reply);
      const { code, hint } = await failureOf(() => opened.read("release.notes"));
      expect([code, hint]).toEqual(["unauthorized", expect.stringContaining(words)]);
    },
  );

  test("an invalid token fails with `unauthorized` and is not shown", async () => {
    await using opened = await openWorkflow({ env: tagEnvironment("v2"), token: "ghs_wrong" });
    const { code, message, hint } = await failureOf(() => opened.read("release.notes"));
    expect([code, message]).toEqual(["unauthorized", expect.stringContaining("HTTP 401")]);
    expect(`${message} ${hint}`).not.toContain("ghs_wrong");
  });

  test("an unexpected response is requested again", async () => {
    await using opened = await openWorkflow({
      env: tagEnvironment("v2"),
      github: { releases: [second], tags, commits },
    });
    opened.github.on(byTag, { status: 200, body: { tag_name: 5 } }, { status: 200, body: "<html>" });
    expect(await opened.read("release.notes")).toBe("## New\n\n- Faster");
  });

  test("a request of an interrupted run fails with `interrupted`", async () => {
    await using opened = await openWorkflow({ env: tagEnvironment("v2") });
    opened.github.on(byTag, "no answer");
    const asked = failureOf(() => opened.read("release.notes"));
    opened.runtime.interrupt();
    expect((await asked).code).toBe("interrupted");
  });

  test("a 404 for generated notes leads to the commits", async () => {
    await using opened = await openWorkflow({ env: tagEnvironment("v2"), github: { tags, commits } });
    opened.github.on(generate, notFound());
    expect(await opened.read("release.notes")).toBe("- Change b\n- Change c");
  });
});

describe("stableName, for values that may change between attempts of a run,", () => {
  const known = async (options: WorkflowOptions) => {
    await using opened = await openWorkflow(options);
    const values = await Promise.all([opened.value("release.notes"), opened.value("release.name")]);
    return values.map((value) => value?.stableName);
  };

  test("is the same whether the release existed already or not", async () => {
    const asked = ["notes of v2", "name of v2"];
    const on = { env: tagEnvironment("v2") };
    expect(await known({ ...on, github: { releases: [second, first], tags, commits } })).toEqual(asked);
    expect(await known({ ...on, github: { releases: [first], tags, commits } })).toEqual(asked);
    expect(await known({ ...on, github: { tags, commits, canPush: false } })).toEqual(asked);
    expect(await known({ releaseTag: "v1", github: { releases: [first] } })).toEqual([
      "notes of v1",
      "name of v1",
    ]);
  });

  test("is undefined for a value from the payload", async () => {
    const payload = { release: { tag_name: "v2", name: "Two", body: "Its notes." } };
    expect(await known({ event: "release", payload })).toEqual([undefined, undefined]);
  });
});

test.each(["..", ".", "a/../b", "v 1", "v1?x", "v1\n", "/v1", "v1/", "a//b", ".hidden"])(
  "rejects the tag name %j without a request",
  async (releaseTag) => {
    const { code, message } = await failureOf(() => openWorkflow({ releaseTag }));
    expect([code, message]).toEqual([
      "invalid_input",
      expect.stringMatching(/^`release_tag`: .* is not a valid tag name\.$/),
    ]);
  },
);

test("rejects a tag that does not exist before it generates notes", async () => {
  await using opened = await openWorkflow({
    releaseTag: "v2x",
    github: { releases: [second], tags, commits },
  });
  const { code, message } = await failureOf(() => opened.read("release.notes"));
  expect([code, message]).toEqual(["invalid_input", '`release_tag`: the tag "v2x" does not exist.']);
});

describe("`release_tag: latest`", () => {
  const releases = [{ id: 3, tag: "v3-beta", name: "Beta", body: "", prerelease: true }, second, first];

  test("is the release that GitHub calls the latest: no draft and no pre-release", async () => {
    await using opened = await openWorkflow({ event: "schedule", github: { releases, tags, commits } });
    expect(await opened.workflow.latestReleaseTag()).toBe("v2");
    expect(opened.requestedRoutes()).toEqual(["GET /releases/latest"]);
  });

  test("is an error if there is no release, or no repository", async () => {
    await using opened = await openWorkflow({ event: "schedule" });
    const { code, message } = await failureOf(() => opened.workflow.latestReleaseTag());
    expect([code, message]).toEqual([
      "invalid_input",
      "`release_tag` is `latest`, but octo/showreel-test has no release.",
    ]);
    await using terminal = await openWorkflow({ env: { GITHUB_REPOSITORY: "" } });
    expect((await failureOf(() => terminal.workflow.latestReleaseTag())).message).toContain(
      "the repository of this run is unknown",
    );
  });

  test("names its values for later attempts, in which another release may be the latest", async () => {
    await using opened = await openWorkflow({ event: "schedule", github: { releases, tags, commits } });
    const words = opened.workflow.eventText("/nowhere", "v2", { isLatestRelease: true });
    expect(await words.read("tag")).toEqual({ text: "v2", stableName: "tag of the latest release" });
    expect((await words.read("release.notes"))?.stableName).toBe("release.notes of the latest release");
    expect((await words.read("repository"))?.stableName).toBeUndefined();
  });
});
