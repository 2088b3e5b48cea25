import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { formatError } from "../../src/base/errors.ts";
import { openData } from "../../src/studio/data.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const content = Buffer.from("What the file contains. ".repeat(100));

function createData(): { readonly folder: string; readonly file: string } {
  const folder = createTemporaryFolder();
  const file = join(folder, "aac.wasm.br");
  writeFileSync(file, brotliCompressSync(content));
  return { folder, file };
}

test("a file of the studio's data is decompressed when it is read, from a path or a URL", () => {
  const { folder, file } = createData();
  const data = openData(folder);
  expect(content.equals(data.read("aac.wasm"))).toBe(true);
  expect(content.equals(openData(pathToFileURL(`${folder}/`)).read("aac.wasm"))).toBe(true);
  writeFileSync(file, brotliCompressSync(Buffer.from("something else")));
  expect(Buffer.from(data.read("aac.wasm")).toString()).toBe("something else");
});

describe("the error says to install Showreel again", () => {
  const hint = "\nInstall Showreel again.";

  test("if a file is missing", async () => {
    const { folder } = createData();
    const failure = await failureOf(() => openData(folder).read("h264.wasm"));
    expect(failure.code).toBe("generation_failed");
    expect(formatError(failure)).toBe(
      `Showreel's own files are incomplete: ${join(folder, "h264.wasm.br")} can't be read.${hint}`,
    );
  });

  test("if a file is damaged", async () => {
    const { folder, file } = createData();
    truncateSync(file, 20);
    const failure = await failureOf(() => openData(folder).read("aac.wasm"));
    expect(formatError(failure)).toBe(`Showreel's own files are incomplete: ${file} is damaged.${hint}`);
  });
});
