import { rename } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { ShowreelError } from "../base/errors.ts";
import type { Runtime } from "../base/runtime.ts";
import { diskError, fetchFile } from "./fetch-file.ts";
import type { UrlPolicy } from "./url-policy.ts";

/**
 * Brings the subtitle file beside the video, under the same name. Subtitles that are missing are a warning: the video
 * is what was paid for. Returns the path, or undefined.
 */
export async function downloadSubtitles(
  runtime: Runtime,
  policy: UrlPolicy,
  link: string | undefined,
  videoPath: string,
): Promise<string | undefined> {
  if (link === undefined) {
    runtime.log.warning("The provider made no subtitle file for this video, although `captions` is true.");
    return undefined;
  }
  const path = join(dirname(videoPath), `${basename(videoPath, extname(videoPath))}.srt`);
  try {
    await fetchFile(runtime, policy, link, `${path}.part`);
    await rename(`${path}.part`, path).catch((cause) => {
      throw diskError(cause);
    });
    return path;
  } catch (error) {
    if (!(error instanceof ShowreelError) || error.code === "interrupted") throw error;
    runtime.log.warning(`The subtitle file could not be downloaded: ${error.message}`);
    return undefined;
  }
}
