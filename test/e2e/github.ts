import type { FakeGithubOptions } from "../support/github/fake-github.ts";

const release = (id: number, tag: string) => ({
  id,
  tag,
  name: `Version ${tag.slice(1, 2)}`,
  body: "## New\n\n- Teleportation of teapots (#12)\n- Dark mode",
});
const head = "2222222222222222222222222222222222222222";
const before = "1111111111111111111111111111111111111111";
const pages = [{ filename: "docs/guide.md" }];
const guide = { sha: head, message: "Explain teleportation", files: pages };

/**
 * The repository that the workflows find at GitHub. Every job that changes something has something of its
 * own.
 */
export const github: FakeGithubOptions = {
  token: "ghs_e2e-token-4711",
  // v2.0.0: the release-tag job; v3.0.0: release-video; v4.0.0: languages; v2.1.0 is a tag alone.
  releases: [release(4, "v4.0.0"), release(3, "v3.0.0"), release(2, "v2.0.0"), release(1, "v1.0.0")],
  tags: ["v4.0.0", "v3.0.0", "v2.1.0", "v2.0.0", "v1.0.0"].map((name) => ({ name, sha: head })),
  generatedNotes: { name: "v2.1.0", body: "## What's Changed\n* Faster teapots by @maria in #13" },
  commits: [guide, { sha: before, message: "Begin" }],
  comparisons: { [`${before}...${head}`]: { commits: [guide], files: pages } },
  pulls: [7, 9].map((number) => ({
    number,
    title: "Teleport teapots",
    body: "Teapots arrive at once.",
    head: { ref: "teapots", sha: "3333333333333333333333333333333333333333" },
    base: { ref: "main", sha: before },
    files: [{ filename: "src/teapot.ts" }, ...pages],
    commits: [{ sha: "3333333333333333333333333333333333333333", message: "Teleport" }],
  })),
  permissions: { octocat: "admin", maria: "write" },
};

/** An avatar of the account's own, which README and the examples name. */
export const looks = [
  {
    id: "Wayne_20240716",
    name: "Wayne",
    avatar_type: "studio_avatar",
    default_voice_id: "voice_1",
    supported_api_engines: ["avatar_iv"],
  },
];
