import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeDotenv } from "../../src/cli/dotenv.ts";
import { toOutputs } from "../../src/publish/outputs.ts";
import { createTemporaryFolder } from "../support/files/temporary-folder.ts";

const render = { status: "completed", title: "", provider: "", phases: {}, milestones: {} } as const;

function writeOutputs(changes: Partial<ReturnType<typeof toOutputs>>, includeUrl = false): string {
  const cwd = createTemporaryFolder();
  const path = join(cwd, "video.env");
  writeDotenv({ path: "video.env", cwd }, { ...toOutputs([render]), ...changes }, includeUrl);
  return path;
}

test.each([
  "a;touch evil",
  "$(touch evil)",
  "`touch evil`",
  "/tmp/my videos/it's.mp4",
  "https://h.example/v?a=1&PATH=/evil",
  "&reboot",
])("a shell that sources the file reads %j literally and runs nothing", (value) => {
  const path = writeOutputs({ video_path: value, video_url: value }, true);
  const shell = ["-c", `. "$0"; printf '%s\\n%s\\n%s' "$VIDEO_PATH" "$VIDEO_URL" "$STATUS"`, path];
  expect(execFileSync("/bin/sh", shell, { encoding: "utf8" })).toBe(`${value}\n${value}\ncompleted`);
});

test("signed links are written only with --dotenv-include-url", () => {
  const links = { video_url: "https://h.example/v?sig=x", thumbnail_url: "https://h.example/t.jpg?sig=x" };
  expect(readFileSync(writeOutputs(links), "utf8")).not.toContain("sig=x");
  expect(readFileSync(writeOutputs(links, true), "utf8").match(/sig=x/g)).toHaveLength(2);
  const { thumbnail_url } = { thumbnail_url: "https://h.example/t.jpg" };
  expect(readFileSync(writeOutputs({ thumbnail_url }), "utf8")).toContain(`THUMBNAIL_URL=${thumbnail_url}\n`);
});
