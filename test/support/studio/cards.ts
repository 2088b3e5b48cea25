import { type Cards, openCards } from "../../../src/studio/cards/cards.ts";
import { openData } from "../../../src/studio/data.ts";
import type { StudioRequest } from "../../../src/studio/request.ts";
import type { Phrase, Scene, Storyboard } from "../../../src/studio/storyboard/storyboard.ts";

export const studioData = openData("dist/studio/data");

/** The folder of the system's fonts on Linux. Tests that need a font of it are skipped where it is missing. */
export const systemFonts = "/usr/share/fonts";

export const phrases = (...texts: string[]): Phrase[] => texts.map((text) => ({ text, start: 0, end: 1 }));

/** Returns a scene of text; `extra` makes it another one. */
export function textScene(texts: readonly string[], extra: Partial<Scene> = {}): Scene {
  return { kind: "text", start: 0, end: 1, blocks: [phrases(...texts)], ...extra };
}

export interface TestCards extends Partial<StudioRequest> {
  /** What is between the title and the closing card. */
  readonly scenes?: readonly Scene[];
  readonly language?: string;
  readonly fontFolders?: readonly string[];
}

/** Opens cards in 720p and in landscape, unless something else is asked for. */
export function openTestCards({
  scenes = [],
  language = "en",
  fontFolders = [],
  ...extra
}: TestCards): Promise<Cards> {
  const request: StudioRequest = {
    title: "Atlas 2.4",
    outline: "",
    isBrief: false,
    subject: { repository: "atlas/atlas", version: "v2.4.0", link: "https://github.com/atlas/atlas" },
    aspectRatio: "16:9",
    resolution: "720p",
    motion: true,
    theme: "dark",
    ...extra,
  };
  const ends = { start: 0, end: 1 };
  const title: Scene = { kind: "title", ...ends, blocks: [phrases(request.title)] };
  const closing: Scene = { kind: "closing", ...ends, blocks: [] };
  const storyboard: Storyboard = { language, seconds: 55, scenes: [title, ...scenes, closing] };
  return openCards(request, storyboard, studioData, fontFolders);
}

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

type Picture = Pick<Cards, "width" | "height" | "background">;

/** Returns the smallest area that holds all pixels unlike the background; undefined if there are none. */
export function findInk(
  pixels: Uint8Array,
  { width, height, background }: Picture,
  within?: Area,
): Area | undefined {
  const { left, top, right, bottom } = within ?? { left: 0, top: 0, right: width, bottom: height };
  let found: Area | undefined;
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = 4 * (y * width + x);
      if (background.every((part, index) => Math.abs((pixels[at + index] ?? 0) - part) < 24)) continue;
      found = {
        left: Math.min(found?.left ?? x, x),
        top: Math.min(found?.top ?? y, y),
        right: Math.max(found?.right ?? 0, x + 1),
        bottom: Math.max(found?.bottom ?? 0, y + 1),
      };
    }
  }
  return found;
}
