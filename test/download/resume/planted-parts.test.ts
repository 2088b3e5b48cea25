import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createSeal, noSeal, type Seal } from "../../../src/base/seal.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../../src/download/download-video.ts";
import { owner, seal, sha256, writeSignedPart } from "../../support/files/part-file.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";
import { type HostFile, randomVideo, startFaultyHost } from "../../support/network/faulty-host.ts";
import { createFakeRuntime } from "../../support/runtime/fake-runtime.ts";

const video = randomVideo(1_000_000);
const forged = randomVideo(1_000_000, 2);
const total = video.length;
const half = Math.floor(total / 2);
const file: HostFile = { bytes: video, validators: { etag: '"v1"' } };
const resumeInfo = { validator: '"v1"', total };
const otherOwner = { ...owner, seal: createSeal("another key") };

/** Downloads a video beside planted files; returns the requested ranges. */
async function download(
  plant: (part: string) => Promise<void>,
  { host = file, by = seal }: { host?: HostFile; by?: Seal } = {},
) {
  const path = join(createTemporaryFolder(), "release.mp4");
  await plant(`${path}.part`);
  await using server = await startFaultyHost(host, []);
  const done = await downloadVideo(createFakeRuntime(), {
    videoName: { provider: "heygen", id: "v_1" },
    seal: by,
    container: "mp4",
    link: new URL("/v_1.mp4?Signature=secret", server.url).href,
    refreshLink: async () => undefined,
    path,
    maxBytes: 10_000_000,
    policy: createUrlPolicy(noProxies, server.url.origin),
  });
  expect(readFileSync(path).equals(host.bytes)).toBe(true);
  expect(done.sha256).toBe(sha256(host.bytes));
  expect(readdirSync(dirname(path))).toEqual(["release.mp4"]);
  return server.requests.map(({ headers }) => headers.range);
}

/** Writes a part with a note without a valid seal. */
function forge(part: string, bytes: Buffer, note: object): void {
  writeFileSync(part, bytes);
  writeFileSync(`${part}.json`, JSON.stringify(note));
}

/** Changes a note that a run with our key has written. */
async function amend(part: string, bytes: Buffer, changes: object, left = bytes): Promise<void> {
  await writeSignedPart(part, left, resumeInfo);
  forge(part, bytes, { ...JSON.parse(readFileSync(`${part}.json`, "utf8")), ...changes });
}

const flipped = (bytes: Buffer, at: number) => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};
const start = video.subarray(0, half);
const forgedStart = forged.subarray(0, half);
const noteOf = (bytes: Buffer) => ({
  name: "heygen/v_1",
  ...resumeInfo,
  size: bytes.length,
  sha256: sha256(bytes),
});

