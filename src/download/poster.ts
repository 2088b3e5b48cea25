import type { Runtime } from "../base/runtime.ts";
import { type CompanionKind, type CompanionOrder, downloadCompanion, isNot } from "./companion.ts";
import { whatItIs } from "./media/container.ts";
import { imageFormat } from "./media/image.ts";

const poster: CompanionKind = {
  label: "poster",
  isAskedFor: false,
  maxBytes: 20_000_000,
  async accept(part) {
    const format = imageFormat(await part.read(0, 16));
    // Not the name that a picture of the user's may have.
    return format ? `.poster${format}` : isNot(part, await whatItIs(part), "picture");
  },
};

/** Brings the provider's picture of a video beside it, where there is one. Returns the path, or undefined. */
export async function downloadPoster(runtime: Runtime, order: CompanionOrder): Promise<string | undefined> {
  const { link } = order;
  return link === undefined ? undefined : downloadCompanion(runtime, poster, { ...order, link });
}
