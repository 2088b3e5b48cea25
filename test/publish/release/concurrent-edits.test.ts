import { describe, expect, test } from "vitest";
import { createCommentPublisher } from "../../../src/publish/comment/publisher.ts";
import { writeState } from "../../../src/publish/comment/state.ts";
import { writeBlock } from "../../../src/publish/release/notes.ts";
import type { FakeComment, FakeRelease } from "../../support/github/fake-github/objects/objects.ts";
import { failure, type GithubState, primaryLimit, secondaryLimit } from "../../support/github/fake-github.ts";
import { type OpenedWorkflow, openWorkflow } from "../../support/github/open-workflow.ts";
import { completed, processing } from "../../support/pipeline/render-states.ts";

/** Faulty responses to a write. */
const faults = [
  ["HTTP 500", failure(500, "Server Error")],
  ["HTTP 502", { status: 502, body: "<html>Bad gateway</html>" }],
  ["HTTP 503", failure(503, "Service unavailable")],
  ["a secondary limit", secondaryLimit(60)],
  ["a primary limit", primaryLimit(Date.UTC(2026, 0, 1) / 1_000 + 90, 429)],
  ["a success that makes no sense", { status: 200, body: "<html></html>" }],
  ["a connection that ends before", "hang up"],
  ["a connection that ends behind", "lost"],
] as const;

const key = "ci/video/make/tour";
const [begin, end] = [`<!-- showreel:${key} -->`, `<!-- /showreel:${key} -->`];
const block = `${begin}\n\n[▶ Watch the video](https://new.example)\n\n${end}`;
const old = block.replace("new", "old");
const others = block.replaceAll(key, "ci/other/make/tour");

/** The initial notes, and another user's edit during our write. */
const edits: readonly (readonly [what: string, before: string, edit: (notes: string) => string])[] = [
  ["nothing", "Hello.", (notes) => notes],
  ["a line before", "Hello.", (notes) => `First.\n${notes}`],
  ["a line behind", "Hello.", (notes) => `${notes}\nLast.`],
  ["other words", "Hello.", () => "Goodbye."],
  ["nothing left", "Hello.", () => ""],
  ["the block of another run", "Hello.", (notes) => `${notes}\n\n${others}`],
  ["a line behind an older block of ours", `A.\n\n${old}`, (notes) => `${notes}\n\nBye.`],
  ["no older block of ours any more", `A.\n\n${old}`, () => "A."],
];

/** Returns the notes with our block once, in its place. */
function place(notes: string): string {
  if (notes.includes(block)) return notes;
  if (notes.includes(old)) return notes.replace(old, block);
  return notes === "" ? block : `${notes}\n\n${block}`;
}

/** Returns whether the current content was read before each write to this path. */
function readsBefore({ github }: OpenedWorkflow, path: RegExp): boolean {
  const requests = github.requests.filter((request) => path.test(request.path));
  return requests.every(({ method }, index) => method === "GET" || requests[index - 1]?.method === "GET");
}

describe.each(faults)("release notes whose update returns %s", (_fault, reply) => {
  test.each(edits)("keep a concurrent edit: %s", async (_, before, edit) => {
    const release: FakeRelease = { id: 2, tag: "v2", name: "Two", body: before };
    await using opened = await openWorkflow({ github: { releases: [release] } });
    const afterwards = ({ releases }: GithubState) => {
      for (const present of releases) present.body = edit(present.body ?? "");
    };
    opened.github.on("PATCH /repos/{owner}/{repo}/releases/{release_id}", { reply, afterwards });
    await writeBlock(
      { key, block },
      { runtime: opened.runtime, github: opened.workflow.github, releaseId: 2 },
    );
    const found = edit(reply === "lost" ? place(before) : before);
    expect(opened.github.state.releases[0]?.body).toBe(place(found));
    expect(readsBefore(opened, /\/releases\/2/)).toBe(true);
  });
});

const pull = {
  number: 7,
  title: "Add",
  head: { ref: "topic", sha: "d".repeat(40) },
  base: { ref: "main", sha: "a".repeat(40) },
};
const payload = { pull_request: { number: 7, title: "Add", head: { sha: "d".repeat(40) } } };
const laterRun = `${begin}\n### Release 3\n\n${writeState({ run: 43, attempt: 1 })}`;
const foreign: FakeComment = {
  id: 900,
  issue: 7,
  body: "A person's.",
  author: "mona",
  createdAt: "2026-01-01T00:00:00Z",
  updatedAt: "2026-01-01T00:00:00Z",
};

/** Another user's change of our comment during our write, and the final comments. */
const changes: readonly (readonly [
  what: string,
  change: (comments: FakeComment[]) => FakeComment[],
  after: readonly RegExp[],
])[] = [
  ["nothing", (comments) => comments, [/Ready/]],
  [
    "a later run's words",
    ([first, ...rest]) => (first ? [{ ...first, body: laterRun }, ...rest] : rest),
    [/Release 3/],
  ],
  ["that it is gone", () => [], [/Ready/]],
  ["a comment of a person", (comments) => [...comments, foreign], [/Ready/, /A person's/]],
  ["a copy by a person", (comments) => [...comments, { ...foreign, body: laterRun }], [/Ready/, /Release 3/]],
];

describe.each(faults)("a comment whose update returns %s", (_fault, reply) => {
  test.each(changes)("keeps a concurrent change: %s", async (_, change, after) => {
    const github = { pulls: [pull], permissions: { mona: "write" as const } };
    await using opened = await openWorkflow({ event: "pull_request", payload, github });
    const publisher = createCommentPublisher(opened.runtime, opened.workflow, key);
    await publisher.publish(processing);
    const afterwards = (state: GithubState) => {
      state.comments = change(state.comments);
    };
    opened.github.on("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { reply, afterwards });
    await publisher.publish(completed);
    const bodies = opened.github.state.comments.map(({ body }) => body);
    expect(bodies).toEqual(after.map((words) => expect.stringMatching(words)));
    expect(readsBefore(opened, /\/comments/)).toBe(true);
  });
});
