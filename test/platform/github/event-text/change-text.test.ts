import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { createPageFilter } from "../../../../src/inputs/pages.ts";
import { createWorkspace } from "../../../support/files/workspace.ts";
import { openWorkflow, tagEnvironment } from "../../../support/github/open-workflow.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

const letters = ["d", "c", "b", "a"];
const commits = letters.map((letter) => ({
  sha: letter.repeat(40),
  message: `Change ${letter}\n\nWhy.`,
  files: [{ filename: `docs/${letter}.md` }],
}));
const tags = [
  { name: "v1.1", sha: "c".repeat(40) },
  { name: "v1.0", sha: "a".repeat(40) },
];
const github = { commits, tags };
const ends = {
  head: { ref: "topic", sha: "d".repeat(40) },
  base: { ref: "main", sha: "a".repeat(40) },
};

describe("{{ commits }} lists the commits", () => {
  test("of the push, without merges", async () => {
    const payload = {
      commits: [{ message: "One\n\nbody" }, { message: "Merge pull request #1 from x" }, { message: "Two" }],
    };
    await using opened = await openWorkflow({ event: "push", payload });
    expect(await opened.read("commits")).toBe("- One\n- Two");
    expect(opened.requestedRoutes()).toEqual([]);
  });

  test("since the tag before, on a tag", async () => {
    await using opened = await openWorkflow({ event: "push", env: tagEnvironment("v1.1"), github });
    expect(await opened.read("commits")).toBe("- Change b\n- Change c");
  });

  test("of all history, on the first tag", async () => {
    await using opened = await openWorkflow({ event: "push", env: tagEnvironment("v1.0"), github });
    expect(await opened.read("commits")).toBe("- Change a");
  });

  test("since the newest tag, in a workflow_dispatch run", async () => {
    await using opened = await openWorkflow({ env: { GITHUB_SHA: "d".repeat(40) }, github });
    expect(await opened.read("commits")).toBe("- Change d");
  });

  test("or says why there are none: a scheduled run on the commit of the newest tag", async () => {
    const env = { GITHUB_SHA: "c".repeat(40) };
    await using opened = await openWorkflow({ event: "schedule", env, github });
    expect((await opened.value("commits"))?.emptyReason).toBe("there is no commit since v1.1.");
  });

  test("of the pull request", async () => {
    const pulls = [
      { number: 7, title: "Add", ...ends, commits: [{ sha: "e".repeat(40), message: "Its own" }] },
    ];
    const payload = { pull_request: { number: 7, title: "Add", body: null } };
    await using opened = await openWorkflow({ event: "pull_request", payload, github: { ...github, pulls } });
    expect(await opened.read("commits")).toBe("- Its own");
  });
});

describe("{{ changed_files }} lists the files", () => {
  const files = [
    { filename: "docs/a.md" },
    { filename: "gone.md", status: "removed" as const },
    { filename: "src/line\nbreak.ts" },
  ];
  const pulls = [{ number: 7, title: "Add", ...ends, files }];
  const payload = { pull_request: { number: 7, title: "Add", body: "It adds." } };

  test("of the pull request without deleted ones, each on one line", async () => {
    await using opened = await openWorkflow({ event: "pull_request", payload, github: { ...github, pulls } });
    expect(await opened.read("changed_files")).toBe("docs/a.md\nsrc/line break.ts");
  });

  test("of a pull request with several pages of files", async () => {
    const many = Array.from({ length: 230 }, (_, index) => ({ filename: `f${index}.ts` }));
    await using opened = await openWorkflow({
      event: "pull_request",
      payload,
      github: { ...github, pulls: [{ number: 7, title: "Add", ...ends, files: many }] },
    });
    expect((await opened.read("changed_files"))?.split("\n")).toHaveLength(230);
    expect(opened.requestedRoutes()).toHaveLength(3);
  });

  test("of the push", async () => {
    const before = { before: "b".repeat(40), after: "d".repeat(40) };
    await using opened = await openWorkflow({
      event: "push",
      payload: before,
      env: { GITHUB_SHA: "d".repeat(40) },
      github,
    });
    expect(await opened.read("changed_files")).toBe("docs/c.md\ndocs/d.md");
  });

  test("of the last commit, after a forced push whose old commit is gone", async () => {
    const before = { before: "9".repeat(40) };
    const env = { GITHUB_SHA: "d".repeat(40) };
    await using opened = await openWorkflow({ event: "push", payload: before, env, github });
    expect(await opened.read("changed_files")).toBe("docs/d.md");
  });

  test("of the last commit, for a new branch", async () => {
    const before = { before: "0".repeat(40) };
    await using opened = await openWorkflow({
      event: "push",
      payload: before,
      env: { GITHUB_SHA: "d".repeat(40) },
      github,
    });
    expect(await opened.read("changed_files")).toBe("docs/d.md");
  });
});

