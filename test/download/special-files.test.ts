import { existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { noProxies } from "../../src/base/http/proxy.ts";
import { createUrlPolicy } from "../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../src/download/download-video.ts";
import { prepareTarget } from "../../src/download/output-target.ts";
import { downloadPoster, downloadSubtitles } from "../../src/download/sidecars.ts";
import { seal, sha256, writeSignedPart } from "../support/files/part-file.ts";
import {
  createOutsideFile,
  type SpecialFile,
  specialFiles,
  specialFilesExcept,
  unchangedState,
} from "../support/files/special-files.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { randomVideo } from "../support/network/faulty-host.ts";
import { startLocalServer } from "../support/network/local-server.ts";
import { createFakeRuntime } from "../support/runtime/fake-runtime.ts";

const video = randomVideo(100_000);
const picture = Buffer.from("\x89PNG\r\n\x1a\n picture", "latin1");
const text = Buffer.from("1\n00:00:00,000 --> 00:00:02,000\nHello\n");
const bodies: Readonly<Record<string, Buffer>> = { "/v.mp4": video, "/p.png": picture, "/s.srt": text };

/** All files that a download writes, and the content of the final file that each belongs to. */
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

/** Downloads a video, its poster and its subtitles into a folder; returns the result and the log. */
async function downloadAll(folder: string, isCached: boolean) {
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
  const link = (path: string) => new URL(path, server.url).href;
  const cached = isCached ? { path: writeCachedVideo(), sha256: sha256(video) } : undefined;
  const videoCache = { find: async () => cached, save: async () => {} };
  const options = {
    ...common,
    link: link("/v.mp4"),
    container: "mp4" as const,
    maxBytes: 1e6,
    videoCache,
  };
  const result = await downloadVideo(runtime, options).catch((thrown: unknown) => thrown);
  await downloadPoster(runtime, { ...common, link: link("/p.png") });
  await downloadSubtitles(runtime, { ...common, link: link("/s.srt") });
  return { result, lines: runtime.lines.filter((line) => /^(info|warning)/.test(line)).join("\n") };
}

function writeCachedVideo(): string {
  const path = join(createTemporaryFolder(), "cached.mp4");
  writeFileSync(path, video);
  return path;
}

const hasContent = (path: string, bytes: Buffer) =>
  lstatSync(path).isFile() && readFileSync(path).equals(bytes);
const rows = Object.entries(names).flatMap(([name, bytes]) =>
  specialFiles.map((plant) => ({ name, bytes, ...plant })),
);

describe("a download replaces a special file, and neither writes through, reads nor waits for", () => {
  test.each(rows)("$title named $name", async ({ name, bytes, kind, create }) => {
    const parent = createTemporaryFolder();
    const outside = createOutsideFile(parent);
    const folder = join(parent, "videos");
    mkdirSync(folder);
    create(join(folder, name), outside.path);
    const { result: outcome, lines } = await downloadAll(folder, name.includes("kept"));
    expect(outside.state()).toEqual(unchangedState);
    const others = Object.values(results).filter(
      (result) => kind !== "a folder" || result !== resultOf(name),
    );
    for (const result of others)
      expect(hasContent(join(folder, result), names[result as keyof typeof names])).toBe(true);
    if (kind !== "a folder") return expect(hasContent(join(folder, resultOf(name)), bytes)).toBe(true);
    // A folder may contain files, so it is kept, and the error names it.
    expect(existsSync(join(folder, name, "inside"))).toBe(true);
    if (name.includes("kept")) return expect(hasContent(join(folder, results.mp4), video)).toBe(true);
    if (resultOf(name) === results.mp4) expect(outcome).toMatchObject(folderExists);
    else expect(lines).toMatch(/(poster|subtitle file) could not be downloaded: .*(EISDIR|ENOTEMPTY)/);
  });

  test.each(specialFilesExcept("a folder"))(
    "$title named release.mp4.part beside a valid note",
    async ({ create }) => {
      const parent = createTemporaryFolder();
      const outside = createOutsideFile(parent);
      const part = join(parent, "release.mp4.part");
      await writeSignedPart(part, video.subarray(0, 50_000), { validator: '"v1"', total: video.length });
      rmSync(part);
      create(part, outside.path);
      await downloadAll(parent, false);
      expect(hasContent(join(parent, "release.mp4"), video)).toBe(true);
      expect(outside.state()).toEqual(unchangedState);
    },
  );
});

const folderExists = {
  code: "download_failed",
  retryable: false,
  hint: expect.stringContaining("A folder has the name of the video"),
};

describe("before anything is paid for, the output folder is rejected when it is", () => {
  const typed = ["videos/release.mp4", "videos/deep/down/release.mp4", undefined];
  const cases = typed.flatMap((path) => specialFilesExcept("a folder").map((plant) => ({ path, ...plant })));
  test.each(cases)("$title, for $path", async ({ path, create }) => {
    const parent = createTemporaryFolder();
    const outside = createOutsideFile(parent);
    const workspace = join(parent, "workspace");
    mkdirSync(workspace);
    create(join(workspace, "videos"), outside.path);
    const error = await prepareTarget(workspace, "Title", path, "mp4").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ShowreelError);
    expect(error).toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(`"${path ?? "videos/"}"`),
    });
    expect(outside.state()).toEqual(unchangedState);
  });

  test.each<[string, SpecialFile]>(
    ["release.mp4", "release.mp4.part", "release.mp4.part.json"].flatMap((name) =>
      specialFiles
        .filter(({ kind }) => kind === "a folder")
        .map((plant): [string, SpecialFile] => [name, plant]),
    ),
  )("the parent of a folder named %s", async (name, { create }) => {
    const workspace = createTemporaryFolder();
    create(join(workspace, name), "");
    const error = await prepareTarget(workspace, "Title", "release.mp4", "mp4").catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining(`a folder named ${basename(name)} exists`),
    });
  });
});
