import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openFont } from "../../../../src/studio/cards/fonts/font.ts";
import { readFaces, readFont } from "../../../../src/studio/cards/fonts/font-file.ts";
import { listSystemFonts } from "../../../../src/studio/cards/fonts/system-fonts.ts";
import { createTemporaryFolder } from "../../../support/files/temporary-folder.ts";
import { propertyRuns } from "../../../support/property-runs.ts";
import { studioData } from "../../../support/studio/cards.ts";

const inter = Buffer.from(studioData.read("inter-medium.ttf"));
const mono = Buffer.from(studioData.read("jetbrains-mono-medium.ttf"));
const codes = (text: string) => new Set([...text].map((character) => character.codePointAt(0) ?? 0));

function writeFont(name: string, content: Buffer, folder = createTemporaryFolder()): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Makes a collection of fonts: their tables stay where they are, moved by the length of what is before. */
function toCollection(...fonts: readonly Buffer[]): Buffer {
  const header = Buffer.alloc(12 + 4 * fonts.length);
  header.write("ttcf\0\x01\0\0", "latin1");
  header.writeUInt32BE(fonts.length, 8);
  let at = header.length;
  const moved = fonts.map((font, index) => {
    const copy = Buffer.from(font);
    for (let table = 0; table < copy.readUInt16BE(4); table += 1) {
      const record = 12 + 16 * table + 8;
      copy.writeUInt32BE(copy.readUInt32BE(record) + at, record);
    }
    header.writeUInt32BE(at, 12 + 4 * index);
    at += copy.length;
    return copy;
  });
  return Buffer.concat([header, ...moved]);
}

/** Gives a table another name. */
function rename(font: Buffer, from: string, to: string): Buffer {
  const copy = Buffer.from(font);
  copy.write(to, copy.indexOf(from, 12, "latin1"), "latin1");
  return copy;
}

describe("A font file", () => {
  test("tells its family, its weight and its letters", async () => {
    const [face] = await readFaces(writeFont("font.ttf", inter));
    expect(face).toMatchObject({ family: "Inter", weight: 500, isItalic: false, hasSubstitutions: true });
    expect([..."Aßя"].map((letter) => face?.has(letter.codePointAt(0) ?? 0))).toEqual([true, true, true]);
    expect(face?.has(0x6f22)).toBe(false);
  });

  test("has the letters that HarfBuzz finds in it", async () => {
    const [face] = await readFaces(writeFont("font.ttf", inter));
    const font = openFont(inter);
    const all = Array.from({ length: 0x3000 }, (_, codePoint) => codePoint);
    expect(all.filter((codePoint) => face?.has(codePoint) !== font.has(codePoint))).toEqual([]);
  });

  test("in a collection is read as a font of its own", async () => {
    const path = writeFont("fonts.ttc", toCollection(inter, mono));
    expect((await readFaces(path)).map(({ family }) => family)).toEqual(["Inter", "JetBrains Mono"]);
    const bytes = await readFont({ path, index: 1 });
    const item = { start: 0, end: 2, isRightToLeft: false };
    const [expected, actual] = [mono, bytes ?? Buffer.alloc(0)].map((file) =>
      openFont(file).shape("Wi", item, "en"),
    );
    expect(actual).toEqual(expected);
  });

  test.each(["COLR", "CBDT", "sbix", "SVG "])("with colors (%s) can't be drawn", async (table) => {
    expect(await readFaces(writeFont("emoji.ttf", rename(inter, "GDEF", table)))).toEqual([]);
  });

  test("without outlines can't be drawn", async () => {
    expect(await readFaces(writeFont("bitmaps.ttf", rename(inter, "glyf", "EBDT")))).toEqual([]);
  });

  test("that is damaged anywhere is no reason to fail", async () => {
    const changes = fc.array(fc.tuple(fc.nat({ max: 4000 }), fc.integer({ min: 0, max: 255 })), {
      maxLength: 20,
    });
    await fc.assert(
      fc.asyncProperty(changes, fc.nat({ max: inter.length }), async (bytes, length) => {
        const damaged = Buffer.from(inter.subarray(0, length));
        for (const [at, byte] of bytes) if (at < damaged.length) damaged[at] = byte;
        const path = writeFont("damaged.ttf", damaged);
        for (const face of await readFaces(path)) {
          face.has(0x41);
          face.has(0x1f600);
          await readFont(face);
        }
      }),
      propertyRuns(200),
    );
  });
});

describe("The fonts of a system", () => {
  const find = async (folder: string, text: string) => {
    const bytes = await (await listSystemFonts([folder])).find("Zyyy", codes(text));
    return bytes && openFont(bytes);
  };

  test("give the one that has most of the characters", async () => {
    const folder = createTemporaryFolder();
    writeFont("a-mono.ttf", mono, folder);
    writeFont("b.ttf", inter, folder);
    // Only Inter has the second letter.
    expect((await find(folder, "Aế"))?.has(0x1ebf)).toBe(true);
  });

  test("are found in folders within folders, and none where there is no folder", async () => {
    const { mkdirSync } = await import("node:fs");
    const folder = createTemporaryFolder();
    mkdirSync(join(folder, "truetype", "inter"), { recursive: true });
    writeFont("Inter.otf", inter, join(folder, "truetype", "inter"));
    expect(await find(folder, "A")).toBeDefined();
    expect(await find(join(folder, "missing"), "A")).toBeUndefined();
  });

  test("give none if no font has any of the characters", async () => {
    const folder = createTemporaryFolder();
    writeFont("inter.ttf", inter, folder);
    expect(await find(folder, "漢字")).toBeUndefined();
  });

  test("of which one has no file that can be read give another one", async () => {
    const folder = createTemporaryFolder();
    writeFont("a.ttf", Buffer.from("This is no font."), folder);
    writeFont("b.ttf", inter, folder);
    expect(await find(folder, "A")).toBeDefined();
  });
});
