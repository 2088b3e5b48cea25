import type { Settings } from "../inputs/schema/settings.ts";
import type { VideoRequest } from "../inputs/video-request.ts";
import { type PollSettings, usualRenderMs } from "../jobs/poll-schedule.ts";
import type { ProviderPlugin } from "../jobs/provider.ts";

/** Returns how often a job is polled; `request` is undefined for an existing video. */
export function toPollSettings(
  { poll_interval_seconds: seconds, messages }: Settings,
  plugin: ProviderPlugin,
  request: VideoRequest | undefined,
): PollSettings {
  return {
    fixedMs: seconds === undefined ? undefined : seconds * 1_000,
    minMs: plugin.minPollMs,
    // A message is sent only when a poll has seen the agent's question.
    maxMs: messages ? 15_000 : plugin.maxPollMs,
    usualMs: async () => request && usualRenderMs((await plugin.estimate?.(request)) ?? {}),
  };
}