describe("{{ changed_pages }}", () => {
  const payload = { before: "a".repeat(40) };
  const env = { GITHUB_SHA: "d".repeat(40) };
  const pages = (names: string[]) => ({
    comparisons: {
      [`${"a".repeat(40)}...${"d".repeat(40)}`]: {
        commits: [],
        files: names.map((filename) => ({ filename })),
      },
    },
  });

  test("contains the pages of the checkout, each under its path, without front matter", async () => {
    const files = {
      "docs/a.md": "---\ntitle: A\n---\n# A\n\nTurn it.",
      "docs/b.txt": "Plain.",
      "docs/c.md": "---\n---\nKept.\n\n---\nMore.",
      "src/c.ts": "code",
    };
    await using opened = await openWorkflow({
      event: "push",
      payload,
      env,
      files,
      github: { ...github, ...pages(Object.keys(files)) },
    });
    expect(await opened.read("changed_pages")).toBe(
      "Page docs/a.md:\n\n# A\n\nTurn it.\n\nPage docs/b.txt:\n\nPlain.\n\nPage docs/c.md:\n\nKept.\n\n---\nMore.",
    );
  });

  test("contains only pages of documentation, or what `pages` selects", async () => {
    const files = { "docs/a.md": "A.", "CHANGELOG.md": "B.", "requirements.txt": "c" };
    await using opened = await openWorkflow({
      event: "push",
      payload,
      env,
      files,
      github: { ...github, ...pages(Object.keys(files)) },
    });
    expect(await opened.read("changed_pages")).toBe("Page docs/a.md:\n\nA.");
    const isPage = await createPageFilter("*.md");
    const words = opened.workflow.eventText(opened.workspace, undefined, { isPage });
    expect((await words.read("changed_pages"))?.text).toBe("Page CHANGELOG.md:\n\nB.");
  });

  test("contains pages in reStructuredText and AsciiDoc as Markdown", async () => {
    const files = {
      "docs/a.rst": "Boats\n=====\n\nSee :ref:`sails <s>`.",
      "docs/b.adoc": "= Piers\n:toc:\n\nDock.",
    };
    await using opened = await openWorkflow({
      event: "push",
      payload,
      env,
      files,
      github: { ...github, ...pages(Object.keys(files)) },
    });
    expect(await opened.read("changed_pages")).toBe(
      "Page docs/a.rst:\n\n# Boats\n\nSee sails.\n\nPage docs/b.adoc:\n\n# Piers\n\nDock.",
    );
  });

  test("never contains files from outside of the workspace, whatever a path says", async () => {
    const outside = createWorkspace({ "page.md": "Not yours." });
    const names = [
      `../${basename(outside)}/page.md`,
      join(outside, "page.md"),
      "docs/a.md",
      "docs/binary.md",
    ];
    const files = { "docs/a.md": "Here.", "docs/binary.md": "a\0b" };
    await using opened = await openWorkflow({
      event: "push",
      payload,
      env,
      files,
      github: { ...github, ...pages(names) },
    });
    expect(await opened.read("changed_pages")).toBe("Page docs/a.md:\n\nHere.");
  });

  test("is undefined if only code has changed", async () => {
    await using opened = await openWorkflow({
      event: "push",
      payload,
      env,
      github: { ...github, ...pages(["src/a.ts"]) },
    });
    expect(await opened.read("changed_pages")).toBeUndefined();
  });

  test("fails with a hint to check out the repository if the pages aren't there", async () => {
    await using opened = await openWorkflow({
      event: "push",
      payload,
      env,
      github: { ...github, ...pages(["docs/a.md"]) },
    });
    const { message, githubHint } = await failureOf(() => opened.read("changed_pages"));
    expect(message).toBe("The changed page isn't in the workspace.");
    expect(githubHint).toContain("actions/checkout");
  });
});

describe("{{ pull_request }}", () => {
  test.each([
    [
      "by its own event",
      "pull_request",
      {
        pull_request: {
          number: 7,
          title: "Add",
          body: "It adds.",
          html_url: "https://github.com/o/r/pull/7",
        },
      },
    ],
    [
      "by a comment on it",
      "issue_comment",
      {
        issue: {
          number: 7,
          title: "Add",
          body: "It adds.",
          pull_request: { html_url: "https://github.com/o/r/pull/7" },
        },
      },
    ],
  ])("is read %s", async (_, event, payload) => {
    await using opened = await openWorkflow({ event, payload });
    const names = ["title", "body", "number", "url"] as const;
    const values = await Promise.all(names.map((name) => opened.read(`pull_request.${name}`)));
    expect(values).toEqual(["Add", "It adds.", "7", "https://github.com/o/r/pull/7"]);
  });

  test("is undefined for a comment on an issue", async () => {
    await using opened = await openWorkflow({
      event: "issue_comment",
      payload: { issue: { number: 7, title: "Bug" } },
    });
    expect(await opened.read("pull_request.title")).toBeUndefined();
  });
});

test("reads repository, ref, sha, actor and event without a request, for every event", async () => {
  await using opened = await openWorkflow({ event: "schedule" });
  const names = ["repository", "ref", "sha", "actor", "event"] as const;
  expect(await Promise.all(names.map((name) => opened.read(name)))).toEqual([
    "octo/showreel-test",
    "main",
    "c0ffee0000000000000000000000000000c0ffee",
    "octocat",
    "schedule",
  ]);
  expect(opened.requestedRoutes()).toEqual([]);
});

test("sends no request outside of GitHub Actions", async () => {
  await using opened = await openWorkflow({ event: "", env: { GITHUB_REPOSITORY: "" }, releaseTag: "v1" });
  expect(await opened.read("release.notes")).toBeUndefined();
  expect(await opened.read("commits")).toBeUndefined();
  expect(opened.requestedRoutes()).toEqual([]);
});
