import { expect, test } from "vitest";
import { linkFindings } from "../../scripts/checks/link-findings.ts";
import { readPage } from "../../scripts/checks/markdown.ts";

const page = [
  "# A house, and more",
  "## Why `that`?",
  "## Why `that`?",
  '<a id="here"></a>',
  "",
  "[one](#why-that-1) [two](docs/b.md#über-uns) [three](docs) [four][ref] ![five](a.png) <https://example.com/x>",
  "",
  '<img src="gone.png">',
  "",
  "[ref]: https://example.com/y",
].join("\n");

function check(text: string): string[] {
  const texts: Record<string, string> = { "a.md": text, "docs/b.md": "# Über uns\n[up](../a.md)" };
  return linkFindings([...Object.keys(texts), "a.png"], (file) => texts[file] ?? "");
}

test("a page has the anchors that GitHub gives its headings, and those of its HTML", () => {
  const { anchors } = readPage(page);
  expect([...anchors]).toEqual(["a-house-and-more", "why-that", "why-that-1", "here"]);
});

test("links, definitions, pictures and HTML are followed, and what is there is no finding", () => {
  expect(check(page)).toEqual(["a.md: gone.png: there is no such file"]);
});

test.each([
  ["docs/c.md", "there is no such file"],
  ["../out.md", "there is no such file"],
  ["#nowhere", "there is no such heading"],
  ["docs/b.md#nowhere", "there is no such heading"],
  ["/docs/b.md", "leads from the root of a host"],
  ["http://example.com", "is no https URL"],
  ["javascript:alert(1)", "is no https URL"],
  ["//example.com/x", "is no https URL"],
  ["https://me:pass@example.com/", "holds a user's name"],
  ["https://localhost/x", "has no public host"],
  ["https://10.0.0.1/x", "has no public host"],
])("%s is a finding", (target, reason) => {
  expect(check(`[x](${target})`)).toEqual([`a.md: ${target}: ${reason}`]);
});

test("what stands in code is no link", () => {
  expect(check("`[x](gone.md)`\n\n```md\n[x](gone.md)\n```")).toEqual([]);
});
