import { execFileSync } from "node:child_process";
import { symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  type LocalMaterial,
  readMaterial,
  readMaterialFile,
  requireUnchanged,
} from "../../src/inputs/materials.ts";
import { createWorkspace } from "../support/files/workspace.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

const files = {
  "logo.png": "a logo",
  "copy/other name.png": "a logo",
  "site/index.html": "<html></html>",
  "site/media/a.mp4": "moving",
};
const workspace = createWorkspace(files);
const read = (typed: string, from = workspace) => readMaterial(from, "files", typed);

test("an asset of the provider is handed on by its id", async () => {
  expect(await read("asset:ast_1")).toEqual({ from: "asset", id: "ast_1" });
});

test("a public URL is handed on as it is", async () => {
  const url = "https://files.example/deck.pdf?a=b";
  expect(await read(url)).toEqual({ from: "url", url });
});

test.each(["http://files.example/deck.pdf", "file:///etc/passwd", "ftp://files.example/a.png"])(
  "a URL that the provider could not fetch is refused: %s",
  async (typed) => {
    const { code, message } = await failureOf(() => read(typed));
    expect([code, message]).toEqual(["invalid_input", expect.stringContaining("public and https")]);
  },
);

test("a file is known by its content, whatever its name", async () => {
  const [one, other, third] = await Promise.all([
    read("logo.png"),
    read("copy/other name.png"),
    read("site/index.html"),
  ]);
  expect(one).toMatchObject({ from: "disk", name: "logo.png", bytes: 6 });
  expect(other).toMatchObject({ name: "other name.png", sha256: Reflect.get(one, "sha256") });
  expect(third).not.toMatchObject({ sha256: Reflect.get(one, "sha256") });
});

describe("a folder", () => {
  const folder = (content: Record<string, string>) => read("site", createWorkspace(content));
  const sha256Of = async (content: Record<string, string>) => Reflect.get(await folder(content), "sha256");

  test("is all its files in order, with the ways to them", async () => {
    expect(await read("site")).toMatchObject({
      name: "site",
      bytes: 19,
      entries: ["index.html", "media/a.mp4"],
    });
  });

  test("is the same on another machine, and another one when a name or a byte changes", async () => {
    const same = await sha256Of({ "site/media/a.mp4": "moving", "site/index.html": "<html></html>" });
    expect(same).toBe(Reflect.get(await read("site"), "sha256"));
    const others = [
      { "site/index.html": "<html></html>", "site/media/b.mp4": "moving" },
      { "site/index.html": "<html> </html>", "site/media/a.mp4": "moving" },
      { "site/index.html": "<html></html>m", "site/media/a.mp4": "oving" },
    ];
    for (const other of others) expect(await sha256Of(other)).not.toBe(same);
  });

  test("brings nothing along that lies elsewhere and is only linked", async () => {
    const elsewhere = createWorkspace({ "secret.txt": "secret" });
    const place = createWorkspace({ "site/index.html": "<html></html>" });
    symlinkSync(join(elsewhere, "secret.txt"), join(place, "site/secret.txt"));
    symlinkSync(elsewhere, join(place, "site/more"));
    expect(await read("site", place)).toMatchObject({ entries: ["index.html"] });
  });

  test("keeps to itself what a checkout hides in it, and what was installed or is being downloaded", async () => {
    const place = createWorkspace({
      "site/index.html": "<html></html>",
      "site/.env": "KEY=secret",
      "site/.git/config": "AUTHORIZATION: basic secret",
      "site/a/.showreel/x.json": "{}",
      "site/node_modules/a/index.js": "",
      "site/video.mp4.part": "",
    });
    expect(await read("site", place)).toMatchObject({ entries: ["index.html"] });
  });

  test("of thousands of files is a mistake", async () => {
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, number) => [`site/${number}`, ""]));
    expect((await failureOf(() => folder(many))).message).toContain("more than 5000 files");
  });
});

