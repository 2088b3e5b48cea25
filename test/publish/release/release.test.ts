import { createHash } from "node:crypto";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRecord, type VideoState } from "../../../src/jobs/video-record.ts";
import { publishAll } from "../../../src/publish/publisher.ts";
import { assetNameStem, createReleasePublishers } from "../../../src/publish/release/publisher.ts";
import { createWorkspace } from "../../support/files/workspace.ts";
import type { FakeRelease } from "../../support/github/fake-github/objects/objects.ts";
import {
  forbidden,
  notFound,
  secondaryLimit,
  serverError,
  validationFailed,
} from "../../support/github/fake-github.ts";
import { type OpenedWorkflow, openWorkflow } from "../../support/github/open-workflow.ts";
import { completed, videoFormat } from "../../support/pipeline/render-states.ts";
import { failureOf } from "../../support/runtime/failure-of.ts";

const notes = "## New\r\n\r\n- Faster  \n\n<!-- a comment -->\n";
const release: FakeRelease = { id: 2, tag: "v2", name: "Two", body: notes };
const upload = "POST /uploads/repos/{owner}/{repo}/releases/{release_id}/assets";
const rename = "PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}";

/** A finished video on disk, with these bytes. */
function videoOf(content: string, poster?: string): VideoState {
  const folder = createWorkspace({ "v.mp4": content, ...(poster !== undefined && { "v.jpg": poster }) });
  const sha256 = createHash("sha256").update(content).digest("hex");
  const local = { path: join(folder, "v.mp4"), sizeBytes: content.length, sha256, ...videoFormat };
  return { ...completed, local, ...(poster !== undefined && { posterPath: join(folder, "v.jpg") }) };
}

/** Publishes as a run does: files, and then notes. */
async function publish(
  opened: OpenedWorkflow,
  video: VideoState,
  place: { key?: string; fileName?: string } = {},
) {
  const { key = "ci/video/make/tour", fileName = "tour" } = place;
  const { files, notes } = createReleasePublishers(opened.runtime, opened.workflow, {
    tag: "v2",
    key,
    fileName: () => fileName,
  });
  const record = createRecord(opened.runtime, "Release 2", () => {});
  record.update(video);
  await publishAll(opened.runtime, [files], record);
  await publishAll(opened.runtime, [notes], record);
  return record.current();
}

const fill = (...releases: FakeRelease[]) => openWorkflow({ github: { releases } });
const ours = ({ github }: OpenedWorkflow) => github.state.releases[0];
const names = (opened: OpenedWorkflow) => ours(opened)?.assets?.map(({ name }) => name) ?? [];

