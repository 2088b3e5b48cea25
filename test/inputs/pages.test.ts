import { describe, expect, test } from "vitest";
import { createPageFilter } from "../../src/inputs/pages.ts";
import { failureOf } from "../support/runtime/failure-of.ts";

describe("without `pages`", async () => {
  const isPage = await createPageFilter(undefined);

  test.each([
    "README.md",
    "docs/start.md",
    "docs/en/start.mdx",
    "website/guide.markdown",
    "manual/index.rst",
    "manual/index.adoc",
    "docs/notes.txt",
    "doc/man/page.txt",
    "docs/licensing.md",
    "docs/testing/units.md",
    "packages/core/README.md",
    "docs/history-of-ours/a.md",
  ])("%s is a page", (path) => expect(isPage(path)).toBe(true));

  test.each([
    "requirements.txt",
    "docs/requirements.txt",
    "docs/requirements-dev.txt",
    "CMakeLists.txt",
    "src/words.txt",
    "public/robots.txt",
    "LICENSE.md",
    "LICENSE.txt",
    "docs/LICENCE.md",
    "COPYING.rst",
    "NOTICE.md",
    "CHANGELOG.md",
    "packages/core/CHANGELOG-2.x.md",
    "HISTORY.rst",
    "AUTHORS.md",
    "CODE_OF_CONDUCT.md",
    "THIRD_PARTY_NOTICES.md",
    ".github/pull_request_template.md",
    ".github/workflows/video.md",
    "packages/a/.changeset/brave-cats.md",
    "node_modules/a/README.md",
    "vendor/a/README.md",
    "third_party/a/README.md",
    "test/fixtures/page.md",
    "src/tests/page.md",
    "docs/a.png",
    "src/a.ts",
  ])("%s is no page", (path) => expect(isPage(path)).toBe(false));
});

describe("with `pages`", async () => {
  const isPage = await createPageFilter(
    "./site/**\nCHANGELOG.md\n!site/**/*.draft.md\n.github/*.md\nnotes/!(old)/*",
  );

  test.each(["site/a.md", "site/deep/a.txt", "CHANGELOG.md", ".github/security.md", "notes/new/a"])(
    "%s is a page, because a glob matches it",
    (path) => expect(isPage(path)).toBe(true),
  );

  test.each(["README.md", "docs/a.md", "site/a.draft.md", "a/CHANGELOG.md", "notes/old/a"])(
    "%s is no page, because no glob matches it or one excludes it",
    (path) => expect(isPage(path)).toBe(false),
  );

  test.each(["/docs/**", "../docs/**", "docs\\**", "C:/docs/*.md", "!/docs/**"])(
    "the glob %j is rejected, because no file can match it",
    async (glob) => {
      const { code, message, hint } = await failureOf(() => createPageFilter(`a.md\n${glob}`));
      expect(code).toBe("invalid_input");
      expect(message).toContain(`\`pages\` has "${glob}", which matches no file`);
      expect(hint).toContain("docs/**/*.md");
    },
  );

  test("globs that only exclude are rejected", async () => {
    const { message } = await failureOf(() => createPageFilter("!docs/**"));
    expect(message).toBe("`pages` only says what is no page.");
  });
});