describe("a part that no run with this key has written is downloaded again from the first byte:", () => {
  test.each<[string, (part: string) => unknown]>([
    [
      "a complete video with the note of an older Showreel",
      (part) => forge(part, forged, { name: "heygen/v_1", validator: '"x"', total }),
    ],
    ["a complete video with a note without a seal", (part) => forge(part, forged, noteOf(forged))],
    [
      "a complete video with a seal of zeros",
      (part) => forge(part, forged, { ...noteOf(forged), seal: "0".repeat(64) }),
    ],
    ["a complete video with an empty seal", (part) => forge(part, forged, { ...noteOf(forged), seal: "" })],
    [
      "a complete video with the seal of another key",
      (part) => writeSignedPart(part, forged, resumeInfo, { by: otherOwner }),
    ],
    [
      "a complete video with the seal of the same key for another API",
      (part) =>
        writeSignedPart(part, forged, resumeInfo, {
          by: { ...owner, seal: createSeal("test-key", "https://a.test") },
        }),
    ],
    [
      "a forged first half with the host's own ETag",
      (part) => forge(part, forgedStart, { name: "heygen/v_1", ...resumeInfo }),
    ],
    [
      "a forged first half with the host's own ETag and the seal of another key",
      (part) => writeSignedPart(part, forgedStart, resumeInfo, { by: otherOwner }),
    ],
    [
      "another video of this account with its note",
      (part) => writeSignedPart(part, forged, resumeInfo, { by: { ...owner, name: "heygen/v_2" } }),
    ],
    [
      "another video of this account with its note under this one's name",
      async (part) => {
        await writeSignedPart(part, forged, resumeInfo, { by: { ...owner, name: "heygen/v_2" } });
        const note = JSON.parse(readFileSync(`${part}.json`, "utf8"));
        writeFileSync(`${part}.json`, JSON.stringify({ ...note, name: "heygen/v_1" }));
      },
    ],
    [
      "its subtitle file with its note",
      (part) =>
        writeSignedPart(part, forged, resumeInfo, { by: { ...owner, name: "heygen/v_1 subtitle file" } }),
    ],
    ["our note beside other bytes", (part) => amend(part, forged, {}, video)],
    [
      "our note with the digest of other bytes",
      (part) => amend(part, forged, { sha256: sha256(forged) }, video),
    ],
    ["our note beside half of other bytes", (part) => amend(part, forgedStart, {}, start)],
    ["our note beside fewer bytes than it states", (part) => amend(part, start.subarray(0, -1), {}, start)],
    ["our note beside no bytes", (part) => amend(part, Buffer.alloc(0), {}, start)],
    ["our note with a changed first byte", (part) => amend(part, flipped(start, 0), {}, start)],
    ["our note with a changed last byte", (part) => amend(part, flipped(start, half - 1), {}, start)],
    [
      "our note with a changed last byte of a complete video",
      (part) => amend(part, flipped(video, total - 1), {}, video),
    ],
    ["our note with a smaller total", (part) => amend(part, start, { total: half })],
    ["our note with a larger size", (part) => amend(part, forged, { size: total }, start)],
    ["our note with a smaller size", (part) => amend(part, start, { size: 10 })],
    [
      "our note of an earlier version with the ETag of this one",
      async (part) => {
        await writeSignedPart(part, forgedStart, { ...resumeInfo, validator: '"v0"' });
        forge(part, forgedStart, { ...JSON.parse(readFileSync(`${part}.json`, "utf8")), validator: '"v1"' });
      },
    ],
    [
      "our note, truncated",
      async (part) => {
        await writeSignedPart(part, start, resumeInfo);
        writeFileSync(`${part}.json`, readFileSync(`${part}.json`, "utf8").trim().slice(0, -20));
      },
    ],
  ])("%s", async (_, plant) => {
    expect(await download(async (part) => void (await plant(part)))).toEqual([undefined]);
  });

  test("the part of a run without a key", async () => {
    const plant = (part: string) =>
      writeSignedPart(part, forged, resumeInfo, { by: { ...owner, seal: noSeal } });
    expect(await download(plant, { by: noSeal })).toEqual([undefined]);
  });

  test("the correct part of a run with another key", async () => {
    const plant = (part: string) => writeSignedPart(part, start, resumeInfo);
    expect(await download(plant, { by: otherOwner.seal })).toEqual([undefined]);
  });
});

describe("a part of a run with the same key", () => {
  test("is resumed", async () => {
    expect(await download((part) => writeSignedPart(part, start, resumeInfo))).toEqual([`bytes=${half}-`]);
  });

  test("is checked with the host even when it is complete", async () => {
    expect(await download((part) => writeSignedPart(part, video, resumeInfo))).toEqual([
      `bytes=${total - 1}-`,
    ]);
  });

  test.each([
    ["with another ETag", { validators: { etag: '"v2"' } }, resumeInfo],
    ["without a validator", { validators: {} }, resumeInfo],
    [
      "with another Last-Modified",
      { validators: { "last-modified": "Fri, 02 Jan 2015 00:00:00 GMT" } },
      resumeInfo,
    ],
  ])("is discarded when the host has another file of the same length, %s", async (_, host, notedInfo) => {
    const plant = (part: string) => writeSignedPart(part, forged, notedInfo);
    expect(await download(plant, { host: { ...host, bytes: video } as HostFile })).toEqual([
      `bytes=${total - 1}-`,
    ]);
  });

  test("is discarded when the host has a longer file", async () => {
    const longer = { bytes: randomVideo(1_500_000), validators: { etag: '"v2"' } };
    expect(await download((part) => writeSignedPart(part, video, resumeInfo), { host: longer })).toEqual([
      `bytes=${total - 1}-`,
    ]);
  });
});