describe("a release", () => {
  test("gets video, poster and a link in its notes, and the rest of the notes is not changed", async () => {
    await using opened = await fill(release);
    const { releaseAssetUrl } = await publish(opened, videoOf("video", "poster"));
    expect(ours(opened)?.assets).toMatchObject([
      {
        name: "tour.mp4",
        contentType: "video/mp4",
        bytes: 5,
        sha256: createHash("sha256").update("video").digest("hex"),
      },
      { name: "tour.jpg", contentType: "image/jpeg", bytes: 6 },
    ]);
    expect(releaseAssetUrl).toBe("https://github.com/octo/showreel-test/releases/download/v2/tour.mp4");
    const [before, block] = ours(opened)?.body?.split("<!-- showreel:ci/video/make/tour -->") ?? [];
    expect(before).toBe(`${notes}\n\n`);
    expect(block).toContain(
      `<a href="${releaseAssetUrl}"><img src="https://github.com/octo/showreel-test/releases/download/v2/tour.jpg"`,
    );
    expect(block).toContain(`[▶ Watch the video](${releaseAssetUrl})`);
    expect(block?.endsWith("<!-- /showreel:ci/video/make/tour -->")).toBe(true);
  });

  test("is read without our block", async () => {
    await using opened = await fill(release);
    await publish(opened, videoOf("video"));
    await publish(opened, videoOf("other"), { key: "ci/video/make/2", fileName: "second" });
    const words = opened.workflow.eventText("/nowhere", "v2");
    expect((await words.read("release.notes"))?.text).toBe(notes.trim());
  });

  test("gets the new asset before the old one with its name is deleted", async () => {
    await using opened = await fill(release);
    await publish(opened, videoOf("old"));
    await publish(opened, videoOf("newer"));
    expect(ours(opened)?.assets).toMatchObject([{ name: "tour.mp4", bytes: 5 }]);
    const order = opened
      .requestedRoutes()
      .filter((line) => /^(DELETE|POST|PATCH.*assets)/.test(line))
      .slice(-3);
    expect(order.map((line) => line.split(" ")[0])).toEqual(["PATCH", "PATCH", "DELETE"]);
    expect(ours(opened)?.body?.match(/<!-- showreel:/g)).toHaveLength(1);
  });

  test("is not changed if it has the same file already", async () => {
    await using opened = await fill(release);
    const video = videoOf("same");
    await publish(opened, video);
    const before = opened.github.requests.filter(({ method }) => method !== "GET").length;
    await publish(opened, video);
    expect(opened.github.requests.filter(({ method }) => method !== "GET")).toHaveLength(before);
  });

  test("that is a draft gets links that work once it is published", async () => {
    await using opened = await fill({ ...release, draft: true });
    const { releaseAssetUrl } = await publish(opened, videoOf("video"));
    expect(releaseAssetUrl).toBe("https://github.com/octo/showreel-test/releases/download/v2/tour.mp4");
    expect(names(opened)).toEqual(["tour.mp4"]);
  });

  test("that is immutable gets only a link to the artifact in its notes", async () => {
    await using opened = await fill({ ...release, immutable: true });
    expect((await publish(opened, videoOf("video"))).releaseAssetUrl).toBeUndefined();
    expect(names(opened)).toEqual([]);
    expect(ours(opened)?.body).toContain(
      "[▶ Watch the video](https://github.com/octo/reel/actions/runs/42/artifacts/7)",
    );
    expect(opened.runtime.lines.join("\n")).toContain("an immutable release takes files only as a draft");
    expect(opened.warnings()).toEqual([]);
  });

  test("that GitHub reports as immutable during the upload gets only a link too", async () => {
    await using opened = await fill(release);
    opened.github.on(upload, {
      status: 422,
      body: { message: "Cannot upload assets to an immutable release." },
    });
    await publish(opened, videoOf("video"));
    expect(ours(opened)?.body).toContain("/actions/runs/42/artifacts/7)");
    expect(opened.warnings()).toEqual([]);
  });

  test("gets only a link for a file of 2 GiB", async () => {
    await using opened = await fill(release);
    const { local, ...video } = videoOf("video");
    await publish(opened, { ...video, local: { ...local, sizeBytes: 2 * 1_024 ** 3 } } as VideoState);
    expect([names(opened), opened.warnings()]).toEqual([[], []]);
    expect(opened.runtime.lines.join("\n")).toContain("GitHub accepts only files smaller than 2 GiB");
  });

  test("whose notes are too long logs a warning", async () => {
    await using opened = await fill({ ...release, body: "x".repeat(124_990) });
    await publish(opened, videoOf("video"));
    expect(opened.warnings()).toEqual([
      expect.stringContaining("The release notes are too long to add the link."),
    ]);
    expect(names(opened)).toEqual(["tour.mp4"]);
  });

  test("that does not exist fails with a hint to create it", async () => {
    await using opened = await fill();
    const failure = await failureOf(() => publish(opened, videoOf("video")));
    expect(failure.message).toContain("No release with the tag v2 was found, or the token can't see it.");
    expect(failure.hint).toContain("Create the release before the video is finished");
  });
});

