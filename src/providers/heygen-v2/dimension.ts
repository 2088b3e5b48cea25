import { plainText } from "../../base/plain-text.ts";
import type { VideoRequest } from "../../compose/request.ts";
import { invalid } from "./invalid.ts";

/** Pixels. */
export interface Dimension {
  readonly width: number;
  readonly height: number;
}

const shorterSides = new Map([
  ["720p", 720],
  ["1080p", 1_080],
]);
const ratios = new Map<string, readonly [width: number, height: number]>([
  ["16:9", [16, 9]],
  ["9:16", [9, 16]],
  ["1:1", [1, 1]],
]);

/** The size in pixels: the one that is given, or what the settings ask for; 720p landscape unless told. */
export function toDimension(request: VideoRequest, given: Dimension | undefined): Dimension {
  if (given) {
    requireAlone(request);
    return given;
  }
  const { orientation, aspectRatio, resolution } = request;
  const usual = orientation === "portrait" ? "9:16" : "16:9";
  const [width, height] = oneOf("aspect_ratio", ratios, aspectRatio ?? usual);
  const side = oneOf("resolution", shorterSides, resolution ?? "720p");
  const isMeant = orientation === "landscape" ? width > height : height > width;
  if (orientation !== undefined && !isMeant) {
    throw invalid(`\`orientation\` is ${orientation}, but \`aspect_ratio\` is ${aspectRatio}.`, "Keep one.");
  }
  const unit = side / Math.min(width, height);
  return { width: width * unit, height: height * unit };
}

function requireAlone({ orientation, aspectRatio, resolution }: VideoRequest): void {
  const settings = { orientation, aspect_ratio: aspectRatio, resolution };
  for (const [name, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    throw invalid(`\`${name}\` and dimension in \`provider_options\` are given together.`, "Keep one.");
  }
}

function oneOf<Value>(setting: string, allowed: ReadonlyMap<string, Value>, word: string): Value {
  const value = allowed.get(word);
  if (value !== undefined) return value;
  const list = [...allowed.keys()].join(", ");
  throw invalid(
    `\`${setting}\` is "${plainText(word, 60)}": HeyGen v2 accepts ${list}.`,
    "Choose one of them.",
  );
}
