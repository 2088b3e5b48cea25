import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  createSidecarArtifactPublishers,
  createVideoArtifactPublisher,
} from "../../src/publish/artifact/publishers.ts";
import { createArtifactScene } from "../support/publish/artifact-scene.ts";
import { failureOf } from "../support/runtime/failure-of.ts";
import { type FakeResults, startFakeResults } from "../support/stores/fake-results.ts";

// The artifact client logs every request to stdout.
beforeEach(() => void vi.spyOn(process.stdout, "write").mockReturnValue(true));

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

const announcements = (results: FakeResults) =>
  results.requests.filter(({ path }) => path.endsWith("/CreateArtifact"));
const isZipped = (body: unknown) => !JSON.stringify(body).includes("mime");
/** On Gitea or Forgejo. */
const runUrl = "https://git.example.com/octo/reel/actions/runs/42";
const conflict = { status: 409, body: { code: "already_exists", msg: "taken" } };

describe("on a server that refuses unzipped artifacts, the video", () => {
  test("is uploaded as a ZIP with the same bytes, and a notice says so", async () => {
    await using results = await startFakeResults({ olderServer: "strict" });
    const { render, options, runtime } = createArtifactScene(results, { retentionDays: 3 });
    const video = randomBytes(9_000_000);
    writeFileSync(render.local.path, video);
    const { artifact } = await createVideoArtifactPublisher(runtime, options).publish(render);
    const [stored] = results.artifacts;
    expect(stored).toMatchObject({ name: "reel.mp4", contentType: "application/zip" });
    const files = unzipSync(stored?.bytes ?? Buffer.alloc(0));
    expect(Object.keys(files)).toEqual(["reel.mp4"]);
    expect(Buffer.compare(Buffer.from(files["reel.mp4"] ?? []), video)).toBe(0);
    expect(artifact).toEqual({
      id: String(stored?.id),
      url: `${options.runUrl}/artifacts/${stored?.id}`,
      digest: stored?.digest.replace("sha256:", ""),
      isZipped: true,
    });
    expect(Date.parse(stored?.expiresAt ?? "")).toBe(runtime.now() + 3 * 86_400_000);
    expect(announcements(results).map(({ body }) => isZipped(body))).toEqual([false, true]);
    expect(runtime.lines.filter((line) => line.startsWith("notice"))).toEqual([
      "notice: The video's artifact is a ZIP, because this server takes no unzipped files. " +
        "Its link downloads the ZIP instead of playing the video.",
    ]);
  });

  test("gets a number if its name is taken, without trying unzipped uploads again", async () => {
    await using results = await startFakeResults({ olderServer: "strict" });
    for (const name of ["reel.mp4", "reel-2.mp4", "reel-3.mp4"]) {
      const { render, options, runtime } = createArtifactScene(results);
      await createVideoArtifactPublisher(runtime, options).publish(render);
      expect(results.artifacts.at(-1)?.name).toBe(name);
    }
    expect(announcements(results).filter(({ body }) => !isZipped(body))).toHaveLength(3);
  });

  test("gets a number if the server has reserved the name although its response was an error", async () => {
    await using results = await startFakeResults();
    results.fail("CreateArtifact", { status: 400, body: { code: "malformed", msg: "no" } }, conflict);
    const { render, options, runtime } = createArtifactScene(results);
    await createVideoArtifactPublisher(runtime, options).publish(render);
    expect(results.artifacts).toMatchObject([{ name: "reel-2.mp4", contentType: "application/zip" }]);
  });

  test("replaces one of the same name with `overwrite`", async () => {
    await using results = await startFakeResults({ olderServer: "strict" });
    for (const content of ["one", "two"]) {
      const { render, options, runtime } = createArtifactScene(results, { overwrite: true });
      writeFileSync(render.local.path, content);
      await createVideoArtifactPublisher(runtime, options).publish(render);
    }
    expect(results.artifacts.map(({ name }) => name)).toEqual(["reel.mp4"]);
    const [stored] = results.artifacts;
    expect(Buffer.from(unzipSync(stored?.bytes ?? Buffer.alloc(0))["reel.mp4"] ?? []).toString()).toBe("two");
  });

  test("and its sidecars are each uploaded as a ZIP", async () => {
    await using results = await startFakeResults({ olderServer: "strict" });
    const { render, options, runtime } = createArtifactScene(results);
    const video = createVideoArtifactPublisher(runtime, options);
    for (const publisher of [video, ...createSidecarArtifactPublishers(runtime, options)])
      await publisher.publish(render);
    expect(results.artifacts.map(({ name, contentType }) => [name, contentType])).toEqual([
      ["reel.mp4", "application/zip"],
      ["reel.poster.jpg", "application/zip"],
      ["reel.srt", "application/zip"],
    ]);
  });

  test("stays where it is if the ZIP fails too, and the error gives both reasons", async () => {
    await using results = await startFakeResults({ olderServer: "strict" });
    results.fail("FinalizeArtifact", { status: 400, body: { code: "malformed", msg: "no" } });
    const { render, options, runtime } = createArtifactScene(results);
    const failure = await failureOf(() => createVideoArtifactPublisher(runtime, options).publish(render));
    expect(failure.code).toBe("publish_failed");
    expect(failure.message).toMatch(
      /^The artifact was not uploaded: .+unknown field "mime_type"\. A ZIP was not uploaded either: HTTP 400: .+FinalizeArtifact: no$/,
    );
    expect(failure.hint).toContain("`video_path` holds its path");
    expect(readFileSync(render.local.path, "utf8")).toBe("video");
  });

  test("is not uploaded a second time in a cancelled run", async () => {
    await using results = await startFakeResults({ olderServer: "strict" });
    const { render, options, runtime } = createArtifactScene(results);
    const graceSignal = new AbortController().signal;
    const cancelled = { ...runtime, graceSignal };
    runtime.interrupt();
    await failureOf(() => createVideoArtifactPublisher(cancelled, options).publish(render));
    expect(announcements(results)).toHaveLength(1);
  });
});

