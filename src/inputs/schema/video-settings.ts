import { z } from "zod";
import {
  booleanSetting,
  defineSetting,
  numberBetween,
  optionsMap,
  textSetting,
  variablesMap,
} from "./define-setting.ts";

/** The ready-made prompts; their texts are in `text/templates/`. */
export const templateNames = ["release", "pull_request", "docs"] as const;

export type TemplateName = (typeof templateNames)[number];

/** What to render. The provider's names come from the registry, which stands on a higher floor. */
export const renderSettings = (providers: readonly string[]) => ({
  provider: defineSetting(
    z.enum(providers).prefault("heygen"),
    `Who renders: ${providers.map((name) => `\`${name}\``).join(", ")}.`,
    `one of ${providers.map((name) => `\`${name}\``).join(", ")}`,
  ),
  prompt: textSetting("What the video should be about; the provider writes and stages it."),
  prompt_file: textSetting(
    "A file in the workspace that holds the prompt; YAML front matter may hold any setting of the video.",
  ),
  script: textSetting("The words to be spoken."),
  script_file: textSetting(
    "A file in the workspace that holds the script, like `prompt_file`. Markdown is spoken as words.",
  ),
  template: defineSetting(
    z.enum(templateNames).optional(),
    "A ready-made prompt about the event: `release`, `pull_request` or `docs`. On a published release or a pushed tag `release` is the " +
      "default when nothing else says what to make.",
    `one of ${templateNames.map((name) => `\`${name}\``).join(", ")}`,
  ),
  template_options: optionsMap.meta({
    description: "For `template`, a YAML map: `length` in seconds (45), `audience`, `language`.",
    allowed: "a YAML or JSON map",
  }),
  variables: variablesMap.meta({
    description: "Values for `{{ name }}` in prompt, script and title beside the built-in ones: a YAML map.",
    allowed: "a YAML or JSON map of names and texts",
  }),
  audio: textSetting("A recording to be spoken instead of a script: a path, an https URL or `asset:ID`."),
  template_id: textSetting(
    "A template stored at HeyGen; what goes into it is `provider_options: {variables: …}`.",
  ),
  composition: textSetting(
    "A HyperFrames project: a folder with an `index.html`, an https URL of a zip, or `asset:ID`.",
  ),
  video_id: textSetting(
    "Take up this video, or this HeyGen session, instead of submitting a new one. With `prompt` beside it a chat session's " +
      "video is revised.",
  ),
  length: defineSetting(
    numberBetween(10, 1_800).int().optional(),
    "How long the video of a `prompt` or `template` is to be, in seconds: said to the provider, and what its cost is estimated by.",
    "a whole number of seconds from 10 to 1800",
  ),
  title: textSetting(
    "Title at the provider, and the stem of the file's name. By default it comes from the event.",
  ),
  avatar_id: textSetting("Who speaks: the id of an avatar's look. HeyGen needs it with `script`."),
  voice_id: textSetting("The voice. By default the avatar's own, or the agent's choice."),
  style_id: textSetting("A visual style for `prompt`."),
  orientation: defineSetting(
    z.enum(["landscape", "portrait"]).optional(),
    "`landscape` or `portrait`. By default the provider chooses.",
    "`landscape` or `portrait`",
  ),
  aspect_ratio: textSetting("For example `16:9`, `9:16` or `1:1`. By default the provider's."),
  resolution: textSetting("For example `1080p` or `720p`, with `script`. By default the provider's."),
  files: textSetting("Reference material for `prompt`, one a line: a path, an https URL or `asset:ID`."),
  messages: textSetting("What to answer when HeyGen's agent asks, one a line, in their order."),
  captions: booleanSetting(false, "Ask for captions; the subtitle file is downloaded beside the video."),
  provider_options: optionsMap.meta({
    description: "Anything else that the provider accepts: a YAML or JSON map, checked strictly.",
    allowed: "a YAML or JSON map",
  }),
});

/** The settings that the front matter of a file may hold: those of the video, but for the ones that say what to make. */
export const frontMatterSettingNames = [
  "provider",
  "title",
  "avatar_id",
  "voice_id",
  "style_id",
  "orientation",
  "aspect_ratio",
  "resolution",
  "captions",
  "files",
  "messages",
  "variables",
  "length",
  "provider_options",
];
