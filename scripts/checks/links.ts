import { readFileSync } from "node:fs";
import { linkFindings } from "./link-findings.ts";
import { report } from "./report.ts";
import { trackedFiles } from "./tracked-files.ts";

// Checks that links and images in Markdown lead to an existing file and heading, or to an https URL. The
// fixtures are other projects' release notes.

const files = trackedFiles().filter((file) => !file.startsWith("test/fixtures/release-notes/"));
report(
  "Links",
  linkFindings(files, (file) => readFileSync(file, "utf8")),
);
