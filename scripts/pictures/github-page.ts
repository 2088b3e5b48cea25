import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toPage } from "../../test/support/github-page.ts";
import type { Answer } from "./browser.ts";
import type { SampleDocument } from "./documents.ts";
import { poster } from "./poster.ts";

const places = {
  summary: "<header>video summary</header>",
  comment: "<header><i></i><b>github-actions</b> <small>bot</small> commented now</header>",
  release: "<h1>v2.4.0 <small>Latest</small></h1>",
};

/** The page of GitHub's that shows a document, as far as people look at it. */
export function toGithubPage({ kind, markdown }: SampleDocument): string {
  const body = toPage(markdown, { breaks: kind === "comment" });
  return `<!doctype html>
<html lang="en">
<link rel="stylesheet" href="/github-markdown.css">
<link rel="stylesheet" href="/frame.css">
<script src="/mermaid.min.js"></script>
<script src="/ready.js"></script>
<section class="${kind}">${places[kind]}<article class="markdown-body">${body}</article></section>
</html>`;
}

const here = import.meta.dirname;
const files: Readonly<Record<string, readonly [type: string, path: string]>> = {
  "/github-markdown.css": ["text/css", join("node_modules", "github-markdown-css", "github-markdown.css")],
  "/mermaid.min.js": ["text/javascript", join("node_modules", "mermaid", "dist", "mermaid.min.js")],
  "/frame.css": ["text/css", join(here, "frame.css")],
  "/ready.js": ["text/javascript", join(here, "ready.js")],
};

/** What the page asks for: the files that it is made with, and for any picture the sample of a poster. */
export function answer(url: URL): Answer {
  const [type, path] = files[url.pathname] ?? [];
  if (type === undefined || path === undefined) return { type: "image/svg+xml", body: poster(url) };
  return { type, body: readFileSync(path) };
}
