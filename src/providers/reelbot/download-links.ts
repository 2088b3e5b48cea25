import { errorResponseOf } from "../../base/http/error-response.ts";
import type { Client } from "./client.ts";
import { reelbotCodeOf } from "./failures.ts";

const firstPauseMs = 5_000;
const maxPauseMs = 60_000;

/**
 * Asks for the link of a finished video; undefined while its file is not there yet, which happens right after the word.
 * Then ReelBot is asked less and less often, because 30 links an hour are all that an account gets.
 */
export function createDownloadLinks(
  client: Client,
  elapsed: () => number,
): (id: string) => Promise<string | undefined> {
  const pauses = new Map<string, { readonly ms: number; readonly until: number }>();
  return async (id) => {
    const pause = pauses.get(id);
    if (pause && elapsed() < pause.until) return undefined;
    try {
      return (await client.download(id)).downloadUrl;
    } catch (error) {
      if (reelbotCodeOf(errorResponseOf(error)) !== "VIDEO_NOT_READY") throw error;
      const ms = pause ? Math.min(maxPauseMs, pause.ms * 2) : firstPauseMs;
      pauses.set(id, { ms, until: elapsed() + ms });
      return undefined;
    }
  };
}
