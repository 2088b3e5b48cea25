import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { openCards } from "../../../src/studio/cards/cards.ts";
import { openData } from "../../../src/studio/data.ts";
import { film } from "../../../src/studio/film.ts";
import type { StudioRequest } from "../../../src/studio/request.ts";
import { utterancesOf } from "../../../src/studio/storyboard/plan/plan.ts";
import { planStoryboard } from "../../../src/studio/storyboard/plan/plan-storyboard.ts";
import { layOut } from "../../../src/studio/storyboard/times/lay-out.ts";
import { readingTimes } from "../../../src/studio/storyboard/times/reading-times.ts";
import { toOutline } from "../../../src/text/speech/index.ts";
import { createSheet } from "./sheet.ts";

// Draws the storyboards of texts of all kinds, as sheets of their cards, and the animated preview of what `npm start`
// makes, which README begins with. Needs fonts for Japanese and Arabic, such as Noto Sans.

const folder = "docs/pictures/storyboards";
const inputs = join(import.meta.dirname, "inputs");
const data = openData("dist/studio/data");
const fontFolders = ["/usr/share/fonts", "/Library/Fonts", "/System/Library/Fonts", "C:\\Windows\\Fonts"];

const program = new URL("../../../src/studio/worker.ts", import.meta.url);

const sentences = [
  "The first page tells what the project is for, and the second one how to install it.",
  "Each page ends with a link to the next one.",
  "If a page has changed, its video is made again; all others stay as they are.",
  "Nobody has to remember that, because the workflow does it.",
];

/** A page of about this many words without headings. */
function longPage(words: number): string {
  const paragraphs: string[] = [];
  while (paragraphs.join(" ").split(" ").length < words) paragraphs.push(sentences.join(" "));
  return paragraphs.join("\n\n");
}

function toRequest(name: string, markdown: string): StudioRequest {
  // Emoji are not spoken. Typed as a script, they are shown.
  const outline = name === "emoji" ? markdown : toOutline(markdown);
  const title = /^# (.+)$/m.exec(markdown)?.[1] ?? "Atlas";
  return {
    title,
    outline,
    isBrief: false,
    subject: { repository: `atlas/${name}`, version: "v2.4.0" },
    aspectRatio: name === "tutorial" ? "9:16" : "16:9",
    resolution: "720p",
    motion: true,
    theme: name === "release-medium" || name === "german" ? "light" : "dark",
  };
}

/** Draws each card of a storyboard as it is in the middle of its time; at most the first nine. */
async function drawSheet(request: StudioRequest): Promise<Buffer> {
  const plan = planStoryboard(request);
  const times = utterancesOf(plan).map((utterance) => readingTimes(utterance, plan.language));
  const { storyboard } = layOut(plan, times);
  const cards = await openCards(request, storyboard, data, fontFolders);
  try {
    const sheet = createSheet(cards.width, cards.height, Math.min(9, storyboard.scenes.length));
    for (const scene of storyboard.scenes.keys().take(9)) {
      const states = cards.states(scene);
      sheet.add(cards.draw(scene, states[Math.floor(states.length / 2)] ?? -1));
    }
    return sheet.toPng();
  } finally {
    cards.close();
  }
}

mkdirSync(folder, { recursive: true });
const pages = readdirSync(inputs).map((file) => {
  return [basename(file, ".md"), readFileSync(join(inputs, file), "utf8")] as const;
});
for (const [name, markdown] of [...pages, ["long", longPage(900)] as const]) {
  const png = await drawSheet(toRequest(name, markdown));
  writeFileSync(join(folder, `${name}.png`), png);
  process.stdout.write(`${join(folder, `${name}.png`)}  ${Math.ceil(png.length / 1_000)} kB\n`);
}

const temporary = mkdtempSync(join(tmpdir(), "pictures-"));
try {
  const markdown = readFileSync("examples/welcome.md", "utf8");
  const request = { ...toRequest("welcome", markdown), subject: {} };
  await film(
    { request, folder: temporary, dataFolder: "" },
    { data, fontFolders, program, report: () => {} },
  );
  writeFileSync("docs/pictures/welcome.gif", readFileSync(join(temporary, "preview.gif")));
} finally {
  rmSync(temporary, { recursive: true });
}
