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
import { createPipe } from "../support/files/pipe.ts";
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

test("an `asset:` reference is passed on by its id", async () => {
  expect(await read("asset:ast_1")).toEqual({ from: "asset", id: "ast_1" });
});

test("a public URL is passed on unchanged", async () => {
  const url = "https://files.example/deck.pdf?a=b";
  expect(await read(url)).toEqual({ from: "url", url });
});

test.each(["http://files.example/deck.pdf", "file:///etc/passwd", "ftp://files.example/a.png"])(
  "a URL that is not public https is rejected: %s",
  async (typed) => {
    const { code, message } = await failureOf(() => read(typed));
    expect([code, message]).toEqual(["invalid_input", expect.stringContaining("public and https")]);
  },
);

test("a file is identified by the digest of its content, whatever its name", async () => {
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

  test("lists all its files in order, by relative path", async () => {
    expect(await read("site")).toMatchObject({
      name: "site",
      bytes: 19,
      entries: ["index.html", "media/a.mp4"],
    });
  });

  test("has the same digest in another workspace, and a different one if a name or a byte changes", async () => {
    const same = await sha256Of({ "site/media/a.mp4": "moving", "site/index.html": "<html></html>" });
    expect(same).toBe(Reflect.get(await read("site"), "sha256"));
    const changed = [
      { "site/index.html": "<html></html>", "site/media/b.mp4": "moving" },
      { "site/index.html": "<html> </html>", "site/media/a.mp4": "moving" },
      { "site/index.html": "<html></html>m", "site/media/a.mp4": "oving" },
    ];
    for (const files of changed) expect(await sha256Of(files)).not.toBe(same);
  });

  test("does not include linked files outside the folder", async () => {
    const outside = createWorkspace({ "secret.txt": "secret" });
    const root = createWorkspace({ "site/index.html": "<html></html>" });
    symlinkSync(join(outside, "secret.txt"), join(root, "site/secret.txt"));
    symlinkSync(outside, join(root, "site/more"));
    expect(await read("site", root)).toMatchObject({ entries: ["index.html"] });
  });

  test("does not include hidden files, `node_modules` and partial downloads", async () => {
    const root = createWorkspace({
      "site/index.html": "<html></html>",
      "site/.env": "KEY=secret",
      "site/.git/config": "AUTHORIZATION: basic secret",
      "site/a/.showreel/x.json": "{}",
      "site/node_modules/a/index.js": "",
      "site/video.mp4.part": "",
    });
    expect(await read("site", root)).toMatchObject({ entries: ["index.html"] });
  });

  test("with more than 5000 files is rejected", async () => {
    const many = Object.fromEntries(Array.from({ length: 5_001 }, (_, number) => [`site/${number}`, ""]));
    expect((await failureOf(() => folder(many))).message).toContain("more than 5000 files");
  });
});

describe("a path is rejected, and the message names the setting,", () => {
  const rejectionText = async (typed: string, from = workspace) => {
    const { code, message, submitted } = await failureOf(() => read(typed, from));
    expect([code, message.startsWith("`files` is "), submitted]).toEqual(["invalid_input", true, false]);
    return message;
  };

  test.each(["..", "../other/logo.png", "/etc/passwd", "site/../../logo.png"])(
    "when it is outside the workspace: %s",
    async (typed) => {
      expect(await rejectionText(typed)).toMatch(/outside the workspace|cannot be read \(ENOENT\)/);
    },
  );

  test("when it is a link to a target outside the workspace", async () => {
    const outside = createWorkspace({ "secret.png": "secret" });
    const root = createWorkspace({ "logo.png": "a logo" });
    symlinkSync(join(outside, "secret.png"), join(root, "link.png"));
    symlinkSync(outside, join(root, "folder"));
    expect(await rejectionText("link.png", root)).toContain("outside the workspace");
    expect(await rejectionText("folder/secret.png", root)).toContain("outside the workspace");
  });

  test("when it does not exist", async () => {
    expect(await rejectionText("nothing.png")).toContain("cannot be read (ENOENT)");
  });
});

test("a link inside the workspace is read as its target", async () => {
  const root = createWorkspace({ "logo.png": "a logo" });
  symlinkSync(join(root, "logo.png"), join(root, "link.png"));
  expect(await read("link.png", root)).toMatchObject({ name: "logo.png", bytes: 6 });
});

test("a file in the workspace whose name starts with two dots is accepted", async () => {
  expect(await read("..logo.png", createWorkspace({ "..logo.png": "a logo" }))).toMatchObject({ bytes: 6 });
});

describe("a special file is neither read nor waited for:", () => {
  const root = createWorkspace({ "site/index.html": "<html></html>" });
  for (const name of ["pipe.mp4", "site/pipe"]) createPipe(join(root, name));

  test.each(["files", "audio", "composition"])("a pipe as `%s`", async (setting) => {
    const { code, message } = await failureOf(() => readMaterial(root, setting, "pipe.mp4"));
    expect(code).toBe("invalid_input");
    expect(message).toBe(`\`${setting}\` is "pipe.mp4": it is neither a file nor a folder.`);
  });

  test("a pipe inside a folder", async () => {
    expect(await read("site", root)).toMatchObject({ entries: ["index.html"] });
  });

  test.each([
    ["a file that is read at once", readMaterialFile],
    ["a file that is uploaded in parts", requireUnchanged],
  ])("a pipe that replaced %s", async (_, reread) => {
    writeFileSync(join(root, "a.mp4"), "moving");
    const material = (await readMaterial(root, "files", "a.mp4")) as LocalMaterial;
    execFileSync("sh", ["-c", `rm a.mp4 && mkfifo a.mp4`], { cwd: root });
    await expect(reread(material, new AbortController().signal)).rejects.toMatchObject({ code: "ENOTREG" });
    execFileSync("rm", [join(root, "a.mp4")]);
  });
});

describe("a large file", () => {
  const root = createWorkspace({ "huge.mp4": "", "large.mp4": "", "site/huge.mp4": "" });
  truncateSync(join(root, "huge.mp4"), 20_000_000_000);
  truncateSync(join(root, "site/huge.mp4"), 20_000_000_000);
  truncateSync(join(root, "large.mp4"), 1_000_000_000);

  test.each(["huge.mp4", "site"])("is rejected before a byte is read: %s", async (typed) => {
    const { code, message } = await failureOf(() => read(typed, root));
    expect(code).toBe("invalid_input");
    expect(message).toBe(`\`files\` is "${typed}": it has 20.0 GB, and no provider accepts more than 1 GB.`);
  });

  test("does not delay a run that is interrupted while the file is read", async () => {
    const controller = new AbortController();
    const work = failureOf(() => readMaterial(root, "files", "large.mp4", controller.signal));
    setImmediate(() => controller.abort());
    expect((await work).code).toBe("interrupted");
  });

  test("does not delay a run that is interrupted while the file is checked for changes", async () => {
    const material = {
      from: "disk",
      path: join(root, "large.mp4"),
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
