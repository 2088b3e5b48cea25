/** What README promises, by the id of the job in `workflows/` that proves it. */
export const promises: Readonly<Record<string, string>> = {
  // workflows/videos.yml
  prompt: "a prompt becomes a video: outputs, playable artifact, summary",
  script: "the chosen avatar speaks a script, in the chosen resolution",
  "script-file": "a script file may have front matter and placeholders",
  captions: "captions are downloaded and uploaded with the video",
  "windows-names": "files and artifacts have names that are valid on every system",
  sandbox: "the sandbox needs no key",
  "command-line": "the command line does the same in a run step",
  secrets: "no key or signed link is printed",
  // workflows/limits.yml
  timeout: "after the timeout the step fails with timed_out, and says how to resume",
  detach: "on_timeout: detach ends the step successfully, with the ids",
  "wait-and-collect": "wait: false ends at once, and video_id downloads the video without paying again",
  "dry-run": "a dry run checks and estimates, and pays for nothing",
  "max-cost": "max_cost_usd rejects a video that costs more",
  "failed-video": "a video that fails at the provider is generation_failed",
  "missing-key": "a missing key is an error, unless the run is from a fork",
  // workflows/release.yml
  release: "a release needs nothing but the key",
  "release-tag": "release_tag: auto attaches the video and links it in the notes",
  // workflows/tag.yml
  tag: "a pushed tag without a release gets the notes that GitHub writes",
  // workflows/push.yml
  docs: "template: docs makes a lesson from the pages that a push changed",
  // workflows/pull-request.yml
  comment: "comment: true keeps one comment on the pull request up to date",
  // workflows/fork.yml
  fork: "a pull request from a fork, without secrets, is skipped successfully",
  // workflows/issue-comment.yml
  "untrusted-user": "a comment by an untrusted user spends nothing",
  // workflows/resume.yml, two attempts of one run
  resume: "a re-run resumes the video of the attempt that timed out",
  "resume-cache-v2": "the same with version 2 of the cache service",
  "self-hosted": "a self-hosted runner caches the video, and a re-run copies it",
  "resume-finished": "a re-run downloads a finished video",
  // workflows/content.yml, two runs
  "reuse-content": "reuse: content reuses the video of an earlier run",
};
