import { mkdirSync, writeFileSync } from "node:fs";
import { startBrowser, type Theme } from "./browser.ts";
import { documents } from "./documents.ts";
import { answer, toGithubPage } from "./github-page.ts";

// Draws what Showreel writes as people see it on GitHub: on a wide screen and on a narrow one, light and dark. Needs
// Chromium (`CHROMIUM`, or /usr/bin/chromium) and nothing from the network.

const folder = "docs/pictures";
const widths = { wide: 1_000, narrow: 390 };
const themes: readonly Theme[] = ["light", "dark"];

mkdirSync(folder, { recursive: true });
await using browser = await startBrowser(answer);
for (const document of documents()) {
  for (const [size, width] of Object.entries(widths)) {
    for (const theme of themes) {
      const { png, cut } = await browser.draw(toGithubPage(document), width, theme);
      const file = `${folder}/${document.name}-${size}-${theme}.png`;
      writeFileSync(file, png);
      const kilobytes = Math.ceil(png.length / 1_000);
      process.stdout.write(`${file}  ${kilobytes} kB${cut.map((words) => `  cut: ${words}`).join("")}\n`);
    }
  }
}
