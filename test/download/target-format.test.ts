import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Container } from "../../src/download/media/container.ts";
import { prepareTarget } from "../../src/download/output-target.ts";
import { failureOf } from "../support/failure-of.ts";
import { createTemporaryFolder } from "../support/temporary-folder.ts";

/** What is asked for. `either` is a video that exists already: its format shows when it comes. */
type Format = Container | "either";

const prepare = (workspace: string, outputPath: string | undefined, format: Format) =>
  prepareTarget(workspace, "Release 2.0", outputPath, format === "either" ? undefined : format);

describe("the name of a video", () => {
  const mp4 = "it must end in `.mp4`";
  const webm = "it must end in `.webm`";
  const either = "it must end in `.mp4` or `.webm`";

  test.each<[string, Format, string]>([
    ["release.webm", "mp4", mp4],
    ["release.mp4", "webm", webm],
    ["release.mov", "webm", webm],
    ["release.mov", "either", either],
    ["videos/", "either", either],
    [".webm", "webm", webm],
  ])(
    "is refused before anything is paid for when it is %j and the format %s: %s",
    async (path, format, reason) => {
      const { code, message } = await failureOf(() => prepare(createTemporaryFolder(), path, format));
      expect([code, message]).toEqual(["invalid_input", `\`output_path\` is "${path}": ${reason}.`]);
    },
  );

  test.each<[string, Format, Container]>([
    ["release.mp4", "mp4", "mp4"],
    ["release.webm", "webm", "webm"],
    ["videos/release.WebM", "webm", "webm"],
    ["release.mp4", "either", "mp4"],
    ["release.webm", "either", "webm"],
  ])("is taken when it is %j and the format %s", async (path, format, container) => {
    const workspace = createTemporaryFolder();
    const target = await prepare(workspace, path, format);
    expect([target.container, target.pathFor("v_1", container)]).toEqual([container, join(workspace, path)]);
  });

  test.each<Container>(["mp4", "webm"])(
    "ends in its format when nobody gives one (%s)",
    async (container) => {
      const workspace = createTemporaryFolder();
      for (const format of [container, "either"] as const) {
        const target = await prepare(workspace, undefined, format);
        expect(target.container).toBeUndefined();
        expect(target.pathFor("v_1", container)).toBe(
          join(workspace, "videos", `Release-2.0-v_1.${container}`),
        );
      }
    },
  );
});
