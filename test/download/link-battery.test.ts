import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import { prepareTarget } from "../../src/download/output-target.ts";
import { downloadPoster, downloadSubtitles } from "../../src/download/sidecars.ts";
import { createFakeRuntime } from "../support/fake-runtime.ts";
import { randomVideo } from "../support/faulty-host.ts";
import { startLocalServer } from "../support/local-server.ts";
import { layPart, seal, sha256 } from "../support/part.ts";
import { makeOutside, type Plant, plants, plantsBut, untouched } from "../support/plants.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

const video = randomVideo(100_000);
const picture = Buffer.from("\x89PNG\r\n\x1a\n picture", "latin1");
const text = Buffer.from("1\n00:00:00,000 --> 00:00:02,000\nHello\n");
const bodies: Readonly<Record<string, Buffer>> = { "/v.mp4": video, "/p.png": picture, "/s.srt": text };

/** All that is written while a video comes, beside its folder, and what stands there in the end. */
const names = {
  "release.mp4": video,
  "release.mp4.part": video,
  "release.mp4.part.json": video,
  "release.mp4.kept": video,
  "release.mp4.kept.json": video,
  "release.poster.png": picture,
  "release.poster.part": picture,
  "release.poster.part.json": picture,
  "release.srt": text,
  "release.subtitle-file.part": text,
  "release.subtitle-file.part.json": text,
} as const;

const results = { mp4: "release.mp4", poster: "release.poster.png", srt: "release.srt" };
const resultOf = (name: string) =>
  name.includes("poster") ? results.poster : /srt|subtitle/.test(name) ? results.srt : results.mp4;

/** Brings a video, its poster and its subtitles into a folder; returns what became of each. */
async function bring(folder: string, isKept: boolean) {
  const runtime = createFakeRuntime();
  await using server = await startLocalServer(({ url = "" }, response) => {
    response.writeHead(200, { etag: '"v1"' }).end(bodies[url.split("?")[0] ?? ""]);
  });
  const path = join(folder, "release.mp4");
  const policy = createUrlPolicy(noProxies, server.url.origin);
  const common = {
    videoName: { provider: "heygen", id: "v_1" },
    seal,
    path,
    policy,
    refreshLink: async () => undefined,
  };
  const link = (place: string) => new URL(place, server.url).href;
  const found = isKept ? { path: layKept(), sha256: sha256(video) } : undefined;
  const kept = { find: async () => found, save: async () => {} };
  const order = {
    ...common,
    link: link("/v.mp4"),
    container: "mp4" as const,
    maxBytes: 1e6,
    videoCache: kept,
  };
  const end = await downloadVideo(runtime, order).catch((error: unknown) => error);
  await downloadPoster(runtime, { ...common, link: link("/p.png") });
  await downloadSubtitles(runtime, { ...common, link: link("/s.srt") });
  return { end, lines: runtime.lines.filter((line) => /^(info|warning)/.test(line)).join("\n") };
}

function layKept(): string {
  const path = join(createTemporaryFolder(), "kept.mp4");
  writeFileSync(path, video);
  return path;
}

const isWhole = (path: string, bytes: Buffer) => lstatSync(path).isFile() && readFileSync(path).equals(bytes);
const rows = Object.entries(names).flatMap(([name, bytes]) =>
  plants.map((plant) => ({ name, bytes, ...plant })),
);

describe("while a video comes, nothing is written through, waited for or taken that stands in its way:", () => {
  test.each(rows)("$title named $name", async ({ name, bytes, kind, lay }) => {
    const parent = createTemporaryFolder();
    const outside = makeOutside(parent);
    const folder = join(parent, "videos");
    mkdirSync(folder);
    lay(join(folder, name), outside.path);
    const { end, lines } = await bring(folder, name.includes("kept"));
    expect(outside.state()).toEqual(untouched);
    const others = Object.values(results).filter(
      (result) => kind !== "a folder" || result !== resultOf(name),
    );
    for (const result of others)
      expect(isWhole(join(folder, result), names[result as keyof typeof names])).toBe(true);
    if (kind !== "a folder") return expect(isWhole(join(folder, resultOf(name)), bytes)).toBe(true);
    // A folder may hold something: it stays, and is named.
    expect(existsSync(join(folder, name, "inside"))).toBe(true);
    if (name.includes("kept")) return expect(isWhole(join(folder, results.mp4), video)).toBe(true);
    if (resultOf(name) === results.mp4) expect(end).toMatchObject(folderInTheWay);
    else expect(lines).toMatch(/(poster|subtitle file) could not be downloaded: .*(EISDIR|ENOTEMPTY)/);
  });

  test.each(plantsBut("a folder"))("$title named release.mp4.part beside our own note", async ({ lay }) => {
    const parent = createTemporaryFolder();
    const outside = makeOutside(parent);
    const part = join(parent, "release.mp4.part");
    await layPart(part, video.subarray(0, 50_000), { validator: '"v1"', total: video.length });
    rmSync(part);
    lay(part, outside.path);
    await bring(parent, false);
    expect(isWhole(join(parent, "release.mp4"), video)).toBe(true);
    expect(outside.state()).toEqual(untouched);
  });
});

const folderInTheWay = {
  code: "download_failed",
  retryable: false,
  hint: expect.stringContaining("A folder has the name of the video"),
};

describe("before anything is paid for, a folder for the video is refused that is", () => {
  const typed = ["videos/release.mp4", "videos/deep/down/release.mp4", undefined];
  const places = typed.flatMap((path) => plantsBut("a folder").map((plant) => ({ path, ...plant })));
  test.each(places)("$title, for $path", async ({ path, lay }) => {
    const parent = createTemporaryFolder();
    const outside = makeOutside(parent);
    const workspace = join(parent, "workspace");
    mkdirSync(workspace);
    lay(join(workspace, "videos"), outside.path);
    const end = await prepareTarget(workspace, "Title", path, "mp4").catch((error: unknown) => error);
    expect(end).toBeInstanceOf(ShowreelError);
    expect(end).toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(`"${path ?? "videos/"}"`),
    });
    expect(outside.state()).toEqual(untouched);
  });

  test.each<[string, Plant]>(
    ["release.mp4", "release.mp4.part", "release.mp4.part.json"].flatMap((name) =>
      plants.filter(({ kind }) => kind === "a folder").map((plant): [string, Plant] => [name, plant]),
    ),
  )("where a folder is named %s", async (name, { lay }) => {
    const workspace = createTemporaryFolder();
    lay(join(workspace, name), "");
    const end = await prepareTarget(workspace, "Title", "release.mp4", "mp4").catch(
      (error: unknown) => error,
    );
    expect(end).toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(`a folder of the name ${basename(name)} exists`),
    });
  });
});
