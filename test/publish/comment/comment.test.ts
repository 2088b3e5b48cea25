import { describe, expect, test } from "vitest";
import { createRecord, type VideoState } from "../../../src/jobs/video-record.ts";
import { createCommentPublisher } from "../../../src/publish/comment/publisher.ts";
import { writeState } from "../../../src/publish/comment/state.ts";
import { publishAll } from "../../../src/publish/publisher.ts";
import { forbidden, notFound, secondaryLimit, serverError } from "../../support/github/fake-github.ts";
import {
  type OpenedWorkflow,
  openWorkflow,
  type WorkflowOptions,
} from "../../support/github/open-workflow.ts";
import { toReadableText } from "../../support/leaks/visible-output.ts";
import { completed, failed, processing, timedOut } from "../../support/pipeline/render-states.ts";

const ends = { head: { ref: "topic", sha: "d".repeat(40) }, base: { ref: "main", sha: "a".repeat(40) } };
const pull = { number: 7, title: "Add", ...ends };
const payload = { pull_request: { number: 7, title: "Add", head: { sha: "d".repeat(40) } } };
const onPull: WorkflowOptions = { event: "pull_request", payload, github: { pulls: [pull] } };
const create = "POST /repos/{owner}/{repo}/issues/{issue_number}/comments";
const list = "GET /repos/{owner}/{repo}/issues/{issue_number}/comments";

const run = (id: number, attempt = 1) => ({ GITHUB_RUN_ID: String(id), GITHUB_RUN_ATTEMPT: String(attempt) });

function publisherIn({ runtime, workflow }: OpenedWorkflow, key = "ci/video/make/tour") {
  return createCommentPublisher(runtime, workflow, key);
}

/** Returns the comment of a run in this state. */
async function say(video: VideoState, opened: OpenedWorkflow, key?: string) {
  return publisherIn(opened, key).publish(video);
}

const bodies = ({ github }: OpenedWorkflow) => github.state.comments.map(({ body }) => toReadableText(body));

/** Another run with the same GitHub. */
async function nextRun(before: OpenedWorkflow, env: NodeJS.ProcessEnv): Promise<OpenedWorkflow> {
  const next = await openWorkflow({ ...onPull, env: { ...env, GITHUB_API_URL: before.github.url } });
  return { ...next, github: before.github };
}

