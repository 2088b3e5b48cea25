import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { createPipe } from "../files/pipe.ts";
import { failure } from "../github/fake-github.ts";
import type { Attack } from "./attack.ts";
import { commands, hidden, hostile, hostileLine } from "./hostile-text.ts";

const avatar = { type: "avatar", avatar_id: "look_1" };
const onTag = { GITHUB_REF: "refs/tags/v2", GITHUB_REF_NAME: "v2", GITHUB_REF_TYPE: "tag" };
const tagged = { event: { name: "push", payload: { ref: "refs/tags/v2" } }, env: onTag };
const notes = { prompt: "{{ release.notes }}" };
const tags = [{ name: "v2", sha: "b".repeat(40) }];
const commits = [hostile, `${hostileLine}\n${hostile}`].map((message, index) => ({
  sha: "ba"[index]?.repeat(40) ?? "",
  message,
}));

const own = { repo: { full_name: "octo/showreel-test" } };

/** A pull request that changes these files. */
export const changing = (...files: readonly string[]) => ({
  event: {
    name: "pull_request",
    payload: { pull_request: { number: 7, title: "Add", body: "A knob.", head: own } },
  },
  github: {
    pulls: [
      {
        number: 7,
        title: "Add",
        head: { ref: "topic", sha: "d".repeat(40) },
        base: { ref: "main", sha: "a".repeat(40) },
        files: files.map((filename) => ({ filename })),
      },
    ],
  },
});

const strange = [
  "a\n::error::forged\nvideo_id=evil.md",
  hostileLine,
  "../../../../../../etc/passwd.md",
  "/etc/hostname.md",
  "..\\secret.md",
  "docs/%2e%2e/a.md",
  "a\0.md",
  `${"a/".repeat(2_500)}a.md`,
];

/** Untrusted text in responses of GitHub. */
export const githubAttacks: readonly Attack[] = [
  {
    ...tagged,
    what: "all hostile text in the release of a pushed tag",
    github: { releases: [{ id: 1, tag: "v2", name: hostile, body: hostile }] },
    inputs: { prompt: "{{ release.name }}: {{ release.notes }}", title: "{{ release.name }}" },
    expected: { sends: { prompt: /octocat/ }, never: hidden },
  },
  {
    ...tagged,
    what: "all hostile text in GitHub's generated notes",
    github: { tags, generatedNotes: { name: hostile, body: hostile } },
    inputs: notes,
    expected: { sends: { prompt: /octocat/ }, never: hidden },
  },
  {
    ...tagged,
    what: "all hostile text in the messages of a tag's commits",
    github: { tags, commits, canPush: false },
    inputs: notes,
    expected: {
      sends: { prompt: /^- : ?:set-output name=video_id::evil\n- : ?:set-output [^\n]*$/ },
      never: hidden,
      annotations: ["warning"],
    },
  },
  {
    what: "a tag that would change the route of a request",
    inputs: { prompt: "{{ release.url }}", release_tag: "../../../../user?x=1#" },
    github: { releases: [{ id: 1, tag: "v2", name: "Two", body: "New." }] },
    expected: { says: /^`release_tag`: "\.\.\/\.\.\/\.\.\/\.\.\/user\?x=1#" is not a valid tag name/ },
  },
  {
    ...changing("a.ts", ...strange),
    what: "the names of changed files",
    inputs: { prompt: "{{ changed_files }}" },
    expected: {
      sends: { prompt: /^a\.ts\na : ?:error::forged video_id=evil\.md\n: ?:set-output/ },
      never: hidden,
    },
  },
  {
    ...changing("a.md", "b.md", ...strange),
    what: "the names and the contents of changed pages",
    files: {
      "a.md": `---\navatar_id: evil\n---\n${hostile.replaceAll("\0", "")}`,
      "b.md": "Hello {{ variables.secret }} {{ secret }} {{ tag }}",
      "secret.md": "hush",
    },
    inputs: { template: "docs", variables: "secret: hush" },
    expected: {
      sends: { prompt: /Page a\.md:[\s\S]*Page b\.md:\n\nHello \{\{ variables\.secret/ },
      never: /hush|root:|avatar_id/,
    },
  },
  {
    ...changing(
      "a.md",
      ...["out", "far", "zero", "loop", "pipe", "folder", "utf16", "null", "big"].map((name) => `${name}.md`),
    ),
    what: "pages that are links, devices, pipes, folders or binary files",
    files: {
      "a.md": "Hello.",
      "utf16.md": Buffer.from("\ufeffhush", "utf16le"),
      "null.md": "hu\0sh",
      "big.md": Buffer.alloc(50 * 1_024 ** 2, "hush "),
    },
    prepareWorkspace(workspace) {
      const link = (to: string, name: string) => symlinkSync(to, join(workspace, name));
      link("/etc/passwd", "out.md");
      link("../../../../../../../../etc/passwd", "far.md");
      link("/dev/zero", "zero.md");
      link("loop.md", "loop.md");
      createPipe(join(workspace, "pipe.md"));
      mkdirSync(join(workspace, "folder.md"));
    },
    inputs: { prompt: "{{ changed_pages }}" },
    expected: { sends: { prompt: "Page a.md:\n\nHello." } },
  },
  ...([401, 403, 410, 422, 451] as const).map(
    (status): Attack => ({
      ...tagged,
      what: `a response of ${status}`,
      script: (github) =>
        github.on("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
          ...failure(status, hostile, { errors: [{ code: hostile, message: commands }] }),
          headers: {
            "x-github-request-id": "##[error]forged",
            "x-github-sso": "required; url=https://evil.example",
          },
        }),
      inputs: notes,
      expected: {
        says: new RegExp(
          `^(GitHub returned an error|GitHub rejected the token|The GitHub token lacks a permission) \\(HTTP ${status}: GET `,
        ),
        code: status === 401 || status === 403 ? "unauthorized" : "network_error",
      },
    }),
  ),
  {
    ...tagged,
    what: "an HTML page as the response",
    script: (github) =>
      github.on("GET /repos/{owner}/{repo}/releases/tags/{tag}", {
        status: 400,
        body: `<html>${hostile}</html>`,
      }),
    inputs: notes,
    expected: { says: /^GitHub returned an error \(HTTP 400: GET /, code: "network_error" },
  },
  {
    ...tagged,
    what: "transient errors, and then a response that would pollute the prototype of every object",
    script: (github) =>
      github.on(
        "GET /repos/{owner}/{repo}/releases/tags/{tag}",
        { status: 502, body: hostile },
        {
          status: 200,
          body: JSON.parse(
            '{"__proto__":{"body":"evil"},"constructor":{"prototype":{"title":"evil"}},"tag_name":"v2","body":"New."}',
          ),
        },
      ),
    inputs: { script: "{{ release.notes }}", avatar_id: "look_1" },
    expected: { sends: { ...avatar, script: "New.", title: "showreel-test v2" } },
  },
];
