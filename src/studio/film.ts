import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Cards, openCards } from "./cards/cards.ts";
import type { StudioData } from "./data.ts";
import { type PlannedFrame, planFrames, type ShownCard, ticksPerSecond } from "./movie/frame-plan.ts";
import { openH264Encoder } from "./movie/h264.ts";
import { createMp4, type Mp4Writer } from "./movie/mp4-writer.ts";
import { createPictureTrack } from "./movie/picture-track.ts";
import { createGif } from "./movie/preview-gif.ts";
import { planPreview } from "./movie/preview-states.ts";
import { createProgressBar } from "./movie/progress-bar.ts";
import { narrate } from "./narration.ts";
import { type RenderMessage, type RenderResult, type RenderTask, renderFiles } from "./render-task.ts";
import { planStoryboard } from "./storyboard/plan/plan-storyboard.ts";
import { phrasesOf, type Storyboard } from "./storyboard/storyboard.ts";
import { toSrt, toVtt } from "./storyboard/times/captions.ts";

/** What rendering depends on, besides the task. */
export interface FilmContext {
  readonly data: StudioData;
  /** The folders that are searched for fonts. */
  readonly fontFolders: readonly string[];
  report(message: RenderMessage): void;
}

// Of the time that rendering takes.
const narrationPercent = 20;

/** Renders a video and writes its files; see `renderFiles`. The same task gives the same files. */
export async function film({ request, folder }: RenderTask, context: FilmContext): Promise<RenderResult> {
  const { data, fontFolders, report } = context;
  const reportPart = (from: number, to: number) => (part: number) =>
    report({ kind: "progress", percent: Math.floor(from + (to - from) * part) });
  const plan = planStoryboard(request);
  const narration = await narrate(plan, request.voiceId, data, reportPart(0, narrationPercent));
  const { storyboard } = narration;
  report({ kind: "timed", seconds: storyboard.seconds });
  writeFileSync(join(folder, renderFiles.subtitles), toSrt(storyboard));
  writeFileSync(join(folder, renderFiles.webSubtitles), toVtt(storyboard));
  const cards = await openCards(request, storyboard, data, fontFolders);
  try {
    writeFileSync(join(folder, renderFiles.poster), cards.png(0, cards.states(0).at(-1) ?? -1));
    const shown = storyboard.scenes.map((_, scene) => toShownCard(storyboard, cards, scene));
    const frames = planFrames(shown, request);
    const mp4 = await createMp4(join(folder, renderFiles.video), {
      width: cards.width,
      height: cards.height,
      framesPerSecond: ticksPerSecond,
      frameCount: frames.length,
      audio: narration.audio,
      title: request.title,
    });
    const sound = createSoundWriter(narration.packets, mp4);
    await writePictures({ cards, shown, frames, storyboard }, context, folder, async (frame, encoded) => {
      await sound.writeUntil(frame.start);
      await mp4.addVideo(frame, encoded.isKey, encoded.configuration);
      reportPart(narrationPercent, 100)(frame.start / storyboard.seconds);
    });
    await sound.writeUntil(Infinity);
    await mp4.finish();
    return { seconds: storyboard.seconds, ...describe(storyboard, narration, cards) };
  } finally {
    cards.close();
  }
}
