import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { plainText } from "../base/text/plain-text.ts";
import { openCards } from "./cards/cards.ts";
import { createFrame } from "./cards/design/frame.ts";
import type { StudioData } from "./data.ts";
import { startEncoderThread } from "./movie/encoder-thread.ts";
import { planFrames, type ShownCard, ticksPerSecond, toTicks } from "./movie/frame-plan.ts";
import { createGif } from "./movie/preview-gif.ts";
import { planPreview } from "./movie/preview-states.ts";
import { writeMovie } from "./movie/write-movie.ts";
import { narrate } from "./narration.ts";
import { describeMissing, describeNarration } from "./notices.ts";
import { type RenderMessage, type RenderResult, type RenderTask, renderFiles } from "./render-task.ts";
import { planStoryboard } from "./storyboard/plan/plan-storyboard.ts";
import { phrasesOf, type Scene } from "./storyboard/storyboard.ts";
import { toSrt, toVtt } from "./storyboard/times/captions.ts";

/** What rendering depends on, besides the task. */
export interface FilmContext {
  readonly data: StudioData;
  /** The folders that are searched for fonts. */
  readonly fontFolders: readonly string[];
  /** The program of a worker thread; see `worker.ts`. */
  readonly program: URL;
  report(message: RenderMessage): void;
}

// Of the time that rendering takes.
const narrationPercent = 20;

/** Renders a video and writes its files; see `renderFiles`. The same task gives the same files. */
export async function film({ request, folder }: RenderTask, context: FilmContext): Promise<RenderResult> {
  const { data, fontFolders, program, report } = context;
  const reportPercent = (from: number, to: number) => {
    let last = -1;
    return (part: number) => {
      const percent = Math.floor(from + (to - from) * part);
      if (percent > last) report({ kind: "progress", percent });
      last = percent;
    };
  };
  const write = (file: keyof typeof renderFiles, content: string | Uint8Array) =>
    writeFileSync(join(folder, renderFiles[file]), content);
  const { width, height } = createFrame(request.aspectRatio, request.resolution);
  const h264 = data.read("h264.wasm");
  // It gets ready while the words are spoken.
  const encoder = startEncoderThread(program, { role: "encoder", h264, width, height });
  try {
    const plan = planStoryboard(request);
    const narration = await narrate(plan, request.voiceId, data, reportPercent(0, narrationPercent));
    const { storyboard, sound } = narration;
    report({ kind: "timed", seconds: storyboard.seconds });
    write("subtitles", toSrt(storyboard));
    write("webSubtitles", toVtt(storyboard));
    const cards = await openCards(request, storyboard, data, fontFolders);
    write("poster", cards.png(0, cards.states(0).at(-1) ?? -1));
    const shown = storyboard.scenes.map((scene, index) => toShownCard(scene, cards.states(index)));
    const previewSeconds = planPreview(shown);
    const gif = createGif(width, height);
    await writeMovie(
      {
        title: plainText(request.title, 200),
        storyboard,
        width,
        height,
        frames: planFrames(shown, request),
        progressBar: cards.progressBar,
        sound,
        draw(scene, state) {
          const pixels = cards.draw(scene, cards.states(scene)[state] ?? -1);
          const seconds = previewSeconds(scene, state);
          if (seconds !== undefined) gif.add(pixels, seconds);
          return pixels;
        },
      },
      {
        path: join(folder, renderFiles.video),
        encoder,
        report: reportPercent(narrationPercent, 100),
      },
    );
    cards.close();
    write("preview", gif.finish());
    return {
      seconds: toTicks(storyboard.seconds) / ticksPerSecond,
      notices: describeNarration(narration, request),
      warnings: describeMissing(cards.missing, cards.missingScripts),
    };
  } finally {
    await encoder.close();
  }
}

function toShownCard(scene: Scene, states: readonly number[]): ShownCard {
  const phrases = phrasesOf(scene);
  const stateStarts = states.map((phrase) => phrases[phrase]?.start ?? scene.start);
  return { start: scene.start, end: scene.end, stateStarts };
}
