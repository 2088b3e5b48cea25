import type { StudioRequest } from "../request.ts";
import { joinPhrases, phrasesOf, type Scene, type Storyboard } from "../storyboard/storyboard.ts";
import type { Color } from "./design/color.ts";
import { createFrame } from "./design/frame.ts";
import { choosePalette } from "./design/palette.ts";
import type { Card, Stage } from "./design/stage.ts";
import { openRasterizer } from "./draw/rasterize.ts";
import { picture, rectangle } from "./draw/shapes.ts";
import { type FontData, openFonts } from "./fonts/open-fonts.ts";
import { isRightToLeft } from "./fonts/scripts.ts";
import { layOutClosing } from "./kinds/closing-card.ts";
import { layOutCode } from "./kinds/code-card.ts";
import { isHidden, layOutHidden } from "./kinds/hidden-card.ts";
import { layOutText } from "./kinds/text-card.ts";
import { layOutTitle } from "./kinds/title-card.ts";

/** The files that cards are drawn with. */
export interface CardData extends FontData {
  read(file: "resvg.wasm" | Parameters<FontData["read"]>[0]): Uint8Array<ArrayBuffer>;
}

/** Where the progress bar is, in whole, even pixels, and its colors. */
export interface ProgressBar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Between the parts of two scenes. */
  readonly gap: number;
  /** What is over, and what is to come. */
  readonly on: Color;
  readonly off: Color;
  /** Whether it fills from the right, as the text is read. */
  readonly isRightToLeft: boolean;
}

export interface Cards {
  readonly width: number;
  readonly height: number;
  readonly background: Color;
  readonly progressBar: ProgressBar;
  /** What no font has, for example `["한", "국"]`. Words with it are left out. */
  readonly missing: readonly string[];
  /** The English names of the scripts of what is missing, for example `["Korean"]`. */
  readonly missingScripts: readonly string[];
  /**
   * Returns the states of a scene that look different, in order: -1 is the time before the first phrase, then
   * the numbers of the phrases as `phrasesOf` returns them. Only -1 if the scene always looks the same.
   */
  states(scene: number): number[];
  /** Returns RGBA pixels, opaque, in rows from the top. */
  draw(scene: number, activePhrase: number): Uint8Array;
  png(scene: number, activePhrase: number): Uint8Array;
  close(): void;
}

/** Opens the cards of a storyboard. `fontFolders` are searched for fonts of scripts that the data lacks. */
export async function openCards(
  request: StudioRequest,
  storyboard: Storyboard,
  data: CardData,
  fontFolders: readonly string[],
): Promise<Cards> {
  const rasterizer = await openRasterizer(() => data.read("resvg.wasm"));
  const { language } = storyboard;
  const text = textOf(request, storyboard);
  const { fonts, missing, missingScripts } = await openFonts(text, language, data, fontFolders);
  const stage: Stage = {
    frame: createFrame(request.aspectRatio, request.resolution),
    palette: choosePalette(request.subject.repository ?? request.title, request.theme),
    type: { fonts, language, isRightToLeft: isRightToLeft(language) || isMostlyRightToLeft(text) },
    title: titleOf(request, storyboard),
    request,
    storyboard,
  };
  const laidOut = new Map<number, Card>();
  return {
    width: stage.frame.width,
    height: stage.frame.height,
    background: stage.palette.background,
    progressBar: toProgressBar(stage),
    missing,
    missingScripts,
    states(index) {
      const scene = storyboard.scenes[index];
      const isStill = scene === undefined || scene.kind === "title" || scene.kind === "closing";
      return isStill || isNeutral(scene) ? [-1] : [-1, ...phrasesOf(scene).keys()];
    },
    draw: (index, phrase) => rasterizer.pixels(draw(index, phrase)),
    png: (index, phrase) => rasterizer.png(draw(index, phrase)),
    close: () => laidOut.clear(),
  };

  function isNeutral(scene: Scene): boolean {
    return missing.length > 0 && isHidden(scene, stage);
  }

  function layOut(scene: Scene, index: number): Card {
    if (scene.kind === "title") return layOutTitle(stage);
    if (scene.kind === "closing") return layOutClosing(stage);
    if (isNeutral(scene)) return layOutHidden(index, stage);
    return scene.kind === "code" ? layOutCode(scene, index, stage) : layOutText(scene, index, stage);
  }

  function draw(index: number, phrase: number): string {
    const { width, height } = stage.frame;
    const scene = storyboard.scenes[index];
    if (scene === undefined) throw new RangeError(`The storyboard has no scene ${index}.`);
    const card = laidOut.get(index) ?? layOut(scene, index);
    // States are drawn scene by scene: the layout of one is enough.
    if (!laidOut.has(index)) laidOut.clear();
    laidOut.set(index, card);
    return picture(width, height, [
      rectangle({ x: 0, y: 0, width, height }, stage.palette.background),
      ...card(phrase),
    ]);
  }
}

/** What the storyboard made of the title, which may be more or less than what was asked for. */
function titleOf({ title }: StudioRequest, { scenes }: Storyboard): string {
  const scene = scenes.find(({ kind }) => kind === "title");
  return scene === undefined ? title : scene.blocks.map(joinPhrases).join(" ");
}

/** All text that cards may show. */
function textOf({ title, subject }: StudioRequest, { scenes }: Storyboard): string {
  const words = scenes.flatMap((scene) => [
    scene.heading,
    ...phrasesOf(scene).map((phrase) => phrase.text),
    ...(scene.code ?? []),
  ]);
  return [title, ...Object.values(subject), ...words].filter((part) => part !== undefined).join("\n");
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu;

function isMostlyRightToLeft(text: string): boolean {
  return 2 * (text.match(rightToLeft)?.length ?? 0) > (text.match(/\p{L}/gu)?.length ?? 0);
}

function toProgressBar({ frame, palette, type }: Stage): ProgressBar {
  const { isRightToLeft } = type;
  return { ...frame.progress, on: palette.accent, off: palette.line, isRightToLeft };
}
