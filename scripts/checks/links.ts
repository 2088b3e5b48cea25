import { readFileSync } from "node:fs";
import { linkFindings } from "./link-findings.ts";
import { report } from "./report.ts";
import { trackedFiles } from "./tracked-files.ts";

// Links and pictures of every Markdown file: a file and a heading that are there, or an https URL. The fixtures are release
// notes of others.

const files = trackedFiles().filter((file) => !file.startsWith("test/fixtures/release-notes/"));
report(
  "Links",
  linkFindings(files, (file) => readFileSync(file, "utf8")),
);
