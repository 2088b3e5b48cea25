/** What README promises, by the job in `workflows/` that holds it to it. */
export const promises: Readonly<Record<string, string>> = {
  // workflows/videos.yml
  prompt: "a prompt becomes a whole video: outputs, playable artifact, summary",
  script: "a script is spoken by the chosen avatar, in the chosen resolution",
  "script-file": "a script file brings front matter and placeholders with it",
  captions: "captions are downloaded and uploaded beside the video",
  "windows-names": "files and artifacts get names that every system takes",
  sandbox: "the sandbox needs no key",
  "command-line": "the command line does the same in a run step",
  secrets: "neither key nor signed link is written anywhere",
  // workflows/limits.yml
  timeout: "when the time is up the step fails with timed_out, and says how to go on",
  detach: "on_timeout: detach ends the step green, with the ids",
  "wait-and-collect": "wait: false ends at once, and video_id collects the video without paying again",
  "dry-run": "a dry run checks and estimates, and pays for nothing",
  "max-cost": "max_cost_usd submits nothing that costs more",
  "failed-video": "a video that fails at the provider is generation_failed",
  "missing-key": "in the repository itself a missing key is an error",
  // workflows/release.yml
  release: "a release needs nothing but the key",
  "release-tag": "release_tag: auto attaches the video and links it in the notes",
  // workflows/tag.yml
  tag: "a pushed tag without a release gets the notes that GitHub writes",
  // workflows/push.yml
  docs: "template: docs makes a lesson of the pages that a push has changed",
  // workflows/pull-request.yml
  comment: "comment: true keeps one comment on the pull request up to date",
  // workflows/fork.yml
  fork: "a pull request from a fork, without secrets, ends green and skipped",
  // workflows/issue-comment.yml
  stranger: "a stranger's comment spends nothing",
  // workflows/resume.yml, two attempts of one run
  resume: "a re-run takes up the video of the attempt that ran out of time",
  "resume-cache-v2": "the same with version 2 of the cache service",
  "self-hosted": "a self-hosted runner keeps the video, and a re-run there copies it",
  "resume-finished": "a re-run takes up a finished video",
  // workflows/content.yml, two runs
  "reuse-content": "reuse: content takes up the video of an earlier run",
};