describe("a fault of GitHub's", () => {
  test("is retried if it is transient: an incomplete asset is deleted, a rate limit respected", async () => {
    await using opened = await fill(release);
    opened.github.on(upload, serverError(), "hang up", secondaryLimit(60));
    await publish(opened, videoOf("video"));
    expect(names(opened)).toEqual(["tour.mp4"]);
    expect(opened.runtime.sleeps).toContain(60_000);
  });

  test("such as a name that another run has just taken is retried", async () => {
    await using opened = await fill(release);
    opened.github.on(rename, validationFailed("already_exists"));
    await publish(opened, videoOf("video"));
    expect(names(opened)).toEqual(["tour.mp4"]);
  });

  test.each([
    ["a missing permission", forbidden(), "permissions:\n  contents: write"],
    ["a release that goes away", notFound(), "was deleted during the run"],
  ])("such as %s fails with a hint", async (_, reply, words) => {
    await using opened = await fill(release);
    opened.github.on(upload, reply);
    const { code, message, hint, submitted } = await failureOf(() => publish(opened, videoOf("video")));
    expect([code, submitted]).toEqual(["publish_failed", undefined]);
    expect(`${message}\n${hint}`).toContain(words);
  });
});

describe("text by a user", () => {
  const readRoute = "GET /repos/{owner}/{repo}/releases/{release_id}";

  test("is never replaced if the notes can't be read", async () => {
    await using opened = await fill(release);
    opened.github.on(readRoute, notFound());
    await publish(opened, videoOf("video"));
    expect(ours(opened)?.body).toBe(notes);
    expect(opened.warnings()).toEqual([expect.stringContaining("was deleted during the run")]);
  });

  test("is kept if our closing marker was removed", async () => {
    const begin = "<!-- showreel:ci/video/make/tour -->";
    await using opened = await fill({ ...release, body: `${begin}\n\nMine.` });
    await publish(opened, videoOf("one"));
    await publish(opened, { ...videoOf("two"), title: "Another" }, { fileName: "another" });
    expect(ours(opened)?.body).toContain(`${begin}\n\nMine.`);
    expect(ours(opened)?.body?.match(/Watch the video/g)).toHaveLength(1);
    expect((await opened.workflow.eventText("/nowhere", "v2").read("release.notes"))?.text).toContain(
      "Mine.",
    );
  });
});

describe("a file that GitHub rejects", () => {
  test("does not affect the video if it is the poster", async () => {
    await using opened = await fill(release);
    await publish(opened, videoOf("video"));
    opened.github.on(upload, validationFailed("custom", "No pictures."));
    await publish(opened, videoOf("video", "poster"));
    expect(names(opened)).toEqual(["tour.mp4"]);
    expect(opened.warnings()).toEqual([]);
  });

  test("is ignored if it is the old asset that can't be deleted", async () => {
    await using opened = await fill(release);
    await publish(opened, videoOf("old"));
    opened.github.on("DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}", forbidden());
    const { releaseAssetUrl } = await publish(opened, videoOf("newer"));
    expect(releaseAssetUrl).toContain("/tour.mp4");
    expect(opened.warnings()).toEqual([]);
  });

  test("leaves the old asset under its name", async () => {
    await using opened = await fill(release);
    await publish(opened, videoOf("old"));
    const [old] = ours(opened)?.assets ?? [];
    // The first response renames the old asset; then every request fails for a while.
    const refused = validationFailed("custom", "Not now.");
    opened.github.on(rename, {
      status: 200,
      body: { id: 1, name: "aside", browser_download_url: "https://x.example" },
    });
    opened.github.on(rename, forbidden(), refused);
    await failureOf(() => publish(opened, videoOf("newer")));
    expect(names(opened)).toContain("tour.mp4");
    // A scripted reply does not change the fake's state, so the requests show that the name is restored.
    const last = opened.github.requests.findLast(({ method, path }) =>
      /^PATCH .*\/assets\//.test(`${method} ${path}`),
    );
    expect(last).toMatchObject({
      path: expect.stringMatching(`/assets/${old?.id}$`),
      body: { name: "tour.mp4" },
    });
  });
});

test.each([
  ["videos/release.mp4", "Title", "release"],
  [undefined, "Release 2.0: Größer & schneller!", "Release-2.0-Gro-er-schneller"],
  [undefined, "版本", "video"],
  [undefined, "../../etc", "etc"],
])("the asset of %s with the title %s is named %s", (path, title, expected) => {
  expect(assetNameStem(path, title)).toBe(expected);
});