describe("the comment", () => {
  test("is updated from rendering to ready", async () => {
    await using opened = await openWorkflow({ ...onPull, env: run(42) });
    const publisher = publisherIn(opened);
    publisher.onStarted(processing);
    await expect
      .poll(() => bodies(opened), { timeout: 120_000 })
      .toEqual([expect.stringContaining("**Rendering**; it usually takes 20 min to 45 min.")]);
    const { commentUrl } = await publisher.publish(completed);
    const [body = "", ...others] = bodies(opened);
    expect(others).toEqual([]);
    expect(body).toMatch(/^<!-- showreel:ci\/video\/make\/tour -->\n### Release 2\n/);
    expect(body).toContain("[▶ Watch the video](https://github.com/octo/reel/actions/runs/42/artifacts/7)");
    expect(body).toContain(
      "**Ready.** Rendered by this [workflow run](https://github.com/octo/showreel-test/actions/runs/42).",
    );
    expect(body).toContain("| Length | 1 min 20 s (expected about 1 min 15 s) |");
    expect(commentUrl).toBe(
      `https://github.com/octo/showreel-test/pull/7#issuecomment-${opened.github.state.comments[0]?.id}`,
    );
  });

  test.each([
    [
      "a failure with its remedy",
      failed,
      "**generation_failed**: The video failed: the avatar could not be found",
    ],
    ["the way back after a timeout", timedOut, 'Resume it with <code>video_id</code> set to "v_1".'],
    ["that a video was resumed", { ...completed, resumed: true }, "**Ready.** Resumed by this"],
  ])("shows %s", async (_, render, words) => {
    await using opened = await openWorkflow(onPull);
    await say(render, opened);
    expect(bodies(opened)).toEqual([expect.stringContaining(words)]);
  });

  test("shows what has changed since the previous run's video", async () => {
    await using first = await openWorkflow({ ...onPull, env: run(42) });
    await say({ ...completed, local: { ...completed.local, durationSeconds: 60 } } as VideoState, first);
    await using second = await nextRun(first, { ...run(43), GITHUB_SHA: "e".repeat(40) });
    for (const render of [processing, completed]) await say(render, second);
    const [body] = bodies(first);
    expect(body).toContain("| Since the last video | 1 min → 1 min 20 s, ddddddd → ddddddd |");
    expect(bodies(first)).toHaveLength(1);
  });

  test("is not changed if a later run or attempt wrote it", async () => {
    await using later = await openWorkflow({ ...onPull, env: run(43, 2) });
    await say(completed, later);
    const before = bodies(later);
    for (const env of [run(42, 9), run(43, 1)]) {
      await using earlier = await nextRun(later, env);
      await say(failed, earlier);
    }
    expect(bodies(later)).toEqual(before);
  });

  test("is created per video", async () => {
    await using opened = await openWorkflow(onPull);
    await say(completed, opened, "ci/video/make/tour");
    await say(completed, opened, "ci/video/make/tour%202");
    expect(bodies(opened)).toHaveLength(2);
  });

  test("is found among hundreds of comments, and those of other users are not touched", async () => {
    await using opened = await openWorkflow(onPull);
    const marker = "<!-- showreel:ci/video/make/tour -->";
    const times = { createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z" };
    const others = Array.from({ length: 230 }, (_, index) => ({
      id: index + 1,
      issue: 7,
      body: "Hm.",
      author: "mona",
      ...times,
    }));
    opened.github.state.comments.push(...others, {
      id: 300,
      issue: 7,
      body: `${marker}\nmine`,
      author: "mona",
      ...times,
    });
    for (const render of [processing, completed]) await say(render, opened);
    expect(opened.github.state.comments.filter(({ body }) => body.startsWith(marker))).toHaveLength(2);
    expect(opened.github.state.comments.find(({ id }) => id === 300)?.body).toBe(`${marker}\nmine`);
  });

  test("is written on the open pull request of a pushed branch", async () => {
    const env = { GITHUB_REF: "refs/heads/topic", GITHUB_REF_NAME: "topic", GITHUB_SHA: "d".repeat(40) };
    const commits = [{ sha: "d".repeat(40), message: "x" }];
    await using opened = await openWorkflow({
      event: "push",
      env,
      github: { pulls: [{ ...pull, commits }], commits },
    });
    await say(completed, opened);
    expect(bodies(opened)).toHaveLength(1);
  });

  test("is not created if there is no pull request", async () => {
    await using opened = await openWorkflow({ event: "schedule" });
    expect(await say(completed, opened)).toEqual({});
    expect(opened.runtime.lines).toContain("info: There is no open pull request to comment on.");
  });
});

describe("a comment that is not ours", () => {
  const marker = "<!-- showreel:ci/video/make/tour -->";
  const words = `${marker}\n### Release 1\n\n${writeState({ run: 1, attempt: 1 })}`;
  const times = { createdAt: "2026-01-01T00:00:00Z", updatedAt: "2026-01-01T00:00:00Z" };

  test.each([
    ["another bot's", "dependabot[bot]", words],
    ["a member's, who has pasted ours", "hubot", words],
    ["a stranger's, who has pasted ours", "mona", words],
    ["one of another action, which has our mark alone", "github-actions[bot]", `${marker}\nBuild passed.`],
    ["one that quotes ours", "github-actions[bot]", `> ${words.replaceAll("\n", "\n> ")}`],
    ["one that has ours as code", "github-actions[bot]", `\`\`\`\n${words}\n\`\`\``],
  ])("is not changed: %s", async (_, author, body) => {
    const github = { pulls: [pull], permissions: { hubot: "admin" as const } };
    await using opened = await openWorkflow({ ...onPull, github });
    opened.github.state.comments.push({ id: 5, issue: 7, body, author, ...times });
    for (const render of [processing, completed]) await say(render, opened);
    const [foreign, ours, ...others] = opened.github.state.comments;
    expect(foreign).toEqual({ id: 5, issue: 7, body, author, ...times });
    expect([toReadableText(ours?.body ?? ""), others]).toEqual([expect.stringContaining("**Ready.**"), []]);
  });

  test.each(["octo-videos[bot]", "mona"])(
    "is distinguished from ours with the token of %s",
    async (login) => {
      await using opened = await openWorkflow({ ...onPull, github: { pulls: [pull], login } });
      const foreign = { id: 5, issue: 7, body: words, author: "github-actions[bot]", ...times };
      opened.github.state.comments.push(foreign);
      for (const render of [processing, completed]) await say(render, opened);
      expect(opened.github.state.comments.map(({ author }) => author)).toEqual([
        "github-actions[bot]",
        login,
      ]);
      expect(opened.github.state.comments[0]).toEqual(foreign);
    },
  );

  test.each([
    ["does not know the question", notFound()],
    ["does not allow it", forbidden()],
    ["answers with errors", { status: 200, body: { errors: [{ message: "No." }] } }],
  ])("is distinguished from ours by the default login if the server %s", async (_, reply) => {
    await using opened = await openWorkflow(onPull);
    opened.github.on("POST /graphql", ...Array.from({ length: 12 }, () => reply));
    const foreign = { id: 5, issue: 7, body: words, author: "dependabot[bot]", ...times };
    opened.github.state.comments.push(foreign);
    for (const render of [processing, completed]) await say(render, opened);
    expect(opened.github.state.comments.map(({ author }) => author)).toEqual([
      "dependabot[bot]",
      "github-actions[bot]",
    ]);
    expect(opened.github.state.comments[0]).toEqual(foreign);
  });

  const login = "mona";
  const byMona = { ...onPull, github: { pulls: [pull], login } };
  const add = (opened: OpenedWorkflow, id: number, body: string) =>
    opened.github.state.comments.push({ id, issue: 7, body, author: login, ...times });

  test.each([
    ["a copy behind it", 900_000_000],
    ["a copy that is older", 5],
  ])("is not changed even if the token's own user wrote it: %s", async (_, id) => {
    await using opened = await openWorkflow({ ...byMona, env: run(42) });
    await say(processing, opened);
    const [ours] = opened.github.state.comments;
    const copy = ours?.body ?? "";
    add(opened, id, copy);
    opened.github.state.comments.sort((a, b) => a.id - b.id);
    await say(completed, opened);
    await using later = await nextRun(opened, run(43));
    await say(completed, later);
    const left = Object.fromEntries(opened.github.state.comments.map((each) => [each.id, each.body]));
    expect(Object.keys(left)).toHaveLength(2);
    expect(left[id]).toBe(copy);
    expect(toReadableText(left[ours?.id ?? 0] ?? "")).toContain("**Ready.**");
  });

  test("is not changed if it is a copy of our deleted comment by the token's own user", async () => {
    await using opened = await openWorkflow({ ...byMona, env: run(42) });
    await say(processing, opened);
    const copy = opened.github.state.comments[0]?.body ?? "";
    opened.github.state.comments = [];
    add(opened, 5, copy);
    for (const render of [processing, completed]) await say(render, opened);
    expect(opened.github.state.comments[0]?.body).toBe(copy);
    expect(opened.github.state.comments).toHaveLength(2);
  });

  test("is distinguished from a duplicate of ours, which is deleted", async () => {
    await using opened = await openWorkflow({ ...byMona, env: run(43) });
    for (const id of [5, 6])
      add(opened, id, words.replace(/\{.*\}/, JSON.stringify({ run: 42, attempt: 1, comment: id })));
    await say(completed, opened);
    expect(opened.github.state.comments.map(({ id }) => id)).toEqual([5]);
  });

  test("needs no request for the token's login if there is none", async () => {
    await using opened = await openWorkflow(onPull);
    opened.github.on(create, "lost", forbidden());
    await say(processing, opened);
    expect(opened.requestedRoutes().filter((line) => line.includes("graphql")).length).toBeLessThanOrEqual(1);
    expect(opened.requestedRoutes()[0]).toMatch(/^GET .*comments/);
  });
});

describe("a fault of GitHub's", () => {
  async function rider(opened: OpenedWorkflow) {
    const record = createRecord(opened.runtime, "Release 2", () => {});
    record.update(completed);
    await publishAll(opened.runtime, [publisherIn(opened)], record);
    return record.current();
  }

  test("is retried if it is transient, after the pause that GitHub asks for", async () => {
    await using opened = await openWorkflow(onPull);
    opened.github.on(list, serverError(), secondaryLimit(60));
    expect((await rider(opened)).commentUrl).toContain("#issuecomment-");
    expect(opened.runtime.sleeps).toContain(60_000);
  });

  test("such as an outdated list creates no second comment", async () => {
    await using opened = await openWorkflow(onPull);
    const empty = { status: 200, body: [] };
    opened.github.on(list, empty, empty, empty);
    await rider(opened);
    expect(bodies(opened)).toHaveLength(1);
  });

  test("with an unknown outcome creates no second comment", async () => {
    await using opened = await openWorkflow(onPull);
    opened.github.on(create, "lost");
    await rider(opened);
    expect(bodies(opened)).toHaveLength(1);
  });

  test("such as a missing permission logs a warning with the YAML to add", async () => {
    await using opened = await openWorkflow(onPull);
    opened.github.on(create, forbidden());
    expect((await rider(opened)).local).toBeDefined();
    const [warning = ""] = opened.warnings();
    expect(warning).toContain("The comment could not be published; the video itself is complete.");
    expect(warning).toContain("permissions:\n  pull-requests: write");
    expect(warning).not.toContain("Nothing was submitted");
  });
});
