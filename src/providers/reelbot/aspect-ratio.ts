import type { VideoRequest } from "../../compose/request.ts";
import { invalid } from "./invalid.ts";

/** The shape of the video; undefined leaves it to ReelBot, which makes 9:16 then. */
export function toAspectRatio({ orientation, aspectRatio }: VideoRequest): string | undefined {
  const meant = orientation && (orientation === "landscape" ? "16:9" : "9:16");
  if (meant === undefined || aspectRatio === undefined) return aspectRatio ?? meant;
  const [width = 0, height = 0] = aspectRatio.split(":").map(Number);
  if (orientation === "landscape" ? width > height : height > width) return aspectRatio;
  throw invalid(
    `\`orientation\` is ${orientation}, but \`aspect_ratio\` is ${aspectRatio}.`,
    "Give one of the two.",
  );
}
