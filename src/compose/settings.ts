import { z } from "zod";
import { invalidInput } from "./invalid-input.ts";
import { optionsMap } from "./options-map.ts";

/** A setting: what it does, in one sentence, and what it allows, as the end of "must be …". */
function setting<Schema extends z.ZodType>(schema: Schema, description: string, allowed: string): Schema {
  return schema.meta({ description, allowed });
}

const text = (description: string) => setting(z.string().optional(), description, "text");
const flag = (byDefault: boolean, description: string) => {
  const words = z.stringbool({ truthy: ["true"], falsy: ["false"] });
  return setting(words.prefault(String(byDefault)), description, "`true` or `false`");
};
const between = (from: number, to: number) => z.coerce.number().min(from).max(to);

/** What to render. The provider's names come from the registry, which stands on a higher floor. */
const renderSettings = (providers: readonly string[]) => ({
  provider: setting(
    z.enum(providers).prefault("heygen"),
    `Who renders: ${providers.map((name) => `\`${name}\``).join(", ")}.`,
    `one of ${providers.map((name) => `\`${name}\``).join(", ")}`,
  ),
  prompt: text("What the video should be about; the provider writes and stages it."),
  script: text("The words to be spoken."),
  audio: text("A recording to be spoken instead of a script: a path, an https URL or `asset:ID`."),
  template_id: text("A template stored at HeyGen; what goes into it is `provider_options: {variables: …}`."),
  composition: text(
    "A HyperFrames project: a folder with an `index.html`, an https URL of a zip, or `asset:ID`.",
  ),
  video_id: text(
    "Take up this video, or this HeyGen session, instead of submitting a new one. With `prompt` beside it a chat session's " +
      "video is revised.",
  ),
  title: text("Title at the provider, and the stem of the file's name. By default it comes from the event."),
  avatar_id: text("Who speaks: the id of an avatar's look. HeyGen needs it with `script`."),
  voice_id: text("The voice. By default the avatar's own, or the agent's choice."),
  style_id: text("A visual style for `prompt`."),
  orientation: setting(
    z.enum(["landscape", "portrait"]).optional(),
    "`landscape` or `portrait`. By default the provider chooses.",
    "`landscape` or `portrait`",
  ),
  aspect_ratio: text("For example `16:9`, `9:16` or `1:1`. By default the provider's."),
  resolution: text("For example `1080p` or `720p`, with `script`. By default the provider's."),
  files: text("Reference material for `prompt`, one a line: a path, an https URL or `asset:ID`."),
  messages: text("What to answer when HeyGen's agent asks, one a line, in their order."),
  captions: flag(false, "Ask for captions; the subtitle file is downloaded beside the video."),
  provider_options: optionsMap.meta({
    description: "Anything else that the provider accepts: a YAML or JSON map, checked strictly.",
    allowed: "a YAML or JSON map",
  }),
});

const waitSettings = {
  timeout_minutes: setting(
    z.coerce.number().positive().max(1_440).prefault("20"),
    "How long to wait for the video. 15 to 20 suit most, long agent videos need 45. Decimals are fine.",
    "a number of minutes above 0 and at most 1440, such as `20` or `7.5`",
  ),
  poll_interval_seconds: setting(
    between(1, 300).optional(),
    "Ask for the status at this fixed interval. By default the interval adapts to the elapsed time.",
    "a number of seconds from 1 to 300",
  ),
  wait: flag(true, "`false` submits, exports the outputs and ends at once with `status=processing`."),
  on_timeout: setting(
    z.enum(["fail", "detach"]).prefault("fail"),
    "`detach` ends the step green with `status=processing` when the time is up.",
    "`fail` or `detach`",
  ),
  reuse: setting(
    z.enum(["run", "content", "never"]).prefault("run"),
    "What is taken up instead of paid for again: the video of an earlier attempt of this `run`, of any earlier run " +
      "with the very same request (`content`), or `never`.",
    "`run`, `content` or `never`",
  ),
  on_interrupt: setting(
    z.enum(["keep", "stop"]).prefault("keep"),
    "`stop` stops a HeyGen Video Agent session that has no video yet when the run is cancelled. A video that is being " +
      "rendered is paid for and always kept.",
    "`keep` or `stop`",
  ),
  dry_run: flag(
    false,
    "Check everything, ask the provider for account and avatar, estimate length and cost, and stop before anything is " +
      "paid for.",
  ),
};

const fileSettings = {
  output_path: text(
    "Where the video goes, inside the workspace. By default `videos/<title>-<id>.mp4`; must end in `.mp4`, or in " +
      "`.webm` for a video in that format.",
  ),
  max_size_mb: setting(
    z.coerce.number().positive().max(1_048_576).prefault("10240"),
    "Refuse a larger download, in MiB.",
    "a number of MiB above 0 and at most 1048576, such as `10240`",
  ),
  api_base_url: setting(
    z.url({ protocol: /^https?$/ }).optional(),
    "A gateway or a test server that speaks the provider's API. By default the provider's own.",
    "an http or https URL",
  ),
};

/** What only the action can do: the artifact service gives its token to actions alone. */
const artifactSettings = {
  upload_artifact: flag(
    true,
    "Upload the MP4 as a workflow artifact, unzipped, so that it plays in the browser.",
  ),
  artifact_name: text("Name of the artifact. By default the file's name."),
  retention_days: setting(
    between(1, 90).int().optional(),
    "How many days the artifact is kept. By default what the repository says.",
    "a whole number of days from 1 to 90",
  ),
};

/** The settings that both front ends share, and the command line's flags. */
export const sharedSettings = (providers: readonly string[]) =>
  z.object({ ...renderSettings(providers), ...waitSettings, ...fileSettings });

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
  throw invalidInput(settings.error, schema, typed);
}
