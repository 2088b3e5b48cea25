import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { toZip } from "../../../../src/providers/heygen/upload/zip.ts";
import { createTemporaryFolder } from "../../../support/files/temporary-folder.ts";
import { failureOf } from "../../../support/runtime/failure-of.ts";

const open = new AbortController().signal;
const files = {
  "index.html": Buffer.from("<html></html>"),
  "empty.txt": Buffer.alloc(0),
  "media/é 🎬.bin": randomBytes(3_000_000),
  "media/zeros.bin": Buffer.alloc(5_000_000),
};

test("another program extracts every file under its name", async () => {
  const found = unzipSync(await toZip(files, open));
  expect(Object.keys(found)).toEqual(Object.keys(files));
  for (const [name, content] of Object.entries(files)) {
    expect(Buffer.compare(Buffer.from(found[name] ?? []), content)).toBe(0);
  }
});

test("a strict program reports no error in the zip", async () => {
  const path = join(createTemporaryFolder(), "a.zip");
  writeFileSync(path, await toZip(files, open));
  const script = "import sys, zipfile; sys.exit(zipfile.ZipFile(sys.argv[1]).testzip() is not None)";
  const { status, error } = spawnSync("python3", ["-c", script, path]);
  // Not every machine has Python.
  if (!error) expect(status).toBe(0);
});

test("the same files become the same bytes", async () => {
  expect(Buffer.compare(await toZip(files, open), await toZip(files, open))).toBe(0);
});

test("a run that is cancelled does not wait for the rest of a large file", async () => {
  const controller = new AbortController();
  const work = failureOf(() => toZip({ "a.bin": randomBytes(100_000_000) }, controller.signal));
  setImmediate(() => controller.abort());
  expect((await work).code).toBe("interrupted");
});

test("a run that is already cancelled zips nothing", async () => {
  expect((await failureOf(() => toZip(files, AbortSignal.abort()))).code).toBe("interrupted");
});
