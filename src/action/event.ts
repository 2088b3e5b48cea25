import { readFileSync } from "node:fs";
import { z } from "zod";

// Loose, and only what is read: a title is never worth a failure.
const payload = z.object({
  release: z.object({ name: z.string().nullish(), tag_name: z.string().nullish() }).nullish(),
  pull_request: z.object({ title: z.string().nullish() }).nullish(),
});

/**
 * A title out of the event that started the run: the release's name or tag, the pull request's title, else the
 * repository and the branch or tag.
 */
export function titleFromEvent(env: NodeJS.ProcessEnv): string {
  const event = payload.safeParse(readJson(env.GITHUB_EVENT_PATH)).data;
  const place = [env.GITHUB_REPOSITORY?.split("/").at(-1), env.GITHUB_REF_NAME].filter(Boolean).join(" ");
  return event?.release?.name || event?.release?.tag_name || event?.pull_request?.title || place || "Video";
}

function readJson(path: string | undefined): unknown {
  try {
    return JSON.parse(readFileSync(path ?? "", "utf8"));
  } catch {
    return undefined;
  }
}
