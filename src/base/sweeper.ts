import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * Frees buffers that nobody uses any more. Each part of a download is a fresh buffer outside the heap, and V8 lets some
 * 70 MB of them pile up before it looks; a sweep every few megabytes takes well under a millisecond.
 */
export function createSweeper(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  return typeof collect === "function" ? () => collect({ type: "minor" }) : () => {};
}
