import type { StudioRequest } from "../../request.ts";
import type { Storyboard } from "../../storyboard/storyboard.ts";
import type { Shape } from "../draw/shapes.ts";
import type { TypeContext } from "../type/shape-text.ts";
import type { Frame } from "./frame.ts";
import type { Palette } from "./palette.ts";

/** What every card is made with. */
export interface Stage {
  readonly frame: Frame;
  readonly palette: Palette;
  readonly type: TypeContext;
  /** What the title card says. */
  readonly title: string;
  readonly request: StudioRequest;
  readonly storyboard: Storyboard;
}

/**
 * A card whose layout is done. Returns its shapes while a phrase is being spoken; -1 is the time before the
 * first phrase. Only colors depend on the phrase, and which part is shown if the words do not fit on one
 * card.
 */
export type Card = (activePhrase: number) => Shape[];
