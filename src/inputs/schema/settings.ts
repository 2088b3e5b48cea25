import { z } from "zod";
import { invalidSettingsError } from "../invalid-input.ts";
import {
  choiceSetting,
  decimal,
  decimalBetween,
  flagSetting,
  numberSetting,
  settingGroup,
  textSetting,
} from "./define-setting.ts";
import { lookSettings, sourceSettings } from "./video-settings.ts";

const costSettings = settingGroup("cost", {
  reuse: choiceSetting(
    z.enum(["run", "content", "never"]).prefault("run"),
    "Which earlier video to reuse instead of paying again: the video of an earlier attempt of this `run`, the video of " +
      "any earlier run with exactly the same request (`content`), or none (`never`).",
  ),
  max_cost_usd: numberSetting(decimal(z.number().min(0)).optional(), {
    description:
      "The most that a video may cost, in US dollars, at the provider's prices. If the cost may be higher or is unknown, " +
      "nothing is submitted and no message is sent.",
    allowed: "a number of US dollars from 0, such as `2.50`",
  }),
  allow_untrusted: flagSetting(
    "`true` allows people without write permission to start a paid render with what they write " +
      "(`pull_request_target`, `issue_comment`, a fork's `pull_request` that gets secrets).",
    { default: false },
  ),
  dry_run: flagSetting(
    "Check everything, look up account and avatar at the provider, estimate length and cost, and stop before anything " +
      "is paid for or sent to a waiting agent.",
    { default: false },
  ),
});

const waitSettings = settingGroup("waiting", {
  timeout_minutes: numberSetting(decimal(z.number().positive().max(1_440)).prefault("20"), {
    description:
      "How long to wait for the video. 15 to 20 is enough for most videos; long agent videos need 45. Decimals are allowed.",
    allowed: "a number of minutes above 0 and at most 1440, such as `20` or `7.5`",
  }),
  poll_interval_seconds: numberSetting(decimalBetween(1, 300).optional(), {
    description:
      "A fixed interval between two status requests. By default the requests are most frequent when such a video is usually ready.",
    allowed: "a number of seconds from 1 to 300",
  }),
  wait: flagSetting("`false` submits the video, sets the outputs and ends with `status=processing`.", {
    default: true,
  }),
  on_timeout: choiceSetting(
    z.enum(["fail", "detach"]).prefault("fail"),
    "What to do at the timeout: `fail`, or `detach` to end successfully with `status=processing`.",
  ),
  on_interrupt: choiceSetting(
    z.enum(["keep", "stop"]).prefault("keep"),
    "What to do when the run is canceled: `keep` the job, or `stop` a HeyGen Video Agent session that has no video yet. " +
      "`stop` only affects a session that this run submitted, and never applies with `reuse: content`. A video that is " +
      "already rendering is paid for and always kept.",
  ),
});

const outputSettings = settingGroup("output", {
  output_path: textSetting(
    "The path of the video file, inside the workspace; it must end in `.mp4`, or in `.webm` for a video in that format. " +
      "By default `videos/<title>-<id>.mp4`.",
  ),
  max_size_mb: numberSetting(decimal(z.number().positive().max(1_048_576)).prefault("10240"), {
    description: "The maximum size of the download, in MiB.",
    allowed: "a number of MiB above 0 and at most 1048576, such as `10240`",
  }),
});

const publishSettings = settingGroup("publishing", {
  comment: flagSetting(
    "Keep one comment on the pull request up to date: rendering, ready or failed. Requires `pull-requests: write`.",
    { default: false },
  ),
  release_tag: textSetting(
    "The tag of the release that the video is about; `auto` is the tag of the event, `latest` the latest release. The prompt or script can use its notes, " +
      "and the video is attached to it, which requires `contents: write`. If that fails, so does the step, at its end.",
  ),
});

// For the action only: the artifact service issues its token to actions only.
const artifactSettings = settingGroup("publishing", {
  upload_artifact: flagSetting(
    "Upload the video as a workflow artifact. It is not zipped, so that it plays in the browser, unless the server refuses that.",
    { default: true },
  ),
  artifact_name: textSetting("The name of the artifact. By default the name of the video file."),
  overwrite_artifact: flagSetting(
    "Replace an artifact with the same name in this run. By default the new one gets a number.",
    { default: false },
  ),
  retention_days: numberSetting(decimal(z.int().min(1).max(90)).optional(), {
    description: "How many days to keep the artifact. By default the repository's setting.",
    allowed: "a whole number of days from 1 to 90",
  }),
  upload_extras: flagSetting("Also upload the poster, and with `captions` the subtitles, as artifacts.", {
    default: true,
  }),
});

/** Returns the schema of the settings that both front ends share. They are also the command line's flags. */
export const sharedSettings = (providers: readonly string[]) =>
  z.object({
    ...sourceSettings(providers),
    ...lookSettings,
    ...costSettings,
    ...waitSettings,
    ...outputSettings,
    ...publishSettings,
  });

/** Returns the schema of the action's inputs, except for the key and the token. */
export const actionSettings = (providers: readonly string[]) =>
  sharedSettings(providers).extend(artifactSettings);

export type Settings = z.infer<ReturnType<typeof sharedSettings>>;
export type ActionSettings = z.infer<ReturnType<typeof actionSettings>>;

/**
 * Parses settings as a user typed them; an empty string counts as not set. Fails with `invalid_input`, with one
 * sentence per invalid setting.
 */
export async function readSettings<Schema extends z.ZodObject>(
  schema: Schema,
  typed: Readonly<Record<string, string | undefined>>,
): Promise<z.infer<Schema>> {
  const given = Object.entries(typed).filter(([, value]) => value !== undefined && value.trim() !== "");
  const settings = await schema.safeParseAsync(Object.fromEntries(given));
  if (settings.success) return settings.data;
  throw invalidSettingsError(settings.error, schema, typed);
}