test("no two uploads of a run have a block id in common, because Gitea stores all blocks in one folder", async () => {
  await using results = await startFakeResults({ olderServer: "act" });
  const { render, options, runtime } = createArtifactScene(results, { runUrl });
  const publishers = [
    createVideoArtifactPublisher(runtime, options),
    ...createSidecarArtifactPublishers(runtime, options),
  ];
  await Promise.all(publishers.map((publisher) => publisher.publish(render)));
  const ids = results.requests.flatMap(({ path }) => /comp=block&blockid=(.+)/.exec(path)?.[1] ?? []);
  expect(ids).toHaveLength(9);
  expect(new Set(ids).size).toBe(9);
});

describe("a ZIP is not tried", () => {
  test.each<[string, { status: number; body: object }]>([
    ["without permission", { status: 403, body: { code: "permission_denied", msg: "no" } }],
    ["with a wrong token", { status: 401, body: { code: "unauthenticated", msg: "no" } }],
    ["over the quota", { status: 400, body: { code: "resource_exhausted", msg: "insufficient usage" } }],
  ])("%s", async (_, reply) => {
    await using results = await startFakeResults();
    results.fail("CreateArtifact", reply);
    const { render, options, runtime } = createArtifactScene(results);
    const failure = await failureOf(() => createVideoArtifactPublisher(runtime, options).publish(render));
    expect(failure.message).not.toContain("ZIP");
    expect(announcements(results)).toHaveLength(1);
  });

  test("if the name is taken: the unzipped upload gets a number", async () => {
    await using results = await startFakeResults();
    results.fail("CreateArtifact", conflict);
    const { render, options, runtime } = createArtifactScene(results);
    const { artifact } = await createVideoArtifactPublisher(runtime, options).publish(render);
    expect(artifact?.isZipped).toBeUndefined();
    expect(results.artifacts).toMatchObject([{ name: "reel-2.mp4", contentType: "video/mp4" }]);
  });
});

describe("on a git server other than GitHub", () => {
  test("the video is uploaded as a ZIP, and its link is the page of the run", async () => {
    await using results = await startFakeResults({ olderServer: "act" });
    const { render, options, runtime } = createArtifactScene(results, { runUrl });
    const { artifact } = await createVideoArtifactPublisher(runtime, options).publish(render);
    expect(artifact).toMatchObject({ url: runUrl, isZipped: true });
    expect(announcements(results).map(({ body }) => isZipped(body))).toEqual([true]);
    // The artifact client would log a warning that the server isn't supported.
    expect(process.stdout.write).not.toHaveBeenCalled();
  });

  test("an artifact of the same name is kept, although the server would replace it", async () => {
    await using results = await startFakeResults({ olderServer: "act" });
    for (const _ of [1, 2]) {
      const { render, options, runtime } = createArtifactScene(results, { runUrl });
      await createVideoArtifactPublisher(runtime, options).publish(render);
    }
    expect(results.artifacts.map(({ name }) => name)).toEqual(["reel.mp4", "reel-2.mp4"]);
  });

  test("without an artifact service, a warning names the file", async () => {
    await using results = await startFakeResults();
    const { render, options, runtime } = createArtifactScene(results, { service: undefined, runUrl });
    expect(await createVideoArtifactPublisher(runtime, options).publish(render)).toEqual({});
    expect(runtime.lines.at(-1)).toMatch(
      /^warning: .+ not GitHub: the runner passes no artifact service to this step\. .+ path of reel\.mp4\./,
    );
  });

  test("that sends the upload to a private address, nothing is uploaded to it", async () => {
    await using results = await startFakeResults({ olderServer: "act" });
    const signed_upload_url = "http://127.0.0.1:9/upload?sig=secret";
    results.fail("CreateArtifact", { status: 200, body: { ok: true, signed_upload_url } });
    const { render, options, runtime } = createArtifactScene(results, { runUrl });
    expect(await createVideoArtifactPublisher(runtime, options).publish(render)).toEqual({});
    const warning = runtime.lines.at(-1);
    expect(warning).toMatch(/^warning: .+not GitHub: The download link was rejected/);
    expect(warning).not.toContain("sig=");
  });
});
