import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Container,
  containerFromLink,
  containers,
  inspectVideo,
} from "../../../src/download/media/container.ts";
import { readFixture, toSource } from "../../support/files/byte-source.ts";
import { fileType } from "../../support/files/mp4-boxes.ts";
import { sampleVideo } from "../../support/files/sample-video.ts";
import { documentOf } from "../../support/files/webm-elements.ts";

const mp4 = sampleVideo;
const webm = readFixture("sample.webm");
const kinds = { mp4: "an MP4", webm: "a WebM" };
const unplayable = (problem: string) => ({ playable: false, problem });

describe.each(containers)("when an %s is expected", (container) => {
  test.each([
    ["<!DOCTYPE html><html></html>", "an HTML page"],
    ["\n\n  <html lang=en>", "an HTML page"],
    ["\u{feff}<!doctype html><html></html>", "an HTML page"],
    ['<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>', "an XML document"],
    ["<Error><Code>NoSuchKey</Code></Error>", "an XML document"],
    ['{"message": "Not found"}', "a JSON document"],
    ["[]", "a JSON document"],
    ["Service Unavailable", "an unknown file type"],
    ["x", "an unknown file type"],
    ["\x1a\x45", "an unknown file type"],
  ])("names the type of %j", async (text, kind) => {
    const problem = `it is ${kind}, not ${kinds[container]}`;
    expect(await inspectVideo(container, toSource(Buffer.from(text)))).toEqual(unplayable(problem));
  });

  test("names an empty file", async () => {
    expect(await inspectVideo(container, toSource())).toEqual(unplayable("it is empty"));
  });
});

test("rejects an MP4 in place of a WebM, and the reverse", async () => {
  expect(await inspectVideo("webm", toSource(mp4))).toEqual(unplayable("it is an MP4, not a WebM"));
  expect(await inspectVideo("mp4", toSource(webm))).toEqual(unplayable("it is a WebM, not an MP4"));
  expect(await inspectVideo("mp4", toSource(mp4))).toMatchObject({ playable: true });
  expect(await inspectVideo("webm", toSource(webm))).toMatchObject({ playable: true });
});

test.each<[string, Container]>([
  ["https://files.example/v_1.webm", "webm"],
  ["https://files.example/v_1.WebM?Signature=secret#t=1", "webm"],
  ["https://files.example/v_1.mp4?next=.webm", "mp4"],
  ["https://files.example/v_1.mp4#.webm", "mp4"],
  ["https://files.example/v_1.webm/", "mp4"],
  ["https://files.example/", "mp4"],
  ["no link at all.webm", "mp4"],
])("the link %s implies the format %s", (link, container) => {
  expect(containerFromLink(link)).toBe(container);
});

/** Inspects the bytes and checks that every read is inside the file. */
async function inspectClosely(container: Container, bytes: Uint8Array): Promise<void> {
  const source = toSource(bytes);
  let reads = 0;
  const inspection = await inspectVideo(container, {
    size: source.size,
    read(offset, length) {
      reads += 1;
      // A box has at least eight bytes, an element at least two, and each is read a few times.
      if (reads > 50 + 4 * bytes.length) throw new Error(`read ${reads} times`);
      const isInside = offset >= 0 && offset <= source.size && length >= 0 && length <= 1_000_000;
      if (!isInside || !Number.isSafeInteger(offset + length)) throw new Error(`read ${length} at ${offset}`);
      return source.read(offset, length);
    },
  });
  if (!inspection.playable) expect(inspection.problem).not.toBe("");
  else
    expect(inspection.durationSeconds).toSatisfy(
      (seconds: number) => seconds > 0 && Number.isFinite(seconds),
    );
}

describe("an inspection never throws, reads too often or reads outside the file", () => {
  const heads = { mp4: fileType, webm: documentOf("webm") };
  const runs = { numRuns: 500 };

  test.each(containers)("for random bytes (%s)", async (container) => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), (rest, hasHead) =>
        inspectClosely(container, Buffer.concat(hasHead ? [heads[container], rest] : [rest])),
      ),
      runs,
    );
  });

  test.each<[string, Buffer]>([
    ["the sandbox's video", mp4.subarray(0, 6_000)],
    ...["fragmented.mp4", "fragmented-every-frame.mp4", "sample.webm", "live.webm"].map(
      (name): [string, Buffer] => [name, readFixture(name)],
    ),
  ])("for %s with changed bytes", async (name, original) => {
    const container = name.endsWith("webm") ? "webm" : "mp4";
    const offset = fc.nat({ max: original.length - 1 });
    const patch = fc.oneof(
      fc.uint8Array({ minLength: 1, maxLength: 8 }),
      fc
        .constantFrom("00000000", "00000001", "ffffffff", "01ffffffffffffff", "7f", "80")
        .map((hex) => Buffer.from(hex, "hex")),
    );
    const change = (changes: [number, Uint8Array][], length: number) => {
      const bytes = Buffer.from(original);
      for (const [at, fresh] of changes) bytes.set(fresh.subarray(0, bytes.length - at), at);
      return bytes.subarray(0, original.length - length);
    };
    const changes = fc.array(fc.tuple(fc.oneof(offset, fc.nat({ max: 1_500 })), patch), { maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(changes, fc.oneof(fc.constant(0), offset), (changed, cut) =>
        inspectClosely(container, change(changed, cut)),
      ),
      runs,
    );
  });
});