describe("a path is refused, with the setting's name,", () => {
  const refusal = async (typed: string, from = workspace) => {
    const { code, message, submitted } = await failureOf(() => read(typed, from));
    expect([code, message.startsWith("`files` is "), submitted]).toEqual(["invalid_input", true, false]);
    return message;
  };

  test.each(["..", "../other/logo.png", "/etc/passwd", "site/../../logo.png"])(
    "when it leads out of the workspace: %s",
    async (typed) => {
      expect(await refusal(typed)).toMatch(/outside the workspace|cannot be read \(ENOENT\)/);
    },
  );

  test("when a link leads out of the workspace", async () => {
    const elsewhere = createWorkspace({ "secret.png": "secret" });
    const place = createWorkspace({ "logo.png": "a logo" });
    symlinkSync(join(elsewhere, "secret.png"), join(place, "link.png"));
    symlinkSync(elsewhere, join(place, "folder"));
    expect(await refusal("link.png", place)).toContain("outside the workspace");
    expect(await refusal("folder/secret.png", place)).toContain("outside the workspace");
  });

  test("when nothing is there", async () => {
    expect(await refusal("nothing.png")).toContain("cannot be read (ENOENT)");
  });
});

test("a link inside the workspace is the file that it leads to", async () => {
  const place = createWorkspace({ "logo.png": "a logo" });
  symlinkSync(join(place, "logo.png"), join(place, "link.png"));
  expect(await read("link.png", place)).toMatchObject({ name: "logo.png", bytes: 6 });
});

test("a file whose name begins with two dots is one of the workspace", async () => {
  expect(await read("..logo.png", createWorkspace({ "..logo.png": "a logo" }))).toMatchObject({ bytes: 6 });
});

describe("what is no file is not read, and not waited for:", () => {
  const place = createWorkspace({ "site/index.html": "<html></html>" });
  execFileSync("mkfifo", [join(place, "pipe.mp4"), join(place, "site/pipe")]);

  test.each(["files", "audio", "composition"])("a pipe as `%s`", async (setting) => {
    const { code, message } = await failureOf(() => readMaterial(place, setting, "pipe.mp4"));
    expect(code).toBe("invalid_input");
    expect(message).toBe(`\`${setting}\` is "pipe.mp4": it is neither a file nor a folder.`);
  });

  test("a pipe in a folder", async () => {
    expect(await read("site", place)).toMatchObject({ entries: ["index.html"] });
  });

  test.each([
    ["a whole file", readMaterialFile],
    ["a file that is sent in pieces", requireUnchanged],
  ])("a pipe that has taken the place of %s", async (_, again) => {
    writeFileSync(join(place, "a.mp4"), "moving");
    const material = (await readMaterial(place, "files", "a.mp4")) as LocalMaterial;
    execFileSync("sh", ["-c", `rm a.mp4 && mkfifo a.mp4`], { cwd: place });
    await expect(again(material, new AbortController().signal)).rejects.toMatchObject({ code: "ENOTREG" });
    execFileSync("rm", [join(place, "a.mp4")]);
  });
});

describe("a file that is large", () => {
  const place = createWorkspace({ "huge.mp4": "", "large.mp4": "", "site/huge.mp4": "" });
  truncateSync(join(place, "huge.mp4"), 20_000_000_000);
  truncateSync(join(place, "site/huge.mp4"), 20_000_000_000);
  truncateSync(join(place, "large.mp4"), 1_000_000_000);

  test.each(["huge.mp4", "site"])("is refused before a byte is read: %s", async (typed) => {
    const { code, message } = await failureOf(() => read(typed, place));
    expect(code).toBe("invalid_input");
    expect(message).toBe(`\`files\` is "${typed}": it has 20.0 GB, and no provider accepts more than 1 GB.`);
  });

  test("holds no run that is cancelled", async () => {
    const controller = new AbortController();
    const work = failureOf(() => readMaterial(place, "files", "large.mp4", controller.signal));
    setImmediate(() => controller.abort());
    expect((await work).code).toBe("interrupted");
  });

  test("is not read any further by a run that is cancelled", async () => {
    const material = {
      from: "disk",
      path: join(place, "large.mp4"),
      name: "",
      bytes: 0,
      sha256: "",
    } as const;
    const controller = new AbortController();
    const work = failureOf(() => requireUnchanged(material, controller.signal));
    setImmediate(() => controller.abort());
    expect((await work).code).toBe("interrupted");
  });
});
