import type { SoundTrack } from "../narration.ts";
import type { Storyboard } from "../storyboard/storyboard.ts";
import type { EncodedPicture, EncoderThread } from "./encoder-thread.ts";
import { type PlannedFrame, ticksPerSecond, toTicks } from "./frame-plan.ts";
import { createMp4, type Mp4Writer } from "./mp4-writer.ts";
import { createPictureTrack } from "./picture-track.ts";
import type { ProgressBarStyle } from "./progress-bar.ts";
import { createProgressBar } from "./progress-bar.ts";

/** The pictures and the sound of a video. */
export interface Movie {
  readonly title: string;
  readonly storyboard: Storyboard;
  readonly width: number;
  readonly height: number;
  readonly frames: readonly PlannedFrame[];
  readonly progressBar: ProgressBarStyle;
  /** Undefined for a video without sound. */
  readonly sound: SoundTrack | undefined;
  /** Returns the RGBA pixels of a card's state. Called once for each, in their order. */
  draw(scene: number, state: number): Uint8Array;
}

export interface MovieOptions {
  readonly path: string;
  readonly encoder: EncoderThread;
  /** Called with the part that is done. */
  report(part: number): void;
}

/** Encodes a video and writes it to a file, frame by frame. */
export async function writeMovie(movie: Movie, { path, encoder, report }: MovieOptions): Promise<void> {
  const { frames, storyboard, width, height } = movie;
  const mp4 = await createMp4(path, {
    width,
    height,
    framesPerSecond: ticksPerSecond,
    frameCount: frames.length,
    audio: movie.sound,
    title: movie.title,
  });
  const sound = createSoundWriter(movie.sound, mp4);
  const pictures = createPictureTrack(movie, movie.draw);
  const drawProgressBar = createProgressBar(movie.progressBar, movie, storyboard);
  const encoding: PendingFrame[] = [];
  const writeNext = async () => {
    const next = encoding.shift();
    if (!next) return;
    const { data, isKey, configuration } = await next.picture;
    await sound.writeUntil(next.start);
    await mp4.addVideo({ data, start: next.start, seconds: next.seconds }, isKey, configuration);
  };
  for (const [index, frame] of frames.entries()) {
    const start = frame.tick / ticksPerSecond;
    const nextTick = frames[index + 1]?.tick ?? toTicks(storyboard.seconds);
    const planes = await encoder.planes();
    pictures.write(frame, planes);
    drawProgressBar(planes, start);
    const picture = encoder.encode(planes, start, frame.isKey);
    // If it fails, that is found when it is its turn.
    picture.catch(() => {});
    encoding.push({ picture, start, seconds: (nextTick - frame.tick) / ticksPerSecond });
    if (encoding.length > 2) await writeNext();
    report(index / frames.length);
  }
  while (encoding.length > 0) await writeNext();
  await sound.writeUntil(Infinity);
  await mp4.finish();
}

/** A frame that is being encoded. Times are seconds. */
interface PendingFrame {
  readonly picture: Promise<EncodedPicture>;
  readonly start: number;
  readonly seconds: number;
}

/** Writes sound as far as the picture has come, so that a player finds both in the same place of the file. */
function createSoundWriter(sound: SoundTrack | undefined, mp4: Mp4Writer) {
  const packets = sound?.packets()[Symbol.iterator]();
  let count = 0;
  return {
    async writeUntil(seconds: number): Promise<void> {
      if (!sound) return;
      while (count * sound.packetSeconds < seconds) {
        const next = packets?.next();
        if (!next || next.done) return;
        const packet = { data: next.value, start: count * sound.packetSeconds, seconds: sound.packetSeconds };
        await mp4.addAudio(packet);
        count += 1;
      }
    },
  };
}
