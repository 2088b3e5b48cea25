import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { noProxies } from "../../../src/base/http/proxy.ts";
import { createSeal, noSeal, type Seal } from "../../../src/base/seal.ts";
import { createUrlPolicy } from "../../../src/download/connect/url-policy.ts";
import { downloadVideo } from "../../../src/download/download-video.ts";
import { createFakeRuntime } from "../../support/fake-runtime.ts";
import { type HostFile, randomVideo, startFaultyHost } from "../../support/faulty-host.ts";
import { layPart, owner, seal, sha256 } from "../../support/part.ts";
import { createTemporaryFolder } from "../../support/temporary-folder.ts";

const video = randomVideo(1_000_000);
const forged = randomVideo(1_000_000, 2);
const total = video.length;
const half = Math.floor(total / 2);
const file: HostFile = { bytes: video, validators: { etag: '"v1"' } };
const known = { validator: '"v1"', total };
const stranger = { ...owner, seal: createSeal("another key") };

/** Runs a download where somebody has laid something; returns what was asked of the host. */
async function download(
  lay: (part: string) => Promise<void>,
  { host = file, by = seal }: { host?: HostFile; by?: Seal } = {},
) {
  const path = join(createTemporaryFolder(), "release.mp4");
  await lay(`${path}.part`);
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

/** Writes a note as anybody can. */
function forge(part: string, bytes: Buffer, note: object): void {
  writeFileSync(part, bytes);
  writeFileSync(`${part}.json`, JSON.stringify(note));
}

/** Changes a note that our own run has left. */
async function amend(part: string, bytes: Buffer, changes: object, left = bytes): Promise<void> {
  await layPart(part, left, known);
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
  ...known,
  size: bytes.length,
  sha256: sha256(bytes),
});

describe("a part that this account's runs have not left is fetched anew, from the first byte:", () => {
  test.each<[string, (part: string) => unknown]>([
    [
      "a whole video with the note of an older Showreel",
      (part) => forge(part, forged, { name: "heygen/v_1", validator: '"x"', total }),
    ],
    ["a whole video with a note without a seal", (part) => forge(part, forged, noteOf(forged))],
    [
      "a whole video with a seal of zeros",
      (part) => forge(part, forged, { ...noteOf(forged), seal: "0".repeat(64) }),
    ],
    ["a whole video with an empty seal", (part) => forge(part, forged, { ...noteOf(forged), seal: "" })],
    ["a whole video with the seal of another key", (part) => layPart(part, forged, known, { by: stranger })],
    [
      "a whole video with the seal of the same key for another API",
      (part) =>
        layPart(part, forged, known, { by: { ...owner, seal: createSeal("test-key", "https://a.test") } }),
    ],
    [
      "a forged first half with the host's own ETag",
      (part) => forge(part, forgedStart, { name: "heygen/v_1", ...known }),
    ],
    [
      "a forged first half with the host's own ETag and the seal of another key",
      (part) => layPart(part, forgedStart, known, { by: stranger }),
    ],
    [
      "another video of this account with its note",
      (part) => layPart(part, forged, known, { by: { ...owner, name: "heygen/v_2" } }),
    ],
    [
      "another video of this account with its note under this one's name",
      async (part) => {
        await layPart(part, forged, known, { by: { ...owner, name: "heygen/v_2" } });
        const note = JSON.parse(readFileSync(`${part}.json`, "utf8"));
        writeFileSync(`${part}.json`, JSON.stringify({ ...note, name: "heygen/v_1" }));
      },
    ],
    [
      "its subtitle file with its note",
      (part) => layPart(part, forged, known, { by: { ...owner, name: "heygen/v_1 subtitle file" } }),
    ],
    ["our note beside other bytes", (part) => amend(part, forged, {}, video)],
    [
      "our note beside a whole video, for other bytes",
      (part) => amend(part, forged, { sha256: sha256(forged) }, video),
    ],
    ["our note beside half of other bytes", (part) => amend(part, forgedStart, {}, start)],
    ["our note beside fewer bytes than it says", (part) => amend(part, start.subarray(0, -1), {}, start)],
    ["our note beside no bytes", (part) => amend(part, Buffer.alloc(0), {}, start)],
    ["our note with a changed first byte", (part) => amend(part, flipped(start, 0), {}, start)],
    ["our note with a changed last byte", (part) => amend(part, flipped(start, half - 1), {}, start)],
    [
      "our note with a changed last byte of a whole video",
      (part) => amend(part, flipped(video, total - 1), {}, video),
    ],
    ["our note with a smaller total", (part) => amend(part, start, { total: half })],
    ["our note with a larger size", (part) => amend(part, forged, { size: total }, start)],
    ["our note with a smaller size", (part) => amend(part, start, { size: 10 })],
    [
      "our note of an earlier version with the ETag of this one",
      async (part) => {
        await layPart(part, forgedStart, { ...known, validator: '"v0"' });
        forge(part, forgedStart, { ...JSON.parse(readFileSync(`${part}.json`, "utf8")), validator: '"v1"' });
      },
    ],
    [
      "our note that breaks off",
      async (part) => {
        await layPart(part, start, known);
        writeFileSync(`${part}.json`, readFileSync(`${part}.json`, "utf8").trim().slice(0, -20));
      },
    ],
  ])("%s", async (_, lay) => {
    expect(await download(async (part) => void (await lay(part)))).toEqual([undefined]);
  });

  test("what a run without a key has left", async () => {
    const lay = (part: string) => layPart(part, forged, known, { by: { ...owner, seal: noSeal } });
    expect(await download(lay, { by: noSeal })).toEqual([undefined]);
  });

  test("what a run with another key has left, although it is right", async () => {
    const lay = (part: string) => layPart(part, start, known);
    expect(await download(lay, { by: stranger.seal })).toEqual([undefined]);
  });
});

describe("a part that a run with the same key has left", () => {
  test("is gone on with", async () => {
    expect(await download((part) => layPart(part, start, known))).toEqual([`bytes=${half}-`]);
  });

  test("is not delivered when it is whole before the host was asked once", async () => {
    expect(await download((part) => layPart(part, video, known))).toEqual([`bytes=${total - 1}-`]);
  });

  test.each([
    ["with another ETag", { validators: { etag: '"v2"' } }, known],
    ["without any", { validators: {} }, known],
    ["with another date", { validators: { "last-modified": "Fri, 02 Jan 2015 00:00:00 GMT" } }, known],
  ])(
    "is not delivered when the host has another file of the same length by now, %s",
    async (_, host, noted) => {
      const lay = (part: string) => layPart(part, forged, noted);
      expect(await download(lay, { host: { ...host, bytes: video } as HostFile })).toEqual([
        `bytes=${total - 1}-`,
      ]);
    },
  );

  test("is not delivered when the host has a longer file by now", async () => {
    const longer = { bytes: randomVideo(1_500_000), validators: { etag: '"v2"' } };
    expect(await download((part) => layPart(part, video, known), { host: longer })).toEqual([
      `bytes=${total - 1}-`,
    ]);
  });
});
