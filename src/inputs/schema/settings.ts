import { z } from "zod";
import { invalidSettingsError } from "../invalid-input.ts";
import { booleanSetting, defineSetting, numberBetween, textSetting } from "./define-setting.ts";
import { renderSettings } from "./video-settings.ts";

const waitSettings = {
  timeout_minutes: defineSetting(
    z.coerce.number().positive().max(1_440).prefault("20"),
    "How long to wait for the video. 15 to 20 suit most, long agent videos need 45. Decimals are fine.",
    "a number of minutes above 0 and at most 1440, such as `20` or `7.5`",
  ),
  poll_interval_seconds: defineSetting(
    numberBetween(1, 300).optional(),
    "Ask for the status at this fixed interval. By default the interval adapts to the elapsed time.",
    "a number of seconds from 1 to 300",
  ),
  wait: booleanSetting(
    true,
    "`false` submits, exports the outputs and ends at once with `status=processing`.",
  ),
  on_timeout: defineSetting(
    z.enum(["fail", "detach"]).prefault("fail"),
    "`detach` ends the step green with `status=processing` when the time is up.",
    "`fail` or `detach`",
  ),
  reuse: defineSetting(
    z.enum(["run", "content", "never"]).prefault("run"),
    "What is taken up instead of paid for again: the video of an earlier attempt of this `run`, of any earlier run " +
      "with the very same request (`content`), or `never`.",
    "`run`, `content` or `never`",
  ),
  on_interrupt: defineSetting(
    z.enum(["keep", "stop"]).prefault("keep"),
    "`stop` stops a HeyGen Video Agent session that has no video yet when the run is cancelled. It stops only what this run has " +
      "submitted, never with `reuse: content`. A video that is being rendered is paid for and always kept.",
    "`keep` or `stop`",
  ),
  max_cost_usd: defineSetting(
    z.coerce.number().min(0).optional(),
    "Submit nothing that may cost more than this, in US dollars, by the provider's prices, and no message whose cost is unknown.",
    "a number of US dollars from 0, such as `2.50`",
  ),
  allow_untrusted: booleanSetting(
    false,
    "`true` lets people without write permission spend money by what they write (`pull_request_target`, `issue_comment`, a " +
      "fork's `pull_request` that gets secrets).",
  ),
  dry_run: booleanSetting(
    false,
    "Check everything, ask the provider for account and avatar, estimate length and cost, and stop before anything is " +
      "paid for, or sent to an agent that waits.",
  ),
};

const fileSettings = {
  output_path: textSetting(
    "Where the video goes, inside the workspace. By default `videos/<title>-<id>.mp4`; must end in `.mp4`, or in " +
      "`.webm` for a video in that format.",
  ),
  max_size_mb: defineSetting(
    z.coerce.number().positive().max(1_048_576).prefault("10240"),
    "Refuse a larger download, in MiB.",
    "a number of MiB above 0 and at most 1048576, such as `10240`",
  ),
  api_base_url: defineSetting(
    z.url({ protocol: /^https?$/ }).optional(),
    "A gateway or a test server that speaks the provider's API. By default the provider's own.",
    "an http or https URL",
  ),
};

const publishSettings = {
  comment: booleanSetting(
    false,
    "Keep one comment on the pull request up to date: rendering, ready, failed. Needs `pull-requests: write`.",
  ),
  release_tag: textSetting(
    "The release that the video is about, by its tag: its notes are the event's words, and the video is attached to it " +
      "(`contents: write`), else the step fails in the end. `auto` is the tag of the event.",
  ),
};

/** What only the action can do: the artifact service gives its token to actions alone. */
const artifactSettings = {
  upload_artifact: booleanSetting(
    true,
    "Upload the MP4 as a workflow artifact, unzipped, so that it plays in the browser.",
  ),
  artifact_name: textSetting("Name of the artifact. By default the file's name."),
  overwrite_artifact: booleanSetting(
    false,
    "Replace an artifact of the same name in this run. By default the new one gets a number.",
  ),
  retention_days: defineSetting(
    numberBetween(1, 90).int().optional(),
    "How many days the artifact is kept. By default what the repository says.",
    "a whole number of days from 1 to 90",
  ),
  upload_extras: booleanSetting(
    true,
    "Upload the poster, and the subtitles with `captions`, as artifacts too.",
  ),
};

/** The settings that both front ends share, and the command line's flags. */
export const sharedSettings = (providers: readonly string[]) =>
  z.object({ ...renderSettings(providers), ...waitSettings, ...fileSettings, ...publishSettings });

/** The action's settings, but for the key. */
export const actionSettings = (providers: readonly string[]) =>
  sharedSettings(providers).extend(artifactSettings);

export type Settings = z.infer<ReturnType<typeof sharedSettings>>;
export type ActionSettings = z.infer<ReturnType<typeof actionSettings>>;

/** Reads settings as a user typed them; an empty string is "not given". Fails with one sentence for each bad one. */
export function readSettings<Schema extends z.ZodObject>(
  schema: Schema,
  typed: Readonly<Record<string, string | undefined>>,
): z.infer<Schema> {
  const given = Object.entries(typed).filter(([, value]) => value !== undefined && value.trim() !== "");
  const settings = schema.safeParse(Object.fromEntries(given));
  if (settings.success) return settings.data;
  throw invalidSettingsError(settings.error, schema, typed);
}
