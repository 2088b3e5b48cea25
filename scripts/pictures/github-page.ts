import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toPage } from "../../test/support/github-page/inspect-page.ts";
import type { PageResponse } from "./browser.ts";
import type { SampleDocument } from "./documents.ts";
import { samplePoster } from "./poster.ts";

const frames = {
  summary: "<header>video summary</header>",
  comment: "<header><i></i><b>github-actions</b> <small>bot</small> commented now</header>",
};

/** Returns an HTML page that shows a document as GitHub does. */
export function toGithubPage({ kind, markdown }: SampleDocument): string {
  const body = toPage(markdown, { breaks: kind === "comment" });
  return `<!doctype html>
<html lang="en">
<link rel="stylesheet" href="/github-markdown.css">
<link rel="stylesheet" href="/frame.css">
<script src="/mermaid.min.js"></script>
<script src="/ready.js"></script>
<section class="${kind}">${frames[kind]}<article class="markdown-body">${body}</article></section>
</html>`;
}

const folder = import.meta.dirname;
const files: Readonly<Record<string, readonly [type: string, path: string]>> = {
  "/github-markdown.css": [
    "text/css",
    join(folder, "node_modules", "github-markdown-css", "github-markdown.css"),
  ],
  "/mermaid.min.js": ["text/javascript", join(folder, "node_modules", "mermaid", "dist", "mermaid.min.js")],
  "/frame.css": ["text/css", join(folder, "frame.css")],
  "/ready.js": ["text/javascript", join(folder, "ready.js")],
};

/** Serves the files of the page, and the sample poster for any other URL. */
export function respond(url: URL): PageResponse {
  const [type, path] = files[url.pathname] ?? [];
  if (type === undefined || path === undefined) return { type: "image/svg+xml", body: samplePoster(url) };
  return { type, body: readFileSync(path) };
}
