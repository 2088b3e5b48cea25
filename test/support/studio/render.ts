import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openData } from "../../../src/studio/data.ts";
import { film } from "../../../src/studio/film.ts";
import { type RenderMessage, renderFiles } from "../../../src/studio/render-task.ts";
import type { StudioRequest } from "../../../src/studio/request.ts";
import { toOutline } from "../../../src/text/speech/index.ts";
import { createTemporaryFolder } from "../files/temporary-folder.ts";

/** A storyboard of a page of Markdown, rendered as the sandbox does, in this thread. */
export async function renderMarkdown(markdown: string, changes: Partial<StudioRequest> = {}) {
  const folder = createTemporaryFolder();
  const request: StudioRequest = {
    title: "Atlas",
    outline: toOutline(markdown),
    isBrief: false,
    subject: {},
    aspectRatio: "16:9",
    resolution: "720p",
    motion: true,
    theme: "dark",
    ...changes,
  };
  const messages: RenderMessage[] = [];
  const dataFolder = "dist/studio/data";
  const context = {
    data: openData(dataFolder),
    fontFolders: ["/usr/share/fonts"],
    program: new URL("../../../src/studio/worker.ts", import.meta.url),
    report: (message: RenderMessage) => void messages.push(message),
  };
  const result = await film({ request, folder, dataFolder }, context);
  const pathOf = (file: keyof typeof renderFiles) => join(folder, renderFiles[file]);
  return {
    ...result,
    messages,
    pathOf,
    read: (file: keyof typeof renderFiles) => readFileSync(pathOf(file)),
  };
}

/** The cues of a SubRip file. Times are seconds. */
export function readSrt(srt: string) {
  return srt
    .trim()
    .split("\n\n")
    .map((cue) => {
      const [, times = "", ...lines] = cue.split("\n");
      const [start = 0, end = 0] = times.split(" --> ").map(toSeconds);
      return { start, end, text: lines.join(" ") };
    });
}

function toSeconds(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.replace(",", ".").split(":").map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
}
