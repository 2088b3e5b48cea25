import type { Stage } from "../design/stage.ts";
import type { Shape } from "../draw/shapes.ts";
import { shapeLabel } from "../layout/label.ts";
import { place } from "../layout/typeset.ts";

/** The title and the number of the scene, at the top of a card. */
export function drawHeader(scene: number, stage: Stage): Shape[] {
  const { frame, palette, storyboard } = stage;
  const size = (frame.shape === "landscape" ? 20 : 22) * frame.unit;
  const how = { size, baseline: frame.header };
  // "2 / 6" is read from left to right in every script.
  const leftToRight = { ...stage, type: { ...stage.type, isRightToLeft: false } };
  const counter = shapeLabel(`${scene + 1} / ${storyboard.scenes.length}`, "text", 10, leftToRight);
  const title = shapeLabel(stage.title, "text", frame.content.width / size - counter.width - 2, stage);
  const letterings = [
    place(title, frame.content, how, stage),
    place(counter, frame.content, { ...how, align: "end" }, stage),
  ];
  return letterings.flatMap((lettering) => lettering(() => palette.quiet));
}
