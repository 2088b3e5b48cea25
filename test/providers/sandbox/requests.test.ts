import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createRequestFiles, type SandboxRequest } from "../../../src/providers/sandbox/requests.ts";
import { createTemporaryFolder } from "../../support/files/temporary-folder.ts";

const request: SandboxRequest = {
  title: "Welcome",
  outline: "Welcome.",
  isBrief: false,
  subject: {},
  aspectRatio: "16:9",
  resolution: "720p",
  motion: true,
  theme: "dark",
  fails: false,
};

/** What another process reads that was saved in a folder. */
async function saveAndLoad(folder: string, changes: Partial<SandboxRequest> = {}) {
  await createRequestFiles(folder).save("one", { ...request, ...changes });
  return createRequestFiles(folder).load("one");
}

test("a later process reads the words of a video", async () => {
  expect(await saveAndLoad(createTemporaryFolder())).toEqual(request);
});

test("Git ignores the words of a video", async () => {
  const folder = createTemporaryFolder();
  await saveAndLoad(folder);
  expect(readFileSync(join(folder, "sandbox", ".gitignore"), "utf8")).toBe("*\n");
});

test.each([
  ["title", { title: "a".repeat(1_001) }],
  ["outline", { outline: "a".repeat(400_001) }],
  ["link", { subject: { link: "a".repeat(2_001) } }],
  ["voice", { voiceId: "a".repeat(101) }],
])("a planted file with an enormous %s is not read", async (_, changes) => {
  expect(await saveAndLoad(createTemporaryFolder(), changes)).toBeUndefined();
});

describe.each([
  ["folder of the job store", []],
  ["folder in it", ["sandbox"]],
])("a link in place of the %s", (_, path) => {
  /** Returns the target of the link, and the state folder. */
  function plantLink() {
    const elsewhere = createTemporaryFolder();
    const state = join(createTemporaryFolder(), ".showreel");
    if (path.length > 0) mkdirSync(state);
    symlinkSync(elsewhere, join(state, ...path));
    return { elsewhere, state };
  }

  test("is not followed for writing", async () => {
    const { elsewhere, state } = plantLink();
    await createRequestFiles(state).save("one", request);
    expect(readdirSync(elsewhere)).toEqual([]);
  });

  test("is not followed for reading", async () => {
    const { elsewhere, state } = plantLink();
    const real = createTemporaryFolder();
    await createRequestFiles(real).save("one", request);
    const target = path.length > 0 ? elsewhere : join(elsewhere, "sandbox");
    mkdirSync(target, { recursive: true });
    copyFileSync(join(real, "sandbox", "one.json"), join(target, "one.json"));
    expect(await createRequestFiles(state).load("one")).toBeUndefined();
  });
});
