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

test("readPage returns the anchors of headings, as GitHub generates them, and of HTML", () => {
  const { anchors } = readPage(page);
  expect([...anchors]).toEqual(["a-house-and-more", "why-that", "why-that-1", "here"]);
});

test("checks links, definitions, images and HTML, and reports only missing targets", () => {
  expect(check(page)).toEqual(["a.md: gone.png: no such file"]);
});

test.each([
  ["docs/c.md", "no such file"],
  ["../out.md", "no such file"],
  ["#nowhere", "no such heading"],
  ["docs/b.md#nowhere", "no such heading"],
  ["/docs/b.md", "is relative to the root of a host"],
  ["http://example.com", "is not an https URL"],
  ["javascript:alert(1)", "is not an https URL"],
  ["//example.com/x", "is not an https URL"],
  ["https://me:pass@example.com/", "contains credentials"],
  ["https://localhost/x", "has no public host"],
  ["https://10.0.0.1/x", "has no public host"],
])("reports %s", (target, reason) => {
  expect(check(`[x](${target})`)).toEqual([`a.md: ${target}: ${reason}`]);
});

test("ignores links in code", () => {
  expect(check("`[x](gone.md)`\n\n```md\n[x](gone.md)\n```")).toEqual([]);
});
