import { mkdirSync, writeFileSync } from "node:fs";
import { startBrowser, type Theme } from "./browser.ts";
import { sampleDocuments } from "./documents.ts";
import { respond, toGithubPage } from "./github-page.ts";

// Takes the screenshots that README shows of what Showreel writes, as GitHub shows it, light and dark. Needs
// Chromium (`CHROMIUM`, by default /usr/bin/chromium), and no network.

const folder = "docs/pictures";
const width = 1_000;
const themes: readonly Theme[] = ["light", "dark"];

mkdirSync(folder, { recursive: true });
await using browser = await startBrowser(respond);
for (const document of sampleDocuments()) {
  for (const theme of themes) {
    const { png, overflowing } = await browser.takeScreenshot(toGithubPage(document), width, theme);
    const file = `${folder}/${document.name}-wide-${theme}.png`;
    writeFileSync(file, png);
    const kilobytes = Math.ceil(png.length / 1_000);
    const overflows = overflowing.map((element) => `  overflows: ${element}`).join("");
    process.stdout.write(`${file}  ${kilobytes} kB${overflows}\n`);
  }
}
